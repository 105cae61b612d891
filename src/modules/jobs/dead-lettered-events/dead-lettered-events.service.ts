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
import type { DeadLetteredEventQuery, DeadLetteredEventView } from './dead-lettered-events.dto.js';

const columns: Record<keyof DeadLetteredEventView, RawBuilder<unknown>> = {
  id: sql.ref('e.id'),
  type: sql.ref('e.type'),
  resourceType: sql.ref('e.resource_type'),
  resourceId: sql.ref('e.resource_id'),
  attempts: sql.ref('e.attempts'),
  lastError: sql.ref('e.last_error'),
  occurredAt: sql.ref('e.occurred_at'),
  deadLetteredAt: sql.ref('e.dead_lettered_at'),
};
const fields = {
  type: field.text('e.type'),
  deadLetteredAt: field.timestamp('e.dead_lettered_at', { sort: true }),
} satisfies Fields;
const source: RecordSource = {
  resource: 'dead-lettered-events',
  from: sql`events e`,
  id: sql.ref('e.id'),
  fields,
  columns,
  live: sql`e.dead_lettered_at is not null`,
};

@Injectable()
export class DeadLetteredEventsService {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  list({
    limit = 25,
    cursor,
    count = 'none',
    sort,
    ...filters
  }: DeadLetteredEventQuery): Promise<Page<DeadLetteredEventView>> {
    const filter = simpleFilter({ ...filters }, fields);
    return this.lists.page<DeadLetteredEventView>(source, {
      where: [],
      limit,
      count,
      sort: parseSort(sort, fields, ['-deadLetteredAt']),
      context: { userId: '', now: new Date() },
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  /** Resets the attempts, so that the relay handles the event like a new event. */
  async retry(id: string): Promise<void> {
    const back = await this.queryRunner.row(
      sql`update events set attempts = 0, dead_lettered_at = null, retry_at = null where id = ${id}::uuid and dead_lettered_at
        is not null returning 1 as back`,
    );
    if (!back) throw notFound('dead-lettered-event');
  }
}
