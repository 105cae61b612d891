import { activities } from './activities';
import { companies } from './companies';
import { contacts } from './contacts';
import { deals } from './deals';
import { leads } from './leads';
import type { RecordScreens } from './record-screens';

/** All record types, in the order of the menu. */
export const RECORD_TYPES: readonly RecordScreens[] = [leads, contacts, companies, deals, activities];

export const screensOf = (resource: string): RecordScreens | undefined =>
  RECORD_TYPES.find((one) => one.resource === resource);
