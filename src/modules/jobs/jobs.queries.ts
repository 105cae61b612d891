import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { can, type Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import type { Page } from '../../kernel/page.js';
import { precompiled, QueryRunner } from '../../platform/database/index.js';
import { kindsQuery, outboxQuery, type KindRow, type OutboxRow } from '../../platform/health/index.js';
import { parseSort, RecordLists, simpleFilter, type RecordSource } from '../../platform/query/index.js';
import type { JobQuery, JobStatsView, JobStatus, JobView } from './jobs.dto.js';
import { jobColumns, jobFields, jobTables, jobRun } from './jobs.fields.js';

const columns = precompiled(
  sql.join(Object.entries(jobColumns).map(([name, column]) => sql`${column} as ${sql.id(name)}`)),
);

const sources = new Map<string, RecordSource>();
function sourceOf(statuses: readonly JobStatus[] | undefined): RecordSource {
  const key = [...(statuses ?? [])].sort().join();
  const known = sources.get(key);
  if (known) return known;
  const source: RecordSource = {
    resource: 'jobs',
    from: jobTables(statuses),
    joins: jobRun,
    id: sql.ref('j.id'),
    fields: jobFields,
    columns: jobColumns,
    live: sql.ref('j.is_shown'),
  };
  sources.set(key, source);
  return source;
}

/** Without permission to read jobs, users see only long operations that they started. */
const canSee = (actor: Actor): RawBuilder<unknown> =>
  can(actor, 'jobs:read') || can(actor, 'jobs:manage') ? sql`true` : sql`r.created_by_id = ${actor.userId}::uuid`;

/** Reads queued jobs, dead jobs and finished long operations as one list. */
@Injectable()
export class JobsQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  list({ limit = 25, cursor, count = 'none', sort, ...filters }: JobQuery): Promise<Page<JobView>> {
    const filter = simpleFilter({ ...filters }, jobFields);
    return this.lists.page<JobView>(sourceOf(filters.status), {
      where: [],
      limit,
      count,
      sort: parseSort(sort, jobFields, ['-createdAt']),
      context: { userId: '', now: new Date() },
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  async get(actor: Actor, id: string): Promise<JobView> {
    const job = await this.find(actor, id);
    if (!job) throw notFound('job');
    return job;
  }

  find(actor: Actor, id: string): Promise<JobView | undefined> {
    return this.queryRunner.row<JobView>(
      sql`select ${columns} from ${jobTables()} ${jobRun} where j.id = ${id}::uuid and j.is_shown and ${canSee(actor)}`,
    );
  }

  async stats(): Promise<JobStatsView> {
    const [kinds, [outbox]] = await Promise.all([
      this.queryRunner.rows<KindRow>(kindsQuery()),
      this.queryRunner.rows<OutboxRow>(outboxQuery()),
    ]);
    return { kinds, outbox: outbox ?? { waiting: 0, lagSeconds: 0, deadLettered: 0 } };
  }
}
