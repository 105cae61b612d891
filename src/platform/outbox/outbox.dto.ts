/** What an event tells of another one that could not be passed on. */
export class EventParked {
  /**
   * The type of the event that could not be passed on.
   * @example lead.created
   */
  type: string;

  /**
   * What went wrong the last time.
   * @example "Error: this one cannot be digested"
   */
  error: string;
}
