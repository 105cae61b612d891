import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import { Reader } from '../../../platform/database/index.js';
import type { Sending } from '../sending/sender.js';
import type { DeliveryStatus } from './verdict.js';

/** A delivery with all that its next attempt needs, as it is at this moment. */
export interface DueDelivery extends Omit<Sending, 'body' | 'number'> {
  readonly status: DeliveryStatus;
  readonly attemptCount: number;
  readonly body: string | null;
  readonly isEnabled: boolean;
  readonly isDeleted: boolean;
}

export type Addressee = Pick<Sending, 'webhookId' | 'url' | 'headers' | 'secrets'>;

const secrets = sql`coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'sealed', s.secret) order by s.created_at desc) from webhook_secrets s where s.webhook_id = w.id and (s.expires_at is null or s.expires_at > now())), '[]')`;

/** Read anew for every attempt: whatever was changed or rotated a moment ago holds. Attempts that begin together share a statement. */
@Injectable()
export class DeliveryReads {
  private readonly together = new DataLoader<string, DueDelivery | undefined>((ids) => this.dueOf(ids), {
    cache: false,
    maxBatchSize: 100,
  });

  constructor(private readonly reader: Reader) {}

  due(id: string): Promise<DueDelivery | undefined> {
    return this.together.load(id);
  }

  addressee(webhookId: string): Promise<Addressee | undefined> {
    return this.reader.row<Addressee>(sql`
      select w.id as "webhookId", w.url, w.headers, ${secrets} as secrets from webhooks w where w.id = ${webhookId}::uuid and w.deleted_at is null`);
  }

  private async dueOf(ids: readonly string[]): Promise<(DueDelivery | undefined)[]> {
    const rows = await this.reader.rows<DueDelivery>(sql`
      select d.id as "deliveryId", d.webhook_id as "webhookId", d.event_id as "eventId", d.event_type as "eventType", d.status, d.attempt_count as "attemptCount", m.body,
        w.url, w.headers, w.enabled as "isEnabled", w.deleted_at is not null as "isDeleted", ${secrets} as secrets
      from webhook_deliveries d join webhook_messages m on m.event_id = d.event_id join webhooks w on w.id = d.webhook_id where d.id = any(${[...ids]}::uuid[])`);
    const byId = new Map(rows.map((row) => [row.deliveryId, row]));
    return ids.map((id) => byId.get(id));
  }
}
