import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Page, PageQuery } from '../../kernel/page.js';
import { field, parseSort, RecordLists, type Fields, type RecordSource, type Sql } from '../query/index.js';
import type { HistoryEntryView } from './history.dto.js';

const fields = { createdAt: field.timestamp('a.created_at', { sort: true }) } satisfies Fields;

const columns: Record<keyof HistoryEntryView, Sql> = {
  id: sql.ref('a.id'),
  action: sql.ref('a.action'),
  resourceType: sql.ref('a.resource_type'),
  at: sql.ref('a.created_at'),
  actor: sql`json_build_object('kind', a.actor_kind, 'id', a.user_id, 'name', a.user_name, 'email', a.user_email)`,
  changes: sql.ref('a.changes'),
  requestId: sql.ref('a.request_id'),
};

const source: RecordSource = {
  resource: 'history',
  from: sql`audit_logs a`,
  id: sql.ref('a.id'),
  fields,
  columns,
  live: sql`true`,
};

/**
 * Reads the history of one record, newest first. The caller must check that the record is visible. For purged records
 * only the audit log has entries.
 */
@Injectable()
export class HistoryQueries {
  constructor(private readonly lists: RecordLists) {}

  /** `parts` are resources that are stored under the id of the record, such as the secrets of a webhook. */
  list(
    resource: string,
    id: string,
    { limit = 25, cursor, count = 'none' }: PageQuery,
    parts: readonly string[] = [],
  ): Promise<Page<HistoryEntryView>> {
    return this.lists.page<HistoryEntryView>(source, {
      where: [sql`a.resource_id = ${id}`, sql`a.resource_type = any(${[resource, ...parts]}::text[])`],
      limit,
      count,
      sort: parseSort(undefined, fields, ['-createdAt']),
      context: { userId: '', now: new Date() },
      ...(cursor && { cursor }),
    });
  }
}
