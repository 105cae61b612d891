import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import type { LeadView } from './leads.dto.js';
import type { LeadStatus } from './lead.entity.js';

export type LeadChange = Change<LeadView>;

export interface LeadStatusChange extends LeadChange {
  readonly oldStatus: LeadStatus;
  readonly newStatus: LeadStatus;
}

export const leadCreated = defineEvent<LeadChange>('lead.created', 'leads', 'A lead came in, whatever the way.');
export const leadUpdated = defineEvent<LeadChange>('lead.updated', 'leads', 'Fields of a lead were changed.');
export const leadStatusChanged = defineEvent<LeadStatusChange>('lead.status_changed', 'leads', 'A lead moved through its lifecycle.');
export const leadAssigned = defineEvent<LeadChange>('lead.assigned', 'leads', 'A lead got another owner, or none.');
export const leadDeleted = defineEvent<LeadChange>('lead.deleted', 'leads', 'A lead was deleted; it can be restored.');
export const leadRestored = defineEvent<LeadChange>('lead.restored', 'leads', 'A deleted lead was restored.');
export const leadPurged = defineEvent<{ readonly id: string }>('lead.purged', 'leads', 'A lead was removed for good.');
