export { LEAD_STATUSES, Lead, LeadSchema, type LeadStatus } from './lead.entity.js';
export type { LeadOrigin } from './factory/lead-factory.js';
export { LeadCreate, LeadUpsert, LeadView } from './leads.dto.js';
export {
  leadConverted,
  leadEvents,
  leadStatusChanged,
  leadUnconverted,
  type LeadChange,
  type LeadStatusChange,
} from './leads.events.js';
export { acceptableValues } from './factory/acceptable-values.js';
export { LeadsModule } from './leads.module.js';
export { LeadsQueries } from './leads.queries.js';
export { leadType } from './lead.type.js';
export { LeadsService, type Admission } from './leads.service.js';
