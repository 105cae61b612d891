import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { may, type Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import type { Page } from '../../kernel/page.js';
import { fixed, Reader } from '../../platform/database/index.js';
import { kindsQuery, outboxQuery, type KindRow, type OutboxRow } from '../../platform/health/index.js';
import { parseSort, RecordLists, simpleFilter, type RecordSource } from '../../platform/query/index.js';
import type { JobQuery, JobStatsView, JobStatus, JobView } from './jobs.dto.js';
import { jobColumns, jobFields, jobPlaces, jobRun } from './jobs.fields.js';

const columns = fixed(sql.join(Object.entries(jobColumns).map(([name, column]) => sql`${column} as ${sql.id(name)}`)));

const sources = new Map<string, RecordSource>();
function sourceOf(statuses: readonly JobStatus[] | undefined): RecordSource {
  const key = [...(statuses ?? [])].sort().join();
  const known = sources.get(key);
  if (known) return known;
  const source: RecordSource = {
    resource: 'jobs',
    from: jobPlaces(statuses),
    joins: jobRun,
    id: sql.ref('j.id'),
    fields: jobFields,
    columns: jobColumns,
    live: sql.ref('j.is_shown'),
  };
  sources.set(key, source);
  return source;
}

/** Long work is its starter's to see; the queue is for those who may read jobs. */
const sees = (actor: Actor): RawBuilder<unknown> =>
  may(actor, 'jobs:read') || may(actor, 'jobs:manage') ? sql`true` : sql`r.created_by_id = ${actor.userId}::uuid`;

/** Reads of the queue, the dead, and long work that is over: one list. */
@Injectable()
export class JobsQueries {
  constructor(
    private readonly reader: Reader,
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
    return this.reader.row<JobView>(
      sql`select ${columns} from ${jobPlaces()} ${jobRun} where j.id = ${id}::uuid and j.is_shown and ${sees(actor)}`,
    );
  }

  async stats(): Promise<JobStatsView> {
    const [kinds, [outbox]] = await Promise.all([
      this.reader.rows<KindRow>(kindsQuery()),
      this.reader.rows<OutboxRow>(outboxQuery()),
    ]);
    return { kinds, outbox: outbox ?? { waiting: 0, lagSeconds: 0, parked: 0 } };
  }
}
