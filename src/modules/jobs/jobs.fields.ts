import { sql, type RawBuilder } from 'kysely';
import { field, type Fields } from '../../platform/query/index.js';
import { JOB_STATUSES, type JobStatus, type JobView } from './jobs.dto.js';

const hasRun = sql`r.id is not null`;

/** Columns of a job view. `j` is a row of `jobTables`; `r` is the long operation in `job_runs`. */
export const jobColumns: Record<keyof JobView, RawBuilder<unknown>> = {
  id: sql.ref('j.id'),
  kind: sql.ref('j.kind'),
  status: sql.ref('j.status'),
  group: sql.ref('j.group_key'),
  refId: sql.ref('j.ref_id'),
  priority: sql.ref('j.priority'),
  attempts: sql.ref('j.attempts'),
  runAt: sql.ref('j.run_at'),
  progress: sql`case when ${hasRun} then json_build_object('done', r.progress_done, 'total', r.progress_total) end`,
  result: sql.ref('r.result'),
  lastError: sql`coalesce(j.last_error, r.error)`,
  createdAt: sql.ref('j.created_at'),
  startedAt: sql.ref('r.started_at'),
  finishedAt: sql`coalesce(j.finished_at, r.finished_at)`,
  createdById: sql.ref('r.created_by_id'),
};

export const jobFields = {
  status: field.choice('j.status', JOB_STATUSES),
  kind: field.text('j.kind'),
  group: field.text('j.group_key', { nullable: true }),
  createdAt: field.timestamp('j.created_at', { sort: true }),
} satisfies Fields;

// Times are stored in milliseconds and may be rounded up. A job that was just added must be due.
const isLater = sql`run_at > now() + interval '1 millisecond'`;

const alive = sql`
  select id, kind, case when lease_token is not null then 'running' when ${isLater} then 'scheduled' else 'waiting'
    end::varchar as status, group_key, ref_id, priority, attempts, run_at,
    last_error, created_at, null::timestamptz as finished_at, true as is_shown from jobs`;
const dead = sql`
  select id, kind, 'dead'::varchar as status, group_key, ref_id, priority, attempts, null::timestamptz
    as run_at, last_error, created_at, died_at as finished_at, true as is_shown from dead_jobs`;
// A long operation has the id of its job. It is shown only if the job no longer exists.
const finished = sql`
  select id, kind, status, null::varchar as group_key, id as ref_id, null::smallint as priority, null::smallint
    as attempts, null::timestamptz as run_at, error as last_error, created_at, finished_at,
    (select true from jobs where jobs.id = job_runs.id) is null and (select true from dead_jobs
      where dead_jobs.id = job_runs.id) is null as is_shown from job_runs`;

const TABLES: readonly (readonly [RawBuilder<unknown>, readonly JobStatus[]])[] = [
  [alive, ['waiting', 'scheduled', 'running']],
  [dead, ['dead']],
  [finished, ['succeeded', 'failed', 'cancelled']],
];

/**
 * Union of the tables with jobs of these statuses. The parts have no conditions or joins. So the planner scans and
 * merges their indexes, and pushes outer conditions down into each part.
 */
export function jobTables(statuses: readonly JobStatus[] = JOB_STATUSES): RawBuilder<unknown> {
  const tables = TABLES.filter(([, held]) => held.some((status) => statuses.includes(status))).map(([table]) => table);
  return sql`(${sql.join(tables, sql` union all `)}) j`;
}

export const jobRun = sql`left join job_runs r on r.id = j.ref_id`;
