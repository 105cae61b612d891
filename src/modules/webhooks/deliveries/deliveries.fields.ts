import { sql, type RawBuilder } from 'kysely';
import { field, type Fields } from '../../../platform/query/index.js';
import type { WebhookAttemptView, WebhookDeliveryView } from './deliveries.dto.js';
import { WEBHOOK_DELIVERY_STATUSES } from './attempts/delivery-outcome.js';

export const deliveryColumns: Record<keyof WebhookDeliveryView, RawBuilder<unknown>> = {
  id: sql.ref('d.id'),
  webhookId: sql.ref('d.webhook_id'),
  eventId: sql`'evt_' || replace(d.event_id::text, '-', '')`,
  eventType: sql.ref('d.event_type'),
  isTest: sql.ref('d.is_test'),
  status: sql.ref('d.status'),
  reason: sql.ref('d.reason'),
  attemptCount: sql.ref('d.attempt_count'),
  statusCode: sql.ref('d.status_code'),
  errorCode: sql.ref('d.error_code'),
  nextAttemptAt: sql.ref('d.next_attempt_at'),
  createdAt: sql.ref('d.created_at'),
  completedAt: sql.ref('d.completed_at'),
};

export const deliveryFields = {
  status: field.choice('d.status', WEBHOOK_DELIVERY_STATUSES),
  eventType: field.text('d.event_type'),
  isTest: field.boolean('d.is_test'),
  createdAt: field.timestamp('d.created_at', { sort: true }),
} satisfies Fields;

export const attemptColumns: Record<keyof WebhookAttemptView, RawBuilder<unknown>> = {
  id: sql.ref('a.id'),
  number: sql.ref('a.number'),
  trigger: sql.ref('a.trigger'),
  startedAt: sql.ref('a.started_at'),
  durationMs: sql.ref('a.duration_ms'),
  statusCode: sql.ref('a.status_code'),
  errorCode: sql.ref('a.error_code'),
  requestHeaders: sql.ref('a.request_headers'),
  responseBody: sql.ref('a.response_body'),
  isTruncated: sql.ref('a.is_truncated'),
};
