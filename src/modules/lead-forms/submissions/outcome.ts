/** What became of a submission. Its sender is never told. */
export const OUTCOMES = ['accepted', 'duplicate', 'spam', 'invalid', 'limited', 'disabled'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Verdict {
  readonly outcome: Outcome;
  /** At most 255 characters. */
  readonly reason: string;
}
