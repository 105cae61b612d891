import { createHash } from 'node:crypto';

/** A deterministic random generator with its own sequence per subject: more of one subject does not change another. */
export class Chance {
  private state: number;

  constructor(subject: string) {
    this.state = createHash('sha256').update(`kontor demo ${subject}`).digest().readUInt32LE(0);
  }

  /** Returns a number from 0 to below 1 (Mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  /** Returns a whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** Picks an element. A `bias` above 1 prefers the first elements. */
  pick<T>(from: readonly T[], bias = 1): T {
    return from[Math.floor(this.next() ** bias * from.length)] as T;
  }

  maybe<T>(share: number, value: () => T): T | null {
    return this.happens(share) ? value() : null;
  }
}

const KINDS = [
  'teams',
  'users',
  'pipelines',
  'pipeline_stages',
  'companies',
  'contacts',
  'leads',
  'deals',
  'activities',
  'deal_stage_changes',
] as const;
export type DemoTable = (typeof KINDS)[number];

const PREFIX = 'd3300000-0000-8000-8';
/** Returns an id that is recognizable as demo data. UUID version 8 is for custom formats. */
export const demoId = (table: DemoTable, number: number): string =>
  `${PREFIX}${String(KINDS.indexOf(table)).padStart(3, '0')}-${String(number).padStart(12, '0')}`;
/** Lowest and highest id of demo data. */
export const DEMO_IDS = ['d3300000-0000-8000-8000-000000000000', 'd3300000-0000-8000-8fff-ffffffffffff'] as const;

const DAY = 86_400_000;
/** Returns the time this many days before today, to the second. */
export const daysAgo = (anchor: number, days: number): string =>
  new Date(anchor - Math.round((days * DAY) / 1000) * 1000).toISOString();
export const dayWithin = (anchor: number, days: number): string =>
  new Date(anchor + Math.round(days) * DAY).toISOString().slice(0, 10);
