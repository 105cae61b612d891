/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { BaseHttpRequest } from './core/BaseHttpRequest';
import type { OpenAPIConfig } from './core/OpenAPI';
import { FetchHttpRequest } from './core/FetchHttpRequest';
import { AccessResource } from './services/AccessResource';
import { ActivitiesResource } from './services/ActivitiesResource';
import { ApiKeysResource } from './services/ApiKeysResource';
import { AuditLogsResource } from './services/AuditLogsResource';
import { AuthResource } from './services/AuthResource';
import { CompaniesResource } from './services/CompaniesResource';
import { ContactsResource } from './services/ContactsResource';
import { CustomFieldsResource } from './services/CustomFieldsResource';
import { DeadLetteredEventsResource } from './services/DeadLetteredEventsResource';
import { DealsResource } from './services/DealsResource';
import { ErasureRequestsResource } from './services/ErasureRequestsResource';
import { EventsResource } from './services/EventsResource';
import { FormsResource } from './services/FormsResource';
import { HealthResource } from './services/HealthResource';
import { JobGroupsResource } from './services/JobGroupsResource';
import { JobsResource } from './services/JobsResource';
import { LeadFormsResource } from './services/LeadFormsResource';
import { LeadsResource } from './services/LeadsResource';
import { LegalHoldsResource } from './services/LegalHoldsResource';
import { MetaResource } from './services/MetaResource';
import { NotificationChannelsResource } from './services/NotificationChannelsResource';
import { PipelinesResource } from './services/PipelinesResource';
import { PipelineStagesResource } from './services/PipelineStagesResource';
import { RetentionPoliciesResource } from './services/RetentionPoliciesResource';
import { RetentionRunsResource } from './services/RetentionRunsResource';
import { RolesResource } from './services/RolesResource';
import { ScheduledJobsResource } from './services/ScheduledJobsResource';
import { SearchResource } from './services/SearchResource';
import { SecurityLogsResource } from './services/SecurityLogsResource';
import { SettingsResource } from './services/SettingsResource';
import { TeamsResource } from './services/TeamsResource';
import { UsersResource } from './services/UsersResource';
import { ViewsResource } from './services/ViewsResource';
import { WebhooksResource } from './services/WebhooksResource';
type HttpRequestConstructor = new (config: OpenAPIConfig) => BaseHttpRequest;
export class GeneratedClient {
  public readonly access: AccessResource;
  public readonly activities: ActivitiesResource;
  public readonly apiKeys: ApiKeysResource;
  public readonly auditLogs: AuditLogsResource;
  public readonly auth: AuthResource;
  public readonly companies: CompaniesResource;
  public readonly contacts: ContactsResource;
  public readonly customFields: CustomFieldsResource;
  public readonly deadLetteredEvents: DeadLetteredEventsResource;
  public readonly deals: DealsResource;
  public readonly erasureRequests: ErasureRequestsResource;
  public readonly events: EventsResource;
  public readonly forms: FormsResource;
  public readonly health: HealthResource;
  public readonly jobGroups: JobGroupsResource;
  public readonly jobs: JobsResource;
  public readonly leadForms: LeadFormsResource;
  public readonly leads: LeadsResource;
  public readonly legalHolds: LegalHoldsResource;
  public readonly meta: MetaResource;
  public readonly notificationChannels: NotificationChannelsResource;
  public readonly pipelines: PipelinesResource;
  public readonly pipelineStages: PipelineStagesResource;
  public readonly retentionPolicies: RetentionPoliciesResource;
  public readonly retentionRuns: RetentionRunsResource;
  public readonly roles: RolesResource;
  public readonly scheduledJobs: ScheduledJobsResource;
  public readonly search: SearchResource;
  public readonly securityLogs: SecurityLogsResource;
  public readonly settings: SettingsResource;
  public readonly teams: TeamsResource;
  public readonly users: UsersResource;
  public readonly views: ViewsResource;
  public readonly webhooks: WebhooksResource;
  public readonly request: BaseHttpRequest;
  constructor(config?: Partial<OpenAPIConfig>, HttpRequest: HttpRequestConstructor = FetchHttpRequest) {
    this.request = new HttpRequest({
      BASE: config?.BASE ?? 'http://127.0.0.1:3000',
      VERSION: config?.VERSION ?? '0.1.0',
      WITH_CREDENTIALS: config?.WITH_CREDENTIALS ?? false,
      CREDENTIALS: config?.CREDENTIALS ?? 'include',
      TOKEN: config?.TOKEN,
      USERNAME: config?.USERNAME,
      PASSWORD: config?.PASSWORD,
      HEADERS: config?.HEADERS,
      ENCODE_PATH: config?.ENCODE_PATH,
    });
    this.access = new AccessResource(this.request);
    this.activities = new ActivitiesResource(this.request);
    this.apiKeys = new ApiKeysResource(this.request);
    this.auditLogs = new AuditLogsResource(this.request);
    this.auth = new AuthResource(this.request);
    this.companies = new CompaniesResource(this.request);
    this.contacts = new ContactsResource(this.request);
    this.customFields = new CustomFieldsResource(this.request);
    this.deadLetteredEvents = new DeadLetteredEventsResource(this.request);
    this.deals = new DealsResource(this.request);
    this.erasureRequests = new ErasureRequestsResource(this.request);
    this.events = new EventsResource(this.request);
    this.forms = new FormsResource(this.request);
    this.health = new HealthResource(this.request);
    this.jobGroups = new JobGroupsResource(this.request);
    this.jobs = new JobsResource(this.request);
    this.leadForms = new LeadFormsResource(this.request);
    this.leads = new LeadsResource(this.request);
    this.legalHolds = new LegalHoldsResource(this.request);
    this.meta = new MetaResource(this.request);
    this.notificationChannels = new NotificationChannelsResource(this.request);
    this.pipelines = new PipelinesResource(this.request);
    this.pipelineStages = new PipelineStagesResource(this.request);
    this.retentionPolicies = new RetentionPoliciesResource(this.request);
    this.retentionRuns = new RetentionRunsResource(this.request);
    this.roles = new RolesResource(this.request);
    this.scheduledJobs = new ScheduledJobsResource(this.request);
    this.search = new SearchResource(this.request);
    this.securityLogs = new SecurityLogsResource(this.request);
    this.settings = new SettingsResource(this.request);
    this.teams = new TeamsResource(this.request);
    this.users = new UsersResource(this.request);
    this.views = new ViewsResource(this.request);
    this.webhooks = new WebhooksResource(this.request);
  }
}

