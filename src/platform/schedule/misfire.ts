import type { Misfire } from './scheduled.js';

/** Runs that one gap can lead to. */
export const MOST_MADE_UP = 100;
/** A slot that is run this late is still in time: a tick, and a process that was starting. */
const IN_TIME_MS = 60_000;

export interface PlannedSlot {
  readonly slotAt: Date;
  readonly runs: boolean;
}

/** Which of the due slots are run. Left-out ones are kept as `skipped`: whoever looks sees the gap. */
export function planned(misfire: Misfire, due: readonly Date[], now: Date): PlannedSlot[] {
  const last = due.length - 1;
  const runs = (slotAt: Date, index: number): boolean => {
    if (misfire === 'run_all') return last - index < MOST_MADE_UP;
    return misfire === 'run_once' ? index === last : now.getTime() - slotAt.getTime() <= IN_TIME_MS;
  };
  return due.map((slotAt, index) => ({ slotAt, runs: runs(slotAt, index) }));
}
