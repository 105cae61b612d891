import { Choice } from '../../../kernel/fields.js';
import { LEAD_STATUSES, type LeadStatus } from '../lead.entity.js';

export class LeadStatusMove {
  /**
   * New status of the lead
   * @example contacted
   */
  @Choice('LeadStatus', LEAD_STATUSES) status: LeadStatus;
}

export class LeadStep {
  /**
   * Previous status of the lead
   * @example new
   */
  @Choice('LeadStatus', LEAD_STATUSES) oldStatus: LeadStatus;
  /**
   * Current status of the lead
   * @example contacted
   */
  @Choice('LeadStatus', LEAD_STATUSES) newStatus: LeadStatus;
}
