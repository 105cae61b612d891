import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { QueryRunner } from '../../../../platform/database/index.js';
import type { WebhookRequest } from '../../sending/webhook-sender.js';
import type { WebhookDeliveryStatusName } from './delivery-outcome.js';

/** A delivery with the data for its next attempt. */
export interface DueDelivery extends Omit<WebhookRequest, 'body' | 'number'> {
  readonly status: WebhookDeliveryStatusName;
  readonly attemptCount: number;
  readonly body: string | null;
  readonly isEnabled: boolean;
  readonly isDeleted: boolean;
}

export type Addressee = Pick<WebhookRequest, 'webhookId' | 'url' | 'headers' | 'secrets'>;

const secrets = sql`coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'encrypted', s.secret)
  order by s.created_at desc) from webhook_secrets s where s.webhook_id = w.id and (s.expires_at
  is null or s.expires_at > now())), '[]')`;

/**
 * Reads deliveries before each attempt, so that recent changes of a webhook or its secrets apply. Attempts that start
 * together share one statement.
 */
@Injectable()
export class DeliveryReads {
  private readonly together = new DataLoader<string, DueDelivery | undefined>((ids) => this.dueOf(ids), {
    cache: false,
    maxBatchSize: 100,
  });

  constructor(private readonly queryRunner: QueryRunner) {}

  due(id: string): Promise<DueDelivery | undefined> {
    return this.together.load(id);
  }

  addressee(webhookId: string): Promise<Addressee | undefined> {
    return this.queryRunner.row<Addressee>(sql`
      select w.id as "webhookId", w.url, w.headers, ${secrets} as secrets from webhooks w
        where w.id = ${webhookId}::uuid and w.deleted_at is null`);
  }

  private async dueOf(ids: readonly string[]): Promise<(DueDelivery | undefined)[]> {
    const rows = await this.queryRunner.rows<DueDelivery>(sql`
      select d.id as "deliveryId", d.webhook_id as "webhookId", d.event_id as "eventId", d.event_type
        as "eventType", d.status, d.attempt_count as "attemptCount", m.body,
        w.url, w.headers, w.enabled as "isEnabled", w.deleted_at is not null as "isDeleted", ${secrets} as secrets
      from webhook_deliveries d join webhook_messages m on m.event_id = d.event_id join webhooks w
        on w.id = d.webhook_id where d.id = any(${[...ids]}::uuid[])`);
    const byId = new Map(rows.map((row) => [row.deliveryId, row]));
    return ids.map((id) => byId.get(id));
  }
}
