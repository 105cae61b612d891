import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import { QueryRunner } from '../../../platform/database/index.js';
import {
  field,
  parseSort,
  RecordLists,
  simpleFilter,
  type Fields,
  type RecordSource,
} from '../../../platform/query/index.js';
import type { ParkedEventQuery, ParkedEventView } from './parked-events.dto.js';

const columns: Record<keyof ParkedEventView, RawBuilder<unknown>> = {
  id: sql.ref('e.id'),
  type: sql.ref('e.type'),
  resourceType: sql.ref('e.resource_type'),
  resourceId: sql.ref('e.resource_id'),
  attempts: sql.ref('e.attempts'),
  lastError: sql.ref('e.last_error'),
  occurredAt: sql.ref('e.occurred_at'),
  parkedAt: sql.ref('e.parked_at'),
};
const fields = {
  type: field.text('e.type'),
  parkedAt: field.timestamp('e.parked_at', { sort: true }),
} satisfies Fields;
const source: RecordSource = {
  resource: 'parked-events',
  from: sql`events e`,
  id: sql.ref('e.id'),
  fields,
  columns,
  live: sql`e.parked_at is not null`,
};

@Injectable()
export class ParkedEventsService {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  list({ limit = 25, cursor, count = 'none', sort, ...filters }: ParkedEventQuery): Promise<Page<ParkedEventView>> {
    const filter = simpleFilter({ ...filters }, fields);
    return this.lists.page<ParkedEventView>(source, {
      where: [],
      limit,
      count,
      sort: parseSort(sort, fields, ['-parkedAt']),
      context: { userId: '', now: new Date() },
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  /** Resets the attempts, so that the relay handles the event like a new event. */
  async retry(id: string): Promise<void> {
    const back = await this.queryRunner.row(
      sql`update events set attempts = 0, parked_at = null, retry_at = null where id = ${id}::uuid and parked_at
        is not null returning 1 as back`,
    );
    if (!back) throw notFound('parked-event');
  }
}
