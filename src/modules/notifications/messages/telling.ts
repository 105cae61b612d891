/** What a message is made from: one event, and where it happened. */
export interface Telling {
  readonly event: string;
  readonly occurredAt: string;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor: Readonly<Record<string, unknown>> | null;
  readonly companyName: string | null;
  readonly publicUrl: string;
}

type Values = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const LONGEST_VALUE = 500;
// Also the marks that turn the direction of writing: with them a text shows as something that it is not.
const UNSHOWN = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu;

/** One line of at most 500 characters, whatever somebody wrote. */
export function plain(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return '';
  const text = value.replace(UNSHOWN, ' ').trim();
  return text.length <= LONGEST_VALUE ? text : `${[...text].slice(0, LONGEST_VALUE - 1).join('')}…`;
}

/** The record as the event shows it; events that tell of no record show themselves. */
export const objectOf = ({ payload }: Telling): Values => (isObject(payload['object']) ? payload['object'] : payload);
export const previousOf = ({ payload }: Telling): Values => (isObject(payload['previous']) ? payload['previous'] : {});

/** What people call the record. */
export function nameOf(telling: Telling): string {
  const object = objectOf(telling);
  const person = [plain(object['firstName']), plain(object['lastName'])].filter(Boolean).join(' ');
  return plain(object['name']) || person || plain(object['title']) || plain(object['subject']) || plain(object['url']);
}

/** `lead.status_changed` as words: "Lead status changed". */
export function wordsOf(event: string): string {
  const words = event.replace(/[._]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Where the record is found in the API. Made of nothing that a stranger wrote. */
export const urlOf = ({ publicUrl, resourceType, resourceId }: Telling): string =>
  resourceType && resourceId ? `${publicUrl}/api/v1/${resourceType}/${resourceId}` : '';
