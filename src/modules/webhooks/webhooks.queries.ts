import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { notFound } from '../../kernel/errors.js';
import type { Page } from '../../kernel/page.js';
import { QueryRunner } from '../../platform/database/index.js';
import { parseSort, RecordLists, simpleFilter, type RecordSource } from '../../platform/query/index.js';
import type { WebhookQuery, WebhookView } from './webhooks.dto.js';
import { webhookColumns, webhookFields } from './webhooks.fields.js';

const selected = sql.join(Object.entries(webhookColumns).map(([name, column]) => sql`${column} as ${sql.id(name)}`));
const source: RecordSource = {
  resource: 'webhooks',
  from: sql`webhooks w`,
  id: sql.ref('w.id'),
  fields: webhookFields,
  columns: webhookColumns,
  live: sql`w.deleted_at is null`,
  deleted: sql`w.deleted_at is not null`,
};

/** Reads webhooks without visibility rules: `webhooks:read` gives access to all webhooks. Never returns secrets. */
@Injectable()
export class WebhooksQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  list({ limit = 25, cursor, count = 'none', sort, deleted, ...filters }: WebhookQuery): Promise<Page<WebhookView>> {
    const filter = simpleFilter({ ...filters }, webhookFields);
    return this.lists.page<WebhookView>(source, {
      where: [],
      limit,
      count,
      sort: parseSort(sort, webhookFields, ['-createdAt']),
      context: { userId: '', now: new Date() },
      ...(deleted && { deletedOnly: true }),
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  async get(id: string, { deleted = 'no' }: { readonly deleted?: 'no' | 'any' } = {}): Promise<WebhookView> {
    const active = deleted === 'no' ? sql` and w.deleted_at is null` : sql``;
    const webhook = await this.queryRunner.row<WebhookView>(
      sql`select ${selected} from webhooks w where w.id = ${id}${active}`,
    );
    if (!webhook) throw notFound('webhook');
    return webhook;
  }
}
