export { LEAD_STATUSES, Lead, LeadSchema, type LeadStatus } from './lead.entity.js';
export type { LeadOrigin } from './lead-drafts.js';
export { LeadCreate, LeadView } from './leads.dto.js';
export {
  leadAssigned,
  leadConverted,
  leadCreated,
  leadDeleted,
  leadPurged,
  leadRestored,
  leadStatusChanged,
  leadUnconverted,
  leadUpdated,
  type LeadChange,
  type LeadStatusChange,
} from './leads.events.js';
export { acceptableValues } from './lead-values.js';
export { LeadsModule } from './leads.module.js';
export { leadBelonging, leadKind, LeadsQueries } from './leads.queries.js';
export { LeadsService, type Admission } from './leads.service.js';
