/**
 * All record types, each with its singular. The order is the lock order: a unit of work locks leads before the results
 * of their conversion, companies before their contacts and deals, and activities last.
 */
export const RECORD_NAMES = {
  leads: 'lead',
  companies: 'company',
  contacts: 'contact',
  deals: 'deal',
  activities: 'activity',
} as const;

/** Plural name of a record type, as in paths, permissions and table names. */
export type RecordResource = keyof typeof RECORD_NAMES;
export type RecordNoun = (typeof RECORD_NAMES)[RecordResource];

export const RECORD_RESOURCES = Object.keys(RECORD_NAMES) as RecordResource[];

/** How texts and names in the API document call a record type. */
export interface ResourceNames<R extends RecordResource = RecordResource> {
  readonly noun: (typeof RECORD_NAMES)[R];
  /** With its article. */
  readonly one: string;
  /** Beginning of class names and part of operation ids, such as `Company`. */
  readonly name: string;
  /** Group of operations, such as `Companies`. */
  readonly tag: string;
}

export function namesOf<R extends RecordResource>(resource: R): ResourceNames<R> {
  const noun = RECORD_NAMES[resource];
  return {
    noun,
    one: /^[aeiou]/.test(noun) ? `an ${noun}` : `a ${noun}`,
    name: capitalized(noun),
    tag: capitalized(resource),
  };
}

const capitalized = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
