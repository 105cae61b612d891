/** What an event tells of a scheduled job that was switched. */
export class ScheduledJobSwitch {
  /**
   * The scheduled job.
   * @example sessions.purge
   */
  name: string;

  /**
   * Whether it runs at its times.
   * @example false
   */
  enabled: boolean;
}
