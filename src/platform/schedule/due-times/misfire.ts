import type { Misfire } from '../scheduled.js';

/** Maximum of runs after one gap. */
export const MOST_CATCH_UP_RUNS = 100;
/** A due time with this delay is still on time: a tick, or a process that was starting. */
const IN_TIME_MS = 60_000;

export interface PlannedSlot {
  readonly slotAt: Date;
  readonly runs: boolean;
}

/** Decides which due times are run. The others are stored as `skipped`, so that users see the gap. */
export function planned(misfire: Misfire, due: readonly Date[], now: Date): PlannedSlot[] {
  const last = due.length - 1;
  const runs = (slotAt: Date, index: number): boolean => {
    if (misfire === 'run_all') return last - index < MOST_CATCH_UP_RUNS;
    return misfire === 'run_once' ? index === last : now.getTime() - slotAt.getTime() <= IN_TIME_MS;
  };
  return due.map((slotAt, index) => ({ slotAt, runs: runs(slotAt, index) }));
}
