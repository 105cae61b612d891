import type { Change } from '../../kernel/change.js';
import { defineEvent } from '../../kernel/events.js';
import { LeadPurge, LeadStep } from './lead-events.dto.js';
import { LeadView } from './leads.dto.js';

export type LeadChange = Change<LeadView>;
export interface LeadStatusChange extends LeadChange, LeadStep {}

const carried = { object: () => LeadView };

export const leadCreated = defineEvent<LeadChange>('lead.created', 'leads', 'A lead came in, whatever the way.', carried);
export const leadUpdated = defineEvent<LeadChange>('lead.updated', 'leads', 'Fields of a lead were changed.', carried);
export const leadStatusChanged = defineEvent<LeadStatusChange>('lead.status_changed', 'leads', 'A lead moved through its lifecycle.', { ...carried, extra: () => LeadStep });
export const leadAssigned = defineEvent<LeadChange>('lead.assigned', 'leads', 'A lead got another owner, or none.', carried);
export const leadDeleted = defineEvent<LeadChange>('lead.deleted', 'leads', 'A lead was deleted; it can be restored.', carried);
export const leadRestored = defineEvent<LeadChange>('lead.restored', 'leads', 'A deleted lead was restored.', carried);
export const leadPurged = defineEvent<LeadPurge>('lead.purged', 'leads', 'A lead was removed for good.', { payload: () => LeadPurge });
