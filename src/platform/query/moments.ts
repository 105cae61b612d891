/** A moment told from now: an anchor (the start of a day, week, month …), a shift, or both: `startOfMonth-1m`. */
export interface RelativeDate {
  readonly rel: string;
}

const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const RELATIVE = /^(today|startOf(?:Week|Month|Quarter|Year))?(?:([+-])(\d{1,4})([hdwmy]))?$/;
/** Beyond a century nobody means it, and PostgreSQL's calendar ends. */
const FURTHEST: Readonly<Record<string, number>> = { h: 9999, d: 9999, w: 5000, m: 1200, y: 100 };

export const isDay = (value: unknown): value is string => {
  const parts = typeof value === 'string' ? DAY.exec(value) : null;
  if (!parts || parts[1] === '0000') return false;
  const date = new Date(`${value as string}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value as string);
};

export const dayOf = (value: unknown): string | undefined => (isDay(value) ? value : undefined);

/** As ISO in UTC; a time without a zone means nothing to a server. */
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

/** What the clock on the wall shows there, as if it were UTC: calendar arithmetic is done on this. */
function wallOf(instant: Date, timezone: string): Date {
  const parts = Object.fromEntries(
    clockOf(timezone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day, hour, minute, second } = parts;
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second, instant.getUTCMilliseconds()));
}

/** Asked twice, because the offset at the guess may differ from the one at the answer (clock changes). */
function instantOf(wall: Date, timezone: string): Date {
  const guess = new Date(2 * wall.getTime() - wallOf(wall, timezone).getTime());
  return new Date(guess.getTime() + wall.getTime() - wallOf(guess, timezone).getTime());
}

function anchored(wall: Date, anchor: string | undefined): Date {
  if (!anchor) return wall;
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()];
  if (anchor === 'startOfWeek') return new Date(Date.UTC(year, month, day - ((wall.getUTCDay() + 6) % 7)));
  if (anchor === 'startOfMonth') return new Date(Date.UTC(year, month));
  if (anchor === 'startOfQuarter') return new Date(Date.UTC(year, month - (month % 3)));
  return anchor === 'startOfYear' ? new Date(Date.UTC(year, 0)) : new Date(Date.UTC(year, month, day));
}

/** A month after the 31st of January is the last of February, not the 3rd of March. */
function shifted(wall: Date, amount: number, unit: string): Date {
  const moved = new Date(wall);
  if (unit === 'd' || unit === 'w') moved.setUTCDate(wall.getUTCDate() + amount * (unit === 'w' ? 7 : 1));
  if (unit !== 'm' && unit !== 'y') return moved;
  moved.setUTCMonth(wall.getUTCMonth() + amount * (unit === 'y' ? 12 : 1));
  if (moved.getUTCDate() !== wall.getUTCDate()) moved.setUTCDate(0);
  return moved;
}

/** Weeks start on Monday; days and longer keep the hour on the clock, hours are hours. */
export function resolveRelative({ rel }: RelativeDate, now: Date, timezone = 'UTC'): Date {
  const [, anchor, sign, digits, unit = 'd'] = RELATIVE.exec(rel) ?? [];
  const amount = Number(digits ?? 0) * (sign === '-' ? -1 : 1);
  const wall = shifted(anchored(wallOf(now, timezone), anchor), amount, unit);
  const start = instantOf(wall, timezone);
  return unit === 'h' ? new Date(start.getTime() + amount * 3_600_000) : start;
}

export const dayIn = (instant: Date, timezone = 'UTC'): string => wallOf(instant, timezone).toISOString().slice(0, 10);
export const startOfDay = (day: string, timezone = 'UTC'): Date => instantOf(new Date(`${day}T00:00:00Z`), timezone);
