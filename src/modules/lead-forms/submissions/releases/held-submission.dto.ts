import { Id, Nested, Text } from '../../../../kernel/fields.js';

/** A held submission without its answers, which have a permission of their own. */
export class HeldSubmission {
  /**
   * Id of the lead form
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Id() id: string;
  /**
   * Name of the lead form
   * @example "Contact page"
   */
  @Text(1, 255) name: string;
  /**
   * Id of the submission
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() submissionId: string;
  /**
   * Reason why the submission is held
   * @example "filled in within 2 s"
   */
  @Text(1, 255) heldReason: string;
}

export class HeldSubmissionNotice {
  /** The submission and its form */
  @Nested(() => HeldSubmission) object: HeldSubmission;
}
