// Made by scripts/generate.js from openapi.json; not to be edited.
import type { Path } from './calls';
import { AccessResource } from './generated/services/AccessResource';
import { ActivitiesResource } from './generated/services/ActivitiesResource';
import { ApiKeysResource } from './generated/services/ApiKeysResource';
import { AuditLogsResource } from './generated/services/AuditLogsResource';
import { AuthResource } from './generated/services/AuthResource';
import { CompaniesResource } from './generated/services/CompaniesResource';
import { ContactsResource } from './generated/services/ContactsResource';
import { CustomFieldsResource } from './generated/services/CustomFieldsResource';
import { DealsResource } from './generated/services/DealsResource';
import { ErasureRequestsResource } from './generated/services/ErasureRequestsResource';
import { EventsResource } from './generated/services/EventsResource';
import { FormsResource } from './generated/services/FormsResource';
import { HealthResource } from './generated/services/HealthResource';
import { JobGroupsResource } from './generated/services/JobGroupsResource';
import { JobsResource } from './generated/services/JobsResource';
import { LeadFormsResource } from './generated/services/LeadFormsResource';
import { LeadIntakeResource } from './generated/services/LeadIntakeResource';
import { LeadsResource } from './generated/services/LeadsResource';
import { LegalHoldsResource } from './generated/services/LegalHoldsResource';
import { MetaResource } from './generated/services/MetaResource';
import { NotificationsResource } from './generated/services/NotificationsResource';
import { ParkedEventsResource } from './generated/services/ParkedEventsResource';
import { PipelineStagesResource } from './generated/services/PipelineStagesResource';
import { PipelinesResource } from './generated/services/PipelinesResource';
import { RetentionPoliciesResource } from './generated/services/RetentionPoliciesResource';
import { RetentionRunsResource } from './generated/services/RetentionRunsResource';
import { RolesResource } from './generated/services/RolesResource';
import { ScheduledJobsResource } from './generated/services/ScheduledJobsResource';
import { SearchResource } from './generated/services/SearchResource';
import { SecurityLogsResource } from './generated/services/SecurityLogsResource';
import { SettingsResource } from './generated/services/SettingsResource';
import { TeamsResource } from './generated/services/TeamsResource';
import { UsersResource } from './generated/services/UsersResource';
import { ViewsResource } from './generated/services/ViewsResource';
import { WebhooksResource } from './generated/services/WebhooksResource';

/** The generated classes by the name that they have on the client. */
export const resources = {
  access: AccessResource,
  activities: ActivitiesResource,
  apiKeys: ApiKeysResource,
  auditLogs: AuditLogsResource,
  auth: AuthResource,
  companies: CompaniesResource,
  contacts: ContactsResource,
  customFields: CustomFieldsResource,
  deals: DealsResource,
  erasureRequests: ErasureRequestsResource,
  events: EventsResource,
  forms: FormsResource,
  health: HealthResource,
  jobGroups: JobGroupsResource,
  jobs: JobsResource,
  leadForms: LeadFormsResource,
  leadIntake: LeadIntakeResource,
  leads: LeadsResource,
  legalHolds: LegalHoldsResource,
  meta: MetaResource,
  notifications: NotificationsResource,
  parkedEvents: ParkedEventsResource,
  pipelineStages: PipelineStagesResource,
  pipelines: PipelinesResource,
  retentionPolicies: RetentionPoliciesResource,
  retentionRuns: RetentionRunsResource,
  roles: RolesResource,
  scheduledJobs: ScheduledJobsResource,
  search: SearchResource,
  securityLogs: SecurityLogsResource,
  settings: SettingsResource,
  teams: TeamsResource,
  users: UsersResource,
  views: ViewsResource,
  webhooks: WebhooksResource,
} as const;

/** POSTs that change nothing. */
export const reads: readonly string[] = ['activities.facets', 'activities.search', 'auditLogs.search', 'companies.duplicates', 'companies.facets', 'companies.search', 'contacts.duplicates', 'contacts.facets', 'contacts.search', 'deals.facets', 'deals.search', 'leads.duplicates', 'leads.facets', 'leads.search', 'retentionPolicies.preview', 'users.search', 'views.clearDefault', 'views.makeDefault', 'views.pin', 'views.unpin'];

/** The path parameters of each call, in the order of its URL. */
export interface Paths {
  access: {
  };
  activities: {
    get: Path<[id: string], 'id'>;
    update: Path<[id: string], 'id'>;
    remove: Path<[id: string], 'id'>;
    cancel: Path<[id: string], 'id'>;
    complete: Path<[id: string], 'id'>;
    history: Path<[id: string], 'id'>;
    reopen: Path<[id: string], 'id'>;
    restore: Path<[id: string], 'id'>;
    listOfCompany: Path<[id: string], 'id'>;
    createOnCompany: Path<[id: string], 'id'>;
    timelineOfCompany: Path<[id: string], 'id'>;
    listOfContact: Path<[id: string], 'id'>;
    createOnContact: Path<[id: string], 'id'>;
    timelineOfContact: Path<[id: string], 'id'>;
    listOfDeal: Path<[id: string], 'id'>;
    createOnDeal: Path<[id: string], 'id'>;
    timelineOfDeal: Path<[id: string], 'id'>;
    listOfLead: Path<[id: string], 'id'>;
    createOnLead: Path<[id: string], 'id'>;
    timelineOfLead: Path<[id: string], 'id'>;
  };
  apiKeys: {
    get: Path<[id: string], 'id'>;
    update: Path<[id: string], 'id'>;
    remove: Path<[id: string], 'id'>;
    history: Path<[id: string], 'id'>;
    rotate: Path<[id: string], 'id'>;
  };
  auditLogs: {
    get: Path<[id: string], 'id'>;
  };
  auth: {
    revokeSession: Path<[id: string], 'id'>;
    resetUserTotp: Path<[id: string], 'id'>;
  };
  companies: {
    upsert: Path<[source: string, externalId: string], 'source' | 'externalId'>;
    get: Path<[id: string], 'id'>;
    update: Path<[id: string], 'id'>;
    remove: Path<[id: string], 'id'>;
    assign: Path<[id: string], 'id'>;
    history: Path<[id: string], 'id'>;
    mergeCompany: Path<[id: string], 'id'>;
    previewCompanyMerge: Path<[id: string], 'id'>;
    listCompanyMerges: Path<[id: string], 'id'>;
    purge: Path<[id: string], 'id'>;
    restore: Path<[id: string], 'id'>;
    unmergeCompany: Path<[id: string], 'id'>;
  };
  contacts: {
    upsert: Path<[source: string, externalId: string], 'source' | 'externalId'>;
    get: Path<[id: string], 'id'>;
    update: Path<[id: string], 'id'>;
    remove: Path<[id: string], 'id'>;
    assign: Path<[id: string], 'id'>;
    history: Path<[id: string], 'id'>;
    makePrimary: Path<[id: string], 'id'>;
    mergeContact: Path<[id: string], 'id'>;
    previewContactMerge: Path<[id: string], 'id'>;
    listContactMerges: Path<[id: string], 'id'>;
    purge: Path<[id: string], 'id'>;
    restore: Path<[id: string], 'id'>;
    unmergeContact: Path<[id: string], 'id'>;
  };
  customFields: {
    get: Path<[id: string], 'id'>;
    update: Path<[id: string], 'id'>;
    remove: Path<[id: string], 'id'>;
    archive: Path<[id: string], 'id'>;
    history: Path<[id: string], 'id'>;
    restore: Path<[id: string], 'id'>;
  };
  deals: {
    upsert: Path<[source: string, externalId: string], 'source' | 'externalId'>;
    get: Path<[id: string], 'id'>;
    update: Path<[id: string], 'id'>;
    remove: Path<[id: string], 'id'>;
    abandon: Path<[id: string], 'id'>;
    assign: Path<[id: string], 'id'>;
    history: Path<[id: string], 'id'>;
    lose: Path<[id: string], 'id'>;
    move: Path<[id: string], 'id'>;
    purge: Path<[id: string], 'id'>;
    reopen: Path<[id: string], 'id'>;
    restore: Path<[id: string], 'id'>;
    stages: Path<[id: string], 'id'>;
    win: Path<[id: string], 'id'>;
  };
  erasureRequests: {
    get: Path<[id: string], 'id'>;
  };
  events: {
    getType: Path<[type: string], 'type'>;
    get: Path<[id: string], 'id'>;
  };
  forms: {
    submit: Path<[key: string], 'key'>;
  };
  health: {
  };
  jobGroups: {
    resume: Path<[key: string], 'key'>;
  };
  jobs: {
    get: Path<[id: string], 'id'>;
    discard: Path<[id: string], 'id'>;
    cancel: Path<[id: string], 'id'>;
    redrive: Path<[id: string], 'id'>;
  };
  leadForms: {
    get: Path<[id: string], 'id'>;
    update: Path<[id: string], 'id'>;
    remove: Path<[id: string], 'id'>;
    history: Path<[id: string], 'id'>;
    restore: Path<[id: string], 'id'>;
    rotateKey: Path<[id: string], 'id'>;
    stats: Path<[id: string], 'id'>;
    listSubmissions: Path<[id: string], 'id'>;
  };
  leadIntake: {
  };
  leads: {
    upsert: Path<[source: string, externalId: string], 'source' | 'externalId'>;
    get: Path<[id: string], 'id'>;
    update: Path<[id: string], 'id'>;
    remove: Path<[id: string], 'id'>;
    assign: Path<[id: string], 'id'>;
    convert: Path<[id: string], 'id'>;
    history: Path<[id: string], 'id'>;
    purge: Path<[id: string], 'id'>;
    restore: Path<[id: string], 'id'>;
    changeStatus: Path<[id: string], 'id'>;
    unconvert: Path<[id: string], 'id'>;
  };
  legalHolds: {
    get: Path<[id: string], 'id'>;
    release: Path<[id: string], 'id'>;
  };
  meta: {
    object: Path<[object: string], 'object'>;
    fields: Path<[object: string], 'object'>;
  };
  notifications: {
    getChannel: Path<[id: string], 'id'>;
    updateChannel: Path<[id: string], 'id'>;
    removeChannel: Path<[id: string], 'id'>;
    listDeliveries: Path<[id: string], 'id'>;
    disableChannel: Path<[id: string], 'id'>;
    enableChannel: Path<[id: string], 'id'>;
    getChannelHistory: Path<[id: string], 'id'>;
    restoreChannel: Path<[id: string], 'id'>;
    testChannel: Path<[id: string], 'id'>;
    getDelivery: Path<[id: string], 'id'>;
    resendDelivery: Path<[id: string], 'id'>;
  };
  parkedEvents: {
    redrive: Path<[id: string], 'id'>;
  };
  pipelineStages: {
    get: Path<[id: string], 'id'>;
    update: Path<[id: string], 'id'>;
    remove: Path<[id: string], 'id'>;
    activate: Path<[id: string], 'id'>;
    history: Path<[id: string], 'id'>;
    move: Path<[id: string], 'id'>;
    retire: Path<[id: string], 'id'>;
    list: Path<[id: string], 'id'>;
    create: Path<[id: string], 'id'>;
  };
  pipelines: {
    get: Path<[id: string], 'id'>;
    update: Path<[id: string], 'id'>;
    remove: Path<[id: string], 'id'>;
    board: Path<[id: string], 'id'>;
    cards: Path<[id: string], 'id'>;
    listChangedDeals: Path<[id: string], 'id'>;
    countChanges: Path<[id: string], 'id'>;
    forecast: Path<[id: string], 'id'>;
    history: Path<[id: string], 'id'>;
    move: Path<[id: string], 'id'>;
  };
  retentionPolicies: {
    get: Path<[kind: string], 'kind'>;
    update: Path<[kind: string], 'kind'>;
    preview: Path<[kind: string], 'kind'>;
  };
  retentionRuns: {
    get: Path<[id: string], 'id'>;
  };
  roles: {
    get: Path<[id: string], 'id'>;
    update: Path<[id: string], 'id'>;
    remove: Path<[id: string], 'id'>;
    history: Path<[id: string], 'id'>;
  };
  scheduledJobs: {
    get: Path<[name: string], 'name'>;
    update: Path<[name: string], 'name'>;
    run: Path<[name: string], 'name'>;
    listRuns: Path<[name: string], 'name'>;
  };
  search: {
  };
  securityLogs: {
    get: Path<[id: string], 'id'>;
  };
  settings: {
    get: Path<[key: string], 'key'>;
    update: Path<[key: string], 'key'>;
    history: Path<[key: string], 'key'>;
  };
  teams: {
    get: Path<[id: string], 'id'>;
    update: Path<[id: string], 'id'>;
    remove: Path<[id: string], 'id'>;
    history: Path<[id: string], 'id'>;
    listMembers: Path<[id: string], 'id'>;
    addMember: Path<[id: string, userId: string], 'id' | 'userId'>;
    removeMember: Path<[id: string, userId: string], 'id' | 'userId'>;
  };
  users: {
    get: Path<[id: string], 'id'>;
    update: Path<[id: string], 'id'>;
    remove: Path<[id: string], 'id'>;
    deactivate: Path<[id: string], 'id'>;
    changeEmail: Path<[id: string], 'id'>;
    history: Path<[id: string], 'id'>;
    countRecords: Path<[id: string], 'id'>;
    reactivate: Path<[id: string], 'id'>;
    resendInvitation: Path<[id: string], 'id'>;
    restore: Path<[id: string], 'id'>;
    setRoles: Path<[id: string], 'id'>;
    transferRecords: Path<[id: string], 'id'>;
  };
  views: {
    get: Path<[id: string], 'id'>;
    update: Path<[id: string], 'id'>;
    remove: Path<[id: string], 'id'>;
    clearDefault: Path<[id: string], 'id'>;
    duplicate: Path<[id: string], 'id'>;
    makeDefault: Path<[id: string], 'id'>;
    pin: Path<[id: string], 'id'>;
    transfer: Path<[id: string], 'id'>;
    unpin: Path<[id: string], 'id'>;
  };
  webhooks: {
    getDelivery: Path<[id: string], 'id'>;
    resendDelivery: Path<[id: string], 'id'>;
    get: Path<[id: string], 'id'>;
    update: Path<[id: string], 'id'>;
    remove: Path<[id: string], 'id'>;
    listDeliveries: Path<[id: string], 'id'>;
    disable: Path<[id: string], 'id'>;
    enable: Path<[id: string], 'id'>;
    history: Path<[id: string], 'id'>;
    recover: Path<[id: string], 'id'>;
    restore: Path<[id: string], 'id'>;
    rotateSecret: Path<[id: string], 'id'>;
    stats: Path<[id: string], 'id'>;
    test: Path<[id: string], 'id'>;
  };
}
