/** Days since 1970-01-01, without time zone. */
export type DayNumber = number;

const DAY_MS = 86_400_000;

/** Returns undefined for an invalid date, such as 31 February. Months are 1 to 12. */
export function dayNumber(year: number, month: number, day: number): DayNumber | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = year >= 1900 && year <= 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.getTime() / DAY_MS : undefined;
}

/** YYYY-MM-DD. */
export function isoDay(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function parseIsoDay(text: string): DayNumber | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayNumber(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

export function yearOf(day: DayNumber): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** 1 to 12. */
export function monthOf(day: DayNumber): number {
  return new Date(day * DAY_MS).getUTCMonth() + 1;
}

/** 0 is Sunday. */
export function weekdayOf(day: DayNumber): number {
  return new Date(day * DAY_MS).getUTCDay();
}

/** Month 13 is January of the next year, so that callers can add months. */
export function lastOfMonth(year: number, month: number): DayNumber {
  return Date.UTC(year, month, 0) / DAY_MS;
}

/** Returns the same day `months` later, or the last day of that month if the month is shorter. */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const date = new Date(day * DAY_MS);
  const last = lastOfMonth(date.getUTCFullYear(), date.getUTCMonth() + 1 + months);
  const sameDay = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()) / DAY_MS;
  return Math.min(last, sameDay);
}
