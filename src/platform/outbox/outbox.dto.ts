export class EventDeadLettered {
  /**
   * Type of the event that could not be processed
   * @example lead.created
   */
  type: string;

  /**
   * Error of the last attempt
   * @example "Error: this one cannot be digested"
   */
  error: string;
}
