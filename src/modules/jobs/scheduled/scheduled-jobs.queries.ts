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
import { ScheduledJobs, Slots } from '../../../platform/schedule/index.js';
import {
  RUN_STATUSES,
  type ScheduledJobRunQuery,
  type ScheduledJobRunView,
  type ScheduledJobView,
} from './scheduled-jobs.dto.js';

const runColumns: Record<keyof ScheduledJobRunView, RawBuilder<unknown>> = {
  id: sql.ref('r.id'),
  name: sql.ref('r.name'),
  trigger: sql.ref('r.trigger'),
  status: sql.ref('r.status'),
  slotAt: sql.ref('r.slot_at'),
  attempts: sql.ref('r.attempts'),
  startedAt: sql.ref('r.started_at'),
  finishedAt: sql.ref('r.finished_at'),
  durationMs: sql`(extract(epoch from r.finished_at - r.started_at) * 1000)::int`,
  result: sql.ref('r.result'),
  error: sql.ref('r.error'),
  createdAt: sql.ref('r.created_at'),
};
const runFields = {
  status: field.choice('r.status', RUN_STATUSES),
  createdAt: field.timestamp('r.created_at', { sort: true }),
} satisfies Fields;
const runSource: RecordSource = {
  resource: 'scheduled-job-runs',
  from: sql`scheduled_job_runs r`,
  id: sql.ref('r.id'),
  fields: runFields,
  columns: runColumns,
  live: sql`true`,
};
const runSelected = sql.join(Object.entries(runColumns).map(([name, column]) => sql`${column} as ${sql.id(name)}`));

interface Row {
  readonly name: string;
  readonly enabled: boolean;
  readonly now: string;
}

/** Reads of scheduled jobs: declarations from the code, with state and runs from the database. */
@Injectable()
export class ScheduledJobsQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
    private readonly jobs: ScheduledJobs,
    private readonly slots: Slots,
  ) {}

  async list(): Promise<Page<ScheduledJobView>> {
    return { data: await this.views(sql`true`), pageInfo: { nextCursor: null, prevCursor: null, hasMore: false } };
  }

  async get(name: string): Promise<ScheduledJobView> {
    const [job] = await this.views(sql`s.name = ${name}`);
    if (!job) throw notFound('scheduled-job');
    return job;
  }

  async runs(
    name: string,
    { limit = 25, cursor, count = 'none', ...filters }: ScheduledJobRunQuery,
  ): Promise<Page<ScheduledJobRunView>> {
    await this.get(name);
    const filter = simpleFilter({ ...filters }, runFields);
    return this.lists.page<ScheduledJobRunView>(runSource, {
      where: [sql`r.name = ${name}`],
      limit,
      count,
      sort: parseSort(undefined, runFields, ['-createdAt']),
      context: { userId: '', now: new Date() },
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  run(id: string): Promise<ScheduledJobRunView | undefined> {
    return this.queryRunner.row<ScheduledJobRunView>(
      sql`select ${runSelected} from scheduled_job_runs r where r.id = ${id}::uuid`,
    );
  }

  private async views(condition: RawBuilder<unknown>): Promise<ScheduledJobView[]> {
    const [rows, runs] = await Promise.all([
      this.queryRunner.rows<Row>(
        sql`select s.name, s.enabled, now() as now from scheduled_jobs s where ${condition} order by s.name`,
      ),
      this.queryRunner.rows<ScheduledJobRunView>(sql`
        select ${runSelected} from scheduled_jobs s cross join lateral (select * from scheduled_job_runs r
          where r.name = s.name order by r.created_at desc, r.id desc limit 1) r where ${condition}`),
    ]);
    return rows.map((row) => this.view(row, runs.find(({ name }) => name === row.name) ?? null));
  }

  private view({ name, enabled, now }: Row, lastRun: ScheduledJobRunView | null): ScheduledJobView {
    const job = this.jobs.find(name);
    if (!job)
      return {
        name,
        description: '',
        cron: null,
        timeZone: null,
        misfire: null,
        enabled,
        isObsolete: true,
        lastRun,
        nextSlotAt: null,
      };
    const { description, cron, timeZone, misfire } = job;
    const next = enabled ? this.slots.next(job, new Date(now)) : null;
    return {
      name,
      description,
      cron,
      timeZone,
      misfire,
      enabled,
      isObsolete: false,
      lastRun,
      nextSlotAt: next?.toISOString() ?? null,
    };
  }
}
