import type { EntitySchema } from '@mikro-orm/postgresql';
import type { Type } from '@nestjs/common';
import { AccessModule } from './access/index.js';
import { ActivitiesModule, ActivitySchema } from './activities/index.js';
import { ApiKeySchema, ApiKeysModule } from './api-keys/index.js';
import { AuditModule } from './audit/index.js';
import { AuthModule, SessionSchema } from './auth/index.js';
import { EventsModule } from './events/index.js';
import { OperatorsModule } from './jobs/index.js';
import { LeadFormSchema, LeadFormsModule } from './lead-forms/index.js';
import { LeadIntakeModule } from './lead-intake/index.js';
import { LeadSchema, LeadsModule } from './leads/index.js';
import { NotificationChannelSchema, NotificationsModule } from './notifications/index.js';
import { RetentionModule } from './retention/index.js';
import { SearchModule } from './search/index.js';
import { SettingsModule } from './settings/index.js';
import { RoleSchema, TeamSchema, UserSchema, UsersModule } from './users/index.js';
import { WebhookSchema, WebhooksModule } from './webhooks/index.js';

/** Floor by floor, from the ground up. */
export const modules: Type[] = [
  UsersModule, SettingsModule, EventsModule, AuditModule,
  AuthModule, ApiKeysModule, OperatorsModule,
  LeadsModule,
  LeadFormsModule, LeadIntakeModule,
  ActivitiesModule,
  WebhooksModule, NotificationsModule,
  AccessModule, RetentionModule, SearchModule,
];

export const entities: EntitySchema[] = [UserSchema, TeamSchema, RoleSchema, SessionSchema, ApiKeySchema, LeadSchema, LeadFormSchema, ActivitySchema, WebhookSchema, NotificationChannelSchema];
