import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import { SECURITY_EVENTS, SEVERITIES } from '../../../kernel/logs/security-log.js';
import { QueryRunner } from '../../../platform/database/index.js';
import {
  field,
  parseSort,
  RecordLists,
  simpleFilter,
  type Fields,
  type RecordSource,
  type Sql,
} from '../../../platform/query/index.js';
import type { OwnSecurityLogQuery, SecurityLogQuery, SecurityLogView } from './security-logs.dto.js';

const columns: Record<keyof SecurityLogView, Sql> = {
  id: sql.ref('s.id'),
  event: sql.ref('s.event_type'),
  severity: sql.ref('s.severity'),
  userId: sql.ref('s.user_id'),
  userEmail: sql.ref('s.user_email'),
  description: sql.ref('s.description'),
  details: sql.ref('s.details'),
  ipAddress: sql`host(s.ip_address)`,
  userAgent: sql.ref('s.user_agent'),
  actionTaken: sql.ref('s.action_taken'),
  requestId: sql.ref('s.request_id'),
  createdAt: sql.ref('s.created_at'),
};

const fields = {
  event: field.choice('s.event_type', SECURITY_EVENTS),
  severity: field.choice('s.severity', SEVERITIES),
  userId: field.uuid('s.user_id', { nullable: true }),
  userEmail: field.text('s.user_email', { nullable: true, lowercase: true }),
  // Must be the same expression as in the index.
  ipAddress: field.text(sql`host(s.ip_address)`, { nullable: true }),
  createdAt: field.timestamp('s.created_at', { sort: true }),
} satisfies Fields;

const source: RecordSource = {
  resource: 'security-logs',
  from: sql`security_logs s`,
  id: sql.ref('s.id'),
  fields,
  columns,
  live: sql`true`,
};
const selected = sql.join(Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`));

@Injectable()
export class SecurityLogsQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  list(query: SecurityLogQuery): Promise<Page<SecurityLogView>> {
    return this.page(query, []);
  }

  mine({ userId }: Actor, query: OwnSecurityLogQuery): Promise<Page<SecurityLogView>> {
    return this.page(query, [sql`s.user_id = ${userId}::uuid`]);
  }

  async get(id: string): Promise<SecurityLogView> {
    const entry = await this.queryRunner.row<SecurityLogView>(
      sql`select ${selected} from security_logs s where s.id = ${id}::uuid`,
    );
    if (!entry) throw notFound('security-log');
    return entry;
  }

  private page(
    { limit = 25, cursor, count = 'none', sort, ...filters }: SecurityLogQuery,
    where: readonly Sql[],
  ): Promise<Page<SecurityLogView>> {
    const filter = simpleFilter({ ...filters }, fields);
    return this.lists.page<SecurityLogView>(source, {
      where,
      limit,
      count,
      sort: parseSort(sort, fields, ['-createdAt']),
      context: { userId: '', now: new Date() },
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }
}
