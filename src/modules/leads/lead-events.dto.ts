import { Choice } from '../../kernel/fields.js';
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
