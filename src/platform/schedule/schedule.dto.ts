/** What an event tells of a run of a scheduled job that failed for the last time. */
export class ScheduledJobFailed {
  /**
   * The scheduled job.
   * @example sessions.purge
   */
  name: string;

  /**
   * Its run.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  runId: string;

  /**
   * The time that it was run for.
   * @example 2026-11-21T09:17:00.000Z
   */
  slotAt: string;

  /**
   * How often it was tried.
   * @example 3
   */
  attempts: number;

  /**
   * What went wrong the last time.
   * @example "Error: the statement took too long"
   */
  error: string;
}
