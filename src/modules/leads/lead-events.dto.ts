import { Choice, Id } from '../../kernel/fields.js';
import { LEAD_STATUSES, type LeadStatus } from './lead.entity.js';

/** The step of a lead through its lifecycle. */
export class LeadStep {
  /**
   * Where the lead was.
   * @example new
   */
  @Choice('LeadStatus', LEAD_STATUSES) oldStatus: LeadStatus;
  /**
   * Where the lead is now.
   * @example contacted
   */
  @Choice('LeadStatus', LEAD_STATUSES) newStatus: LeadStatus;
}

/** All that is left of a lead that was removed for good. */
export class LeadPurge {
  /**
   * The id that the lead had.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
}
