import { instantOf } from '../fields/local-time';

const DAY_MS = 86_400_000;
const WEEK = 7;

/** Returns a later or earlier day: `2026-03-01` and 1 give `2026-03-02`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Returns the Monday of the week. */
export function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + WEEK - 1) % WEEK));
}

/** Returns the day of an instant in a time zone. */
export const dayIn = (instant: string | Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(instant));

/** Returns the instant at which a day begins in a time zone. */
export const startOfDay = (day: string, timeZone: string): string =>
  instantOf(`${day}T00:00`, timeZone) ?? `${day}T00:00:00.000Z`;

/** Returns the same time of day on another day; a quarter to nine stays a quarter to nine. */
export function movedTo(dueAt: string | null, day: string, timeZone: string): string {
  const time = dueAt
    ? new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(new Date(dueAt))
    : '17:00';
  return instantOf(`${day}T${time}`, timeZone) ?? startOfDay(day, timeZone);
}
