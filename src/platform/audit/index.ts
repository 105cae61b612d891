export { AuditTrailModule } from './audit-trail.module.js';
export { AuditActor, FieldChange, HistoryEntryView, AUDIT_ACTORS } from './history.dto.js';
export { HistoryQueries } from './history.queries.js';
