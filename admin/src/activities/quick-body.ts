import type { RecordData } from '../data/calls';
import { instantOf } from '../fields/local-time';
import { isNewActivityField, type OwnType } from './activity-fields';

const SUBJECT = 255;

/** What the person chose besides the text. Empty texts are not sent. */
export interface Details {
  readonly due?: string;
  readonly minutes?: string;
  readonly priority?: string;
  readonly direction?: string;
  readonly callResult?: string;
  /** Whether a call, mail or meeting is still to be done. */
  readonly isPlanned?: boolean;
}

/** Types that are done or planned. Tasks and deadlines are always planned, notes never. */
const EITHER: readonly string[] = ['call', 'email', 'meeting'];
export const canBePlanned = (type: OwnType): boolean => EITHER.includes(type);
export const isPlanned = (type: OwnType, details: Details): boolean =>
  canBePlanned(type) ? details.isPlanned === true : type !== 'note';

/** Builds the body of a new activity: the first line is the subject, the others are the text. */
export function bodyOf(type: OwnType, text: string, details: Details, timeZone: string): Record<string, unknown> {
  const [subject = '', ...rest] = text.trim().split('\n');
  const planned = isPlanned(type, details);
  const isLong = subject.length > SUBJECT;
  const description = isLong ? text.trim() : rest.join('\n').trim();
  const dueAt = planned ? instantOf(details.due ?? '', timeZone) : null;
  const values: [name: string, value: unknown][] = [
    ['dueAt', dueAt],
    ['durationMinutes', details.minutes ? Number(details.minutes) : undefined],
    ['priority', planned ? details.priority : undefined],
    ['direction', details.direction],
    ['callResult', planned ? undefined : details.callResult],
  ];
  return {
    type,
    subject: isLong ? `${subject.slice(0, SUBJECT - 1)}…` : subject,
    ...(description !== '' && { description }),
    ...Object.fromEntries(values.filter(([name, value]) => Boolean(value) && isNewActivityField(name, { type }))),
    status: planned ? 'pending' : 'completed',
  };
}

/** Returns the link to a record as part of an address, with the company of a contact or deal. */
export function linkOf(singular: string, record: RecordData): string {
  const company = record['companyId'];
  const links = new URLSearchParams({ [`${singular}Id`]: record.id });
  if (typeof company === 'string') links.set('companyId', company);
  return links.toString();
}
