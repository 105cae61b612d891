import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../kernel/logs/audit-log.js';
import { sql, type RawBuilder } from 'kysely';
import { notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import {
  field,
  parseSort,
  RecordLists,
  simpleFilter,
  type Fields,
  type RecordSource,
} from '../../../platform/query/index.js';
import type { JobGroupQuery, JobGroupView } from './job-groups.dto.js';

const columns: Record<keyof JobGroupView, RawBuilder<unknown>> = {
  key: sql.ref('g.group_key'),
  cap: sql.ref('g.max_concurrency'),
  ordered: sql.ref('g.is_ordered'),
  pausedUntil: sql`case when g.paused_until > now() then g.paused_until end`,
  consecutiveFailures: sql.ref('g.consecutive_failures'),
  failingSince: sql.ref('g.failing_since'),
  ready: sql`(select count(*)::int from jobs j where j.group_key = g.group_key and j.lease_token is null
    and j.run_at <= now())`,
  running: sql`(select count(*)::int from jobs j where j.group_key = g.group_key and j.lease_token is not null)`,
};
const fields = { key: field.text('g.group_key', { sort: true }) } satisfies Fields;
// Lists need a UUID to order equal rows. Keys of groups are unique, so this id never decides the order.
const source: RecordSource = {
  resource: 'job-groups',
  from: sql`job_groups g`,
  id: sql`md5(g.group_key)::uuid`,
  fields,
  columns,
  live: sql`true`,
};

@Injectable()
export class JobGroupsService {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly auditLog: AuditLog,
  ) {}

  list({ limit = 25, cursor, count = 'none', ...filters }: JobGroupQuery): Promise<Page<JobGroupView>> {
    const filter = simpleFilter({ ...filters }, fields);
    return this.lists.page<JobGroupView>(source, {
      where: [],
      limit,
      count,
      sort: parseSort(undefined, fields, ['key']),
      context: { userId: '', now: new Date() },
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  /** Ends the pause and resets the circuit breaker, so that the jobs are tried at once. */
  resume(key: string): Promise<JobGroupView> {
    return this.change(key, 'The job group was resumed.', () => this.jobs.resume(key));
  }

  /** Starts no job of the group for some minutes, also instead of an earlier pause. */
  pause(key: string, minutes: number): Promise<JobGroupView> {
    return this.change(key, `The job group was paused for ${minutes} minutes.`, () => this.jobs.pause(key, minutes));
  }

  /** The key of a group is no UUID, so the entry of the audit log names the key in its description. */
  private change(key: string, description: string, apply: () => Promise<void>): Promise<JobGroupView> {
    return this.database.write(async () => {
      const before = await this.find(key);
      await apply();
      const group = await this.find(key);
      if (!before || !group) throw notFound('job-group');
      await this.auditLog.record({
        action: 'update',
        resourceType: 'job-groups',
        description: `${description} Key: ${key}`,
        changes: { pausedUntil: { from: before.pausedUntil, to: group.pausedUntil } },
      });
      return group;
    });
  }

  private find(key: string): Promise<JobGroupView | undefined> {
    return this.queryRunner.row<JobGroupView>(
      sql`select ${sql.join(Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`))}
        from job_groups g where g.group_key = ${key}`,
    );
  }
}
