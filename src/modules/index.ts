import type { EntitySchema } from '@mikro-orm/postgresql';
import type { Type } from '@nestjs/common';
import { recordEntities } from '../platform/records/index.js';
import { AccessModule } from './access/index.js';
import { ActivitiesModule } from './activities/index.js';
import { ApiKeySchema, ApiKeysModule } from './api-keys/index.js';
import { AuditModule } from './audit/index.js';
import { AuthModule, SessionSchema } from './auth/index.js';
import { CompaniesModule } from './companies/index.js';
import { ContactsModule } from './contacts/index.js';
import { DealsModule } from './deals/index.js';
import { CustomFieldSchema, CustomFieldsModule } from './custom-fields/index.js';
import { EventsModule } from './events/index.js';
import { JobAdminModule } from './jobs/index.js';
import { LeadFormSchema, LeadFormsModule } from './lead-forms/index.js';
import { LeadIntakeModule } from './lead-intake/index.js';
import { LeadsModule } from './leads/index.js';
import { MetaModule } from './meta/index.js';
import { NotificationChannelSchema, NotificationsModule } from './notifications/index.js';
import { PipelineSchema, PipelineStageSchema, PipelinesModule } from './pipelines/index.js';
import { RetentionModule } from './retention/index.js';
import { SearchModule } from './search/index.js';
import { SettingsModule } from './settings/index.js';
import { RoleSchema, TeamSchema, UserSchema, UsersModule } from './users/index.js';
import { SavedViewSchema, ViewsModule } from './views/index.js';
import { WebhookSchema, WebhooksModule } from './webhooks/index.js';

/** Modules in the order of their layers, lowest layer first. */
export const modules: Type[] = [
  UsersModule,
  SettingsModule,
  EventsModule,
  AuditModule,
  AuthModule,
  ApiKeysModule,
  CustomFieldsModule,
  ViewsModule,
  JobAdminModule,
  CompaniesModule,
  PipelinesModule,
  ContactsModule,
  DealsModule,
  LeadsModule,
  LeadFormsModule,
  LeadIntakeModule,
  ActivitiesModule,
  WebhooksModule,
  NotificationsModule,
  AccessModule,
  RetentionModule,
  SearchModule,
  MetaModule,
];

export const entities: EntitySchema[] = [
  UserSchema,
  TeamSchema,
  RoleSchema,
  SessionSchema,
  ApiKeySchema,
  CustomFieldSchema,
  SavedViewSchema,
  PipelineSchema,
  PipelineStageSchema,
  LeadFormSchema,
  WebhookSchema,
  NotificationChannelSchema,
  ...recordEntities(),
];
