import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { AUDIT_ACTIONS } from '../../../kernel/logs/audit-log.js';
import { BadRequestError, notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import { QueryRunner } from '../../../platform/database/index.js';
import {
  defineSearchFields,
  field,
  parseFilter,
  parseSort,
  RecordLists,
  simpleFilter,
  type Fields,
  type Filter,
  type ListRequest,
  type RecordSource,
  type SearchRequest,
  type Sql,
} from '../../../platform/query/index.js';
import type { AuditLogFilters, AuditLogQuery, AuditLogView } from './audit-logs.dto.js';

const columns: Record<keyof AuditLogView, Sql> = {
  id: sql.ref('a.id'),
  action: sql.ref('a.action'),
  resourceType: sql.ref('a.resource_type'),
  resourceId: sql.ref('a.resource_id'),
  description: sql.ref('a.description'),
  changes: sql.ref('a.changes'),
  actor: sql`json_build_object('kind', a.actor_kind, 'id', a.user_id, 'name', a.user_name, 'email', a.user_email)`,
  apiKeyId: sql.ref('a.api_key_id'),
  ipAddress: sql`host(a.ip_address)`,
  userAgent: sql.ref('a.user_agent'),
  requestMethod: sql.ref('a.request_method'),
  requestPath: sql.ref('a.request_path'),
  requestId: sql.ref('a.request_id'),
  createdAt: sql.ref('a.created_at'),
};

const fields = {
  action: field.choice('a.action', AUDIT_ACTIONS),
  resourceType: field.text('a.resource_type'),
  resourceId: field.text('a.resource_id', { nullable: true }),
  userId: field.uuid('a.user_id', { nullable: true, user: true }),
  apiKeyId: field.uuid('a.api_key_id', { nullable: true }),
  requestId: field.text('a.request_id', { nullable: true }),
  createdAt: field.timestamp('a.created_at', { sort: true }),
} satisfies Fields;
defineSearchFields('audit-logs', fields);

const source: RecordSource = {
  resource: 'audit-logs',
  from: sql`audit_logs a`,
  id: sql.ref('a.id'),
  fields,
  columns,
  live: sql`true`,
};
const selected = sql.join(Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`));

const PIECE = 500;

@Injectable()
export class AuditLogsQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  list({ limit = 25, cursor, count = 'none', sort, ...filters }: AuditLogQuery): Promise<Page<AuditLogView>> {
    return this.page({ limit, count, ...(cursor && { cursor }) }, simpleFilter({ ...filters }, fields), sort);
  }

  search({ filter, limit = 25, cursor, count = 'none', sort, ...rest }: SearchRequest): Promise<Page<AuditLogView>> {
    const unread = Object.entries(rest).find(([, value]) => value !== undefined)?.[0];
    if (unread)
      throw new BadRequestError(
        'invalid-query',
        'The audit log does not support text search, includes or deleted entries.',
        { errors: [{ pointer: `#/${unread}`, code: 'not-available', detail: `${unread} is not supported here` }] },
      );
    return this.page({ limit, count, ...(cursor && { cursor }) }, filter && parseFilter(filter, fields), sort);
  }

  async get(id: string): Promise<AuditLogView> {
    const entry = await this.queryRunner.row<AuditLogView>(
      sql`select ${selected} from audit_logs a where a.id = ${id}::uuid`,
    );
    if (!entry) throw notFound('audit-log');
    return entry;
  }

  /** Yields all matching entries, newest first. Only one batch is in memory at a time. */
  async *all(filters: AuditLogFilters): AsyncGenerator<readonly AuditLogView[]> {
    const filter = simpleFilter({ ...filters }, fields);
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { data, pageInfo }: Page<AuditLogView> = await this.page(
        { limit: PIECE, count: 'none', ...(cursor && { cursor }) },
        filter,
      );
      yield data;
      cursor = pageInfo.nextCursor;
    }
  }

  private page(
    request: Pick<ListRequest, 'limit' | 'count' | 'cursor'>,
    filter: Filter | undefined,
    sort?: readonly string[],
  ): Promise<Page<AuditLogView>> {
    return this.lists.page<AuditLogView>(source, {
      ...request,
      where: [],
      sort: parseSort(sort, fields, ['-createdAt']),
      context: { userId: '', now: new Date() },
      ...(filter && { filter }),
    });
  }
}
