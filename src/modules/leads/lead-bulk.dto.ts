import { Choice, Id } from '../../kernel/fields.js';
import { bulkClasses } from '../../platform/records/index.js';
import { LEAD_STATUSES, type LeadStatus } from './lead.entity.js';
import { LeadCreate, LeadUpdate, LeadView } from './leads.dto.js';

export class LeadBulkMove {
  /**
   * Id of the lead
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * New status of the lead
   * @example contacted
   */
  @Choice('LeadStatus', LEAD_STATUSES) status: LeadStatus;
}

const bulk = bulkClasses({
  resource: 'leads',
  create: LeadCreate,
  update: LeadUpdate,
  view: LeadView,
  example: [{ create: { name: 'Ada Lovelace', email: 'ada@example.com' } }],
  steps: {
    changeStatus: { type: LeadBulkMove, description: 'New status of a lead' },
  },
});
export class LeadBulk extends bulk.Request {}
export class LeadBulkView extends bulk.View {}
