import { sql } from 'kysely';
import type { Sql } from '../../../platform/query/index.js';
import { LEAD_STATUSES, type LeadStatus } from '../lead.entity.js';
import type { LeadStatsView } from '../lead-lists.dto.js';
import type { LeadView } from '../leads.dto.js';

export interface StatusSourceRow {
  readonly status: LeadStatus;
  readonly source: string | null;
  readonly count: number;
}

export interface DayCountRow {
  readonly day: string;
  readonly count: number;
}

/** Two sources of counts: by status and source, and by day. */
interface CountSources {
  readonly byStatus: Sql;
  readonly byDay: Sql;
}

const firstDay = (days: number): Sql => sql`(now() at time zone 'UTC')::date - (${days}::int - 1)`;

export const countsOfAllLeads = (): CountSources => ({
  byStatus: sql`
    select fields ->> 'status' as status, fields ->> 'source' as source, count
    from record_counts where resource = 'leads'`,
  byDay: sql`select (fields ->> 'day')::date as day, count from record_counts where resource = 'lead-days'`,
});

/** Counts the rows. Used only for actors with limited access scope, who see few leads. */
export function countsOfLeads(conditions: readonly Sql[], days: number): CountSources {
  const active = sql.join([sql`l.deleted_at is null`, ...conditions], sql` and `);
  return {
    byStatus: sql`select l.status, l.source, count(*) as count from leads l where ${active} group by 1, 2`,
    byDay: sql`
      select (l.created_at at time zone 'UTC')::date as day, count(*) as count from leads l
      where ${active} and l.created_at >= (${firstDay(days)})::timestamp at time zone 'UTC' group by 1`,
  };
}

export const statusCountsQuery = ({ byStatus }: CountSources): Sql => sql`
  select c.status, c.source, sum(c.count)::int as count from (${byStatus}) c group by 1, 2 having sum(c.count) > 0`;

export const dayCountsQuery = ({ byDay }: CountSources, days: number): Sql => sql`
  select day::date as day, coalesce(counted.count, 0)::int as count
  from generate_series(${firstDay(days)}, (now() at time zone 'UTC')::date, interval '1 day') day
  left join (
    select c.day as on_day, sum(c.count) as count from (${byDay}) c where c.day >= ${firstDay(days)} group by 1
  ) counted on counted.on_day = day::date
  order by day`;

const MOST_SOURCES = 50;

export function toStats(counts: readonly StatusSourceRow[], perDay: DayCountRow[], recent: LeadView[]): LeadStatsView {
  const sum = (rows: readonly StatusSourceRow[]): number => rows.reduce((total, { count }) => total + count, 0);
  const sources = [...new Set(counts.map(({ source }) => source))];
  const bySource = sources.map((source) => ({ source, count: sum(counts.filter((row) => row.source === source)) }));
  return {
    total: sum(counts),
    byStatus: LEAD_STATUSES.map((status) => ({ status, count: sum(counts.filter((row) => row.status === status)) })),
    bySource: bySource.sort((a, b) => b.count - a.count).slice(0, MOST_SOURCES),
    perDay,
    recent,
  };
}
