/** Data for a message: one event and its context. */
export interface NotificationEvent {
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
// Includes direction marks, which can make a text look like another text.
const UNSHOWN = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu;

/** Returns a value as one line of at most 500 characters. */
export function plain(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return '';
  const text = value.replace(UNSHOWN, ' ').trim();
  return text.length <= LONGEST_VALUE ? text : `${[...text].slice(0, LONGEST_VALUE - 1).join('')}…`;
}

/** Returns the record of the event, or the payload if the event has no record. */
export const objectOf = ({ payload }: NotificationEvent): Values =>
  isObject(payload['object']) ? payload['object'] : payload;
export const previousOf = ({ payload }: NotificationEvent): Values =>
  isObject(payload['previous']) ? payload['previous'] : {};

/** Returns the display name of the record. */
export function recordNameOf(notification: NotificationEvent): string {
  const object = objectOf(notification);
  const person = [plain(object['firstName']), plain(object['lastName'])].filter(Boolean).join(' ');
  return plain(object['name']) || person || plain(object['title']) || plain(object['subject']) || plain(object['url']);
}

/** Converts `lead.status_changed` to "Lead status changed". */
export function wordsOf(event: string): string {
  const words = event.replace(/[._]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Returns the API URL of the record. Contains no user input. */
export const urlOf = ({ publicUrl, resourceType, resourceId }: NotificationEvent): string =>
  resourceType && resourceId ? `${publicUrl}/api/v1/${resourceType}/${resourceId}` : '';
