import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { OwnsRecords, type OwnedRecords } from '../../kernel/ownership.js';
import { Database, Reader } from '../../platform/database/index.js';
import { User } from '../users/index.js';
import { WebhookChanges } from './webhook-changes.js';
import { webhookUpdated } from './webhooks.events.js';

/** An endpoint is told what its maker may see, and nothing once they have left: somebody else takes it over. */
@OwnsRecords()
@Injectable()
export class WebhookOwnership implements OwnedRecords {
  readonly resource = 'webhooks';

  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly changes: WebhookChanges,
  ) {}

  async count(makerId: string): Promise<number> {
    return (
      (
        await this.reader.row<{ count: number }>(
          sql`select count(*)::int as count from webhooks where created_by_id = ${makerId}::uuid and deleted_at is null`,
        )
      )?.count ?? 0
    );
  }

  countOfTeam(): Promise<number> {
    return Promise.resolve(0);
  }

  handOver(fromId: string, toId: string, limit: number): Promise<number> {
    return this.database.write(async (em) => {
      const held = await this.reader.rows<{ id: string }>(
        sql`select id from webhooks where created_by_id = ${fromId}::uuid and deleted_at is null order by id limit ${sql.lit(limit)} for update`,
      );
      for (const { id } of held)
        await this.changes.run(id, webhookUpdated, (webhook) => void (webhook.createdBy = em.getReference(User, toId)));
      return held.length;
    });
  }
}
