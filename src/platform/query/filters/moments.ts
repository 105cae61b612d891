/** A moment relative to now: an anchor (the start of a day, week, month …), a shift, or both: `startOfMonth-1m`. */
export interface RelativeDate {
  readonly rel: string;
}

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const RELATIVE = /^(today|startOf(?:Week|Month|Quarter|Year))?(?:([+-])(\d{1,4})([hdwmy]))?$/;
/** Bounds of a shift per unit; about a century for weeks, months and years. */
const FURTHEST: Readonly<Record<string, number>> = { h: 9999, d: 9999, w: 5000, m: 1200, y: 100 };

export const isDay = (value: unknown): value is string => {
  const parts = typeof value === 'string' ? DAY.exec(value) : null;
  if (!parts || parts[1] === '0000') return false;
  const date = new Date(`${value as string}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value as string);
};

export const dayOf = (value: unknown): string | undefined => (isDay(value) ? value : undefined);

/** Converts to ISO 8601 in UTC. Times without a time zone are rejected. */
export function momentOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 40 || !MOMENT.test(value) || !isDay(value.slice(0, 10)))
    return undefined;
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return undefined;
  const iso = date.toISOString();
  return isDay(iso.slice(0, 10)) ? iso : undefined;
}

export function isRelative(value: unknown): value is RelativeDate {
  if (typeof value !== 'object' || value === null || Object.keys(value).join() !== 'rel') return false;
  const { rel } = value as { rel: unknown };
  const parts = typeof rel === 'string' && rel.length <= 30 && rel !== '' ? RELATIVE.exec(rel) : null;
  return parts !== null && Number(parts[3] ?? 0) <= (FURTHEST[parts[4] ?? 'd'] ?? 0);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timezone: string): Intl.DateTimeFormat {
  const known = clocks.get(timezone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(timezone, clock);
  return clock;
}

/** Returns the local time of a time zone as if it were UTC, for calendar arithmetic. */
function localTimeOf(instant: Date, timezone: string): Date {
  const parts = Object.fromEntries(
    clockOf(timezone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day, hour, minute, second } = parts;
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second, instant.getUTCMilliseconds()));
}

/** Computes the offset twice, because the first result can fall on the other side of a clock change. */
function instantOf(local: Date, timezone: string): Date {
  const guess = new Date(2 * local.getTime() - localTimeOf(local, timezone).getTime());
  return new Date(guess.getTime() + local.getTime() - localTimeOf(guess, timezone).getTime());
}

function anchored(local: Date, anchor: string | undefined): Date {
  if (!anchor) return local;
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()];
  if (anchor === 'startOfWeek') return new Date(Date.UTC(year, month, day - ((local.getUTCDay() + 6) % 7)));
  if (anchor === 'startOfMonth') return new Date(Date.UTC(year, month));
  if (anchor === 'startOfQuarter') return new Date(Date.UTC(year, month - (month % 3)));
  return anchor === 'startOfYear' ? new Date(Date.UTC(year, 0)) : new Date(Date.UTC(year, month, day));
}

/** Shifts a date. One month after 31 January is the last day of February, not 3 March. */
function shifted(local: Date, amount: number, unit: string): Date {
  const moved = new Date(local);
  if (unit === 'd' || unit === 'w') moved.setUTCDate(local.getUTCDate() + amount * (unit === 'w' ? 7 : 1));
  if (unit !== 'm' && unit !== 'y') return moved;
  moved.setUTCMonth(local.getUTCMonth() + amount * (unit === 'y' ? 12 : 1));
  if (moved.getUTCDate() !== local.getUTCDate()) moved.setUTCDate(0);
  return moved;
}

/** Weeks start on Monday. Shifts by days or longer units keep the local time; shifts by hours are exact durations. */
export function resolveRelative({ rel }: RelativeDate, now: Date, timezone = 'UTC'): Date {
  const [, anchor, sign, digits, unit = 'd'] = RELATIVE.exec(rel) ?? [];
  const amount = Number(digits ?? 0) * (sign === '-' ? -1 : 1);
  const local = shifted(anchored(localTimeOf(now, timezone), anchor), amount, unit);
  const start = instantOf(local, timezone);
  return unit === 'h' ? new Date(start.getTime() + amount * 3_600_000) : start;
}

export const dayIn = (instant: Date, timezone = 'UTC'): string =>
  localTimeOf(instant, timezone).toISOString().slice(0, 10);
export const startOfDay = (day: string, timezone = 'UTC'): Date => instantOf(new Date(`${day}T00:00:00Z`), timezone);
