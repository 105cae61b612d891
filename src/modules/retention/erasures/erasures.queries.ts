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
import { ERASURE_STATUSES, type ErasureRequestQuery, type ErasureRequestView } from './erasures.dto.js';

const columns: Record<keyof ErasureRequestView, RawBuilder<unknown>> = {
  id: sql.ref('q.id'),
  status: sql.ref('q.status'),
  subjectHash: sql.ref('q.subject_hash'),
  report: sql`case when q.completed_at is null then '[]'::jsonb else q.report end`,
  requestedById: sql.ref('q.requested_by_id'),
  createdAt: sql.ref('q.created_at'),
  completedAt: sql.ref('q.completed_at'),
};
const selected = sql.join(Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`));
const fields = {
  status: field.choice('q.status', ERASURE_STATUSES),
  createdAt: field.timestamp('q.created_at', { sort: true }),
} satisfies Fields;
const source: RecordSource = {
  resource: 'erasure-requests',
  from: sql`erasure_requests q`,
  id: sql.ref('q.id'),
  fields,
  columns,
  live: sql`true`,
};

/** Reads of erasure requests, without the person of the request. */
@Injectable()
export class ErasuresQueries {
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
  }: ErasureRequestQuery): Promise<Page<ErasureRequestView>> {
    const filter = simpleFilter({ ...filters }, fields);
    return this.lists.page<ErasureRequestView>(source, {
      where: [],
      limit,
      count,
      sort: parseSort(sort, fields, ['-createdAt']),
      context: { userId: '', now: new Date() },
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  async get(id: string): Promise<ErasureRequestView> {
    const request = await this.queryRunner.row<ErasureRequestView>(
      sql`select ${selected} from erasure_requests q where q.id = ${id}::uuid`,
    );
    if (!request) throw notFound('erasure-request');
    return request;
  }
}
