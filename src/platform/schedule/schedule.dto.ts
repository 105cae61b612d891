export class ScheduledJobFailed {
  /**
   * Name of the scheduled job
   * @example sessions.purge
   */
  name: string;

  /**
   * Id of the run
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  runId: string;

  /**
   * Scheduled time of the run
   * @example 2026-11-21T09:17:00.000Z
   */
  slotAt: string;

  /**
   * Number of attempts
   * @example 3
   */
  attempts: number;

  /**
   * Error of the last attempt
   * @example "Error: the statement took too long"
   */
  error: string;
}
