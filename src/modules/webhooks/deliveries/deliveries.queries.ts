import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import { QueryRunner } from '../../../platform/database/index.js';
import { eventNotVisible, requireEventAccess } from '../../../platform/outbox/index.js';
import { parseSort, RecordLists, simpleFilter, type RecordSource } from '../../../platform/query/index.js';
import { canSeeRecord } from '../../../platform/visibility/index.js';
import type { WebhookStatsQuery } from '../webhooks.dto.js';
import { WebhooksQueries } from '../webhooks.queries.js';
import type {
  WebhookAttemptView,
  WebhookDeliveryDetailView,
  WebhookDeliveryQuery,
  WebhookDeliveryView,
  WebhookFailureView,
  WebhookStatsView,
} from './deliveries.dto.js';
import { attemptColumns, deliveryColumns, deliveryFields } from './deliveries.fields.js';
import { WEBHOOK_DELIVERY_STATUSES, type WebhookDeliveryStatusName } from './attempts/delivery-outcome.js';

const source: RecordSource = {
  resource: 'webhook-deliveries',
  from: sql`webhook_deliveries d`,
  id: sql.ref('d.id'),
  fields: deliveryFields,
  columns: deliveryColumns,
  live: sql`true`,
};
const selection = (columns: Readonly<Record<string, RawBuilder<unknown>>>): RawBuilder<unknown> =>
  sql.join(Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`));
const [delivered, attempted] = [selection(deliveryColumns), selection(attemptColumns)];
const MOST_ATTEMPTS = 100;

interface ShownDelivery {
  readonly creatorId: string | null;
  readonly isSeen: boolean;
}

interface Attempted {
  readonly attempts: number;
  readonly succeeded: number;
  readonly p95Ms: number | null;
}

@Injectable()
export class WebhookDeliveriesQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
    private readonly webhooks: WebhooksQueries,
  ) {}

  async list(
    webhookId: string,
    { limit = 25, cursor, count = 'none', sort, ...filters }: WebhookDeliveryQuery,
  ): Promise<Page<WebhookDeliveryView>> {
    await this.webhooks.get(webhookId, { deleted: 'any' });
    const filter = simpleFilter({ ...filters }, deliveryFields);
    return this.lists.page<WebhookDeliveryView>(source, {
      where: [sql`d.webhook_id = ${webhookId}::uuid`],
      limit,
      count,
      sort: parseSort(sort, deliveryFields, ['-createdAt']),
      context: { userId: '', now: new Date() },
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  /** Returns a delivery with the request body. Rejects an actor who cannot see the record of the event. */
  async get(actor: Actor, id: string): Promise<WebhookDeliveryDetailView> {
    const found = await this.queryRunner.row<Omit<WebhookDeliveryDetailView, 'attempts'> & ShownDelivery>(sql`
      select ${delivered}, m.body as "requestBody", w.created_by_id
        as "creatorId",
        ${sql.join([sql`true`, ...canSeeRecord(actor, sql.ref('m.resource_type'), sql.ref('m.resource_id'))], sql` and `)} as "isSeen"
      from webhook_deliveries d join webhook_messages m on m.event_id = d.event_id join webhooks w
        on w.id = d.webhook_id where d.id = ${id}::uuid`);
    if (!found) throw notFound('webhook-delivery');
    const { creatorId, isSeen, ...delivery } = found;
    requireEventAccess(actor, [delivery.eventType], creatorId);
    if (!isSeen) throw eventNotVisible();
    const attempts = await this.queryRunner.rows<WebhookAttemptView>(
      sql`select ${attempted} from webhook_attempts a where a.delivery_id = ${id}::uuid
        order by a.number desc, a.id desc limit ${MOST_ATTEMPTS}`,
    );
    return { ...delivery, attempts: attempts.reverse() };
  }

  async stats(webhookId: string, { hours = 24 }: WebhookStatsQuery): Promise<WebhookStatsView> {
    await this.webhooks.get(webhookId, { deleted: 'any' });
    const since = sql`now() - make_interval(hours => ${hours}::int)`;
    const [attempts = { attempts: 0, succeeded: 0, p95Ms: null }] = await this.queryRunner.rows<Attempted>(sql`
      select count(*)::int as attempts, count(*) filter (where error_code is null)::int
        as succeeded, percentile_disc(0.95) within group (order by duration_ms)::int as "p95Ms"
      from webhook_attempts where webhook_id = ${webhookId}::uuid and started_at >= ${since} and trigger <> 'test'`);
    const counts = await this.queryRunner.rows<{ status: WebhookDeliveryStatusName; count: number }>(sql`
      select status, count(*)::int as count from webhook_deliveries where webhook_id = ${webhookId}::uuid
        and created_at >= ${since} and not is_test group by status`);
    const deliveries = WEBHOOK_DELIVERY_STATUSES.map((status) => ({
      status,
      count: counts.find((row) => row.status === status)?.count ?? 0,
    }));
    const successRate =
      attempts.attempts === 0 ? null : Math.round((attempts.succeeded / attempts.attempts) * 1_000) / 1_000;
    return { ...attempts, successRate, deliveries, lastFailure: await this.lastFailure(webhookId, since) };
  }

  private async lastFailure(webhookId: string, since: RawBuilder<unknown>): Promise<WebhookFailureView | null> {
    const failure = await this.queryRunner.row<WebhookFailureView>(sql`
      select started_at as at, delivery_id as "deliveryId", status_code as "statusCode", error_code as "errorCode"
        from webhook_attempts
      where webhook_id = ${webhookId}::uuid and started_at >= ${since} and error_code is not null and trigger <> 'test'
        order by started_at desc limit 1`);
    return failure ?? null;
  }
}
