export class ScheduledJobSwitch {
  /**
   * Name of the scheduled job
   * @example sessions.purge
   */
  name: string;

  /**
   * Whether the schedule is enabled
   * @example false
   */
  enabled: boolean;
}
