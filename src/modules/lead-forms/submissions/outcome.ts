/**
 * A lead exists for `accepted` and `duplicate`. `held` waits for a review, and its sender gets the same answer as for
 * `accepted`; a review may end as `rejected`. `invalid` and `disabled` are reported to the sender.
 */
export const OUTCOMES = ['accepted', 'duplicate', 'held', 'rejected', 'invalid', 'disabled'] as const;
export type SubmissionResult = (typeof OUTCOMES)[number];

/** An error that the sender of a submission can correct. */
export interface Mistake {
  readonly field: string;
  readonly label: string;
  readonly code: string;
  readonly detail: string;
}

export interface SubmissionDecision {
  readonly outcome: SubmissionResult;
  /** At most 255 characters. */
  readonly reason: string;
  /** Only for `invalid`. */
  readonly mistakes?: readonly Mistake[];
}

/** Shortens a text to the length of a reason. */
export const reasonOf = (text: string): string => text.slice(0, 255).toWellFormed();
