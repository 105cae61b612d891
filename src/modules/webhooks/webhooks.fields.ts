import { sql, type RawBuilder } from 'kysely';
import { defineRecordFields, field, type Fields } from '../../platform/query/index.js';
import { WEBHOOK_DISABLED_REASONS } from './webhook.entity.js';
import type { WebhookView } from './webhooks.dto.js';

/** Formats a timestamp inside JSON, such as `2026-11-21T09:30:00.000Z`. */
const iso = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const hint = sql`(select jsonb_build_object('isSet', true, 'last4', s.last4, 'updatedAt',
  ${iso(sql.ref('s.created_at'))}) from webhook_secrets s where s.webhook_id = w.id and s.expires_at
  is null)`;

export const webhookColumns: Record<keyof WebhookView, RawBuilder<unknown>> = {
  id: sql.ref('w.id'),
  name: sql.ref('w.name'),
  description: sql.ref('w.description'),
  url: sql.ref('w.url'),
  events: sql.ref('w.events'),
  filter: sql.ref('w.filter'),
  headers: sql.ref('w.header_hints'),
  secret: hint,
  previousSecretExpiresAt: sql`(select max(s.expires_at) from webhook_secrets s where s.webhook_id = w.id
    and s.expires_at > now())`,
  enabled: sql.ref('w.enabled'),
  disabledReason: sql.ref('w.disabled_reason'),
  disabledAt: sql.ref('w.disabled_at'),
  maxConcurrency: sql.ref('w.max_concurrency'),
  isOrdered: sql.ref('w.is_ordered'),
  failureCount: sql.ref('w.failure_count'),
  failingSince: sql.ref('w.failing_since'),
  lastStatusCode: sql.ref('w.last_status_code'),
  lastTriggeredAt: sql.ref('w.last_triggered_at'),
  createdById: sql.ref('w.created_by_id'),
  isCreatorActive: sql`exists (select from users u where u.id = w.created_by_id and u.is_active and u.deleted_at
    is null)`,
  createdAt: sql.ref('w.created_at'),
  updatedAt: sql.ref('w.updated_at'),
  deletedAt: sql.ref('w.deleted_at'),
  version: sql.ref('w.version'),
};

export const webhookFields = {
  id: field.uuid('w.id'),
  name: field.text('w.name'),
  events: field.tags('w.events'),
  enabled: field.boolean('w.enabled'),
  disabledReason: field.choice('w.disabled_reason', WEBHOOK_DISABLED_REASONS, { nullable: true }),
  createdAt: field.timestamp('w.created_at', { sort: true }),
} satisfies Fields;
defineRecordFields('webhooks', webhookFields);
