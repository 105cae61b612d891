import { sql, type RawBuilder } from 'kysely';
import { LEAD_STATUSES, type LeadStatus } from './lead.entity.js';
import type { LeadStatsView } from './lead-lists.dto.js';
import type { LeadView } from './leads.dto.js';

export interface StatusSourceRow {
  readonly status: LeadStatus;
  readonly source: string | null;
  readonly count: number;
}

export interface DayCountRow {
  readonly day: string;
  readonly count: number;
}

type Sql = RawBuilder<unknown>;

/** Counts that are kept with every write, as rows of status, source and count, and of day and count. */
interface Kept {
  readonly byStatus: Sql;
  readonly byDay: Sql;
}

/** Of everybody's leads: some hundred rows, however many owners there are. */
export const KEPT_OF_ALL: Kept = {
  byStatus: sql`select place ->> 'status' as status, place ->> 'source' as source, count from record_counts where resource = 'leads'`,
  byDay: sql`select (place ->> 'day')::date as day, count from record_counts where resource = 'lead-days'`,
};

/** Of the leads of some holders. */
export function keptByHolder(where: readonly Sql[]): Kept {
  const all = where.length === 0 ? sql`true` : sql.join([...where], sql` and `);
  return {
    byStatus: sql`select c.status, nullif(c.source, '') as source, c.count from lead_counts c where ${all}`,
    byDay: sql`select c.day, c.count from lead_day_counts c where ${all}`,
  };
}

/** From the counts that are kept with every write, never from the leads themselves. */
export const statusCountsQuery = ({ byStatus }: Kept): Sql => sql`
  select c.status, c.source, sum(c.count)::int as count from (${byStatus}) c group by 1, 2 having sum(c.count) > 0`;

export const dayCountsQuery = ({ byDay }: Kept, days: number): Sql => sql`
  select day::date as day, coalesce(counted.count, 0)::int as count
  from generate_series((now() at time zone 'UTC')::date - (${days}::int - 1), (now() at time zone 'UTC')::date, interval '1 day') day
  left join (select c.day as on_day, sum(c.count) as count from (${byDay}) c where c.day > (now() at time zone 'UTC')::date - ${days}::int group by 1) counted
    on counted.on_day = day::date
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
