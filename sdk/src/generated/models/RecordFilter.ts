/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityFilter } from './ActivityFilter';
import type { AuditLogFilter } from './AuditLogFilter';
import type { CompanyFilter } from './CompanyFilter';
import type { ContactFilter } from './ContactFilter';
import type { CustomFieldFilter } from './CustomFieldFilter';
import type { DealFilter } from './DealFilter';
import type { LeadFilter } from './LeadFilter';
import type { LeadFormFilter } from './LeadFormFilter';
import type { NotificationChannelFilter } from './NotificationChannelFilter';
import type { PipelineFilter } from './PipelineFilter';
import type { PipelineStageFilter } from './PipelineStageFilter';
import type { RoleFilter } from './RoleFilter';
import type { TeamFilter } from './TeamFilter';
import type { UserFilter } from './UserFilter';
import type { WebhookFilter } from './WebhookFilter';
/**
 * Filter of the record type in question; `docs/filters.md` describes the language
 */
export type RecordFilter = (ActivityFilter | AuditLogFilter | CompanyFilter | ContactFilter | CustomFieldFilter | DealFilter | LeadFormFilter | LeadFilter | NotificationChannelFilter | PipelineStageFilter | PipelineFilter | RoleFilter | TeamFilter | UserFilter | WebhookFilter);

