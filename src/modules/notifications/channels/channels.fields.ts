import { sql, type RawBuilder } from 'kysely';
import { defineRecordFields, field, type Fields } from '../../../platform/query/index.js';
import type { NotificationChannelView } from './channels.dto.js';
import { CHANNEL_TYPES, CHANNEL_DISABLED_REASONS } from './notification-channel.entity.js';

const secret = sql`jsonb_build_object('isSet', c.secret
  is not null, 'last4', c.secret_last4, 'updatedAt', to_char(c.secret_updated_at,
  'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`;

const config = sql`case c.type
  when 'telegram' then jsonb_build_object('botToken', ${secret}, 'chatId', c.config->'chatId')
  when 'email' then jsonb_build_object('to', c.config->'to', 'replyTo', c.config->'replyTo')
  else jsonb_build_object('webhookUrl', ${secret}) end`;

export const channelColumns: Record<keyof NotificationChannelView, RawBuilder<unknown>> = {
  id: sql.ref('c.id'),
  name: sql.ref('c.name'),
  type: sql.ref('c.type'),
  config,
  events: sql.ref('c.events'),
  filter: sql.ref('c.filter'),
  template: sql.ref('c.template'),
  enabled: sql.ref('c.enabled'),
  disabledReason: sql.ref('c.disabled_reason'),
  lastSentAt: sql.ref('c.last_sent_at'),
  failingSince: sql.ref('c.failing_since'),
  lastError: sql.ref('c.last_error'),
  lastErrorAt: sql.ref('c.last_error_at'),
  createdById: sql.ref('c.created_by_id'),
  isCreatorActive: sql`exists (select from users u where u.id = c.created_by_id and u.is_active and u.deleted_at
    is null)`,
  createdAt: sql.ref('c.created_at'),
  updatedAt: sql.ref('c.updated_at'),
  deletedAt: sql.ref('c.deleted_at'),
  version: sql.ref('c.version'),
};

export const channelFields = {
  id: field.uuid('c.id'),
  name: field.text('c.name', { sort: { expression: sql`lower(c.name)` } }),
  type: field.choice('c.type', CHANNEL_TYPES),
  enabled: field.boolean('c.enabled'),
  disabledReason: field.choice('c.disabled_reason', CHANNEL_DISABLED_REASONS, { nullable: true }),
  events: field.tags('c.events'),
  createdAt: field.timestamp('c.created_at', { sort: true }),
} satisfies Fields;
defineRecordFields('notification-channels', channelFields);
