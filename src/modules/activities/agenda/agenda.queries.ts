import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { BadRequestError } from '../../../kernel/errors.js';
import { QueryRunner } from '../../../platform/database/index.js';
import {
  dayIn,
  parseSort,
  RecordLists,
  type ListRequest,
  startOfDay,
  type RecordSource,
  type Sql,
} from '../../../platform/query/index.js';
import { contextOf } from '../../../platform/records/index.js';
import type { ActivityView } from '../activities.dto.js';
import { dueAtOrLast } from '../activities.fields.js';
import { includedActivityColumns } from '../activities.queries.js';
import { activityType } from '../activity.type.js';
import { hasActiveRecord } from '../links/activity-links.js';
import {
  AGENDA_GROUPS,
  type AgendaGroupName,
  type AgendaGroupView,
  type AgendaQuery,
  type AgendaView,
} from './agenda.dto.js';

type Times = Readonly<Record<AgendaGroupName, Sql>>;
type Counts = Readonly<Record<AgendaGroupName, number>>;
type Groups = Pick<AgendaView, AgendaGroupName>;

const whoseTask = sql`coalesce(a.assignee_id, a.owner_id)`;
// One source per group, so that a group rejects the cursor of another group.
const sources = Object.fromEntries(
  AGENDA_GROUPS.map((group) => [
    group,
    { ...activityType.source, resource: `agenda ${group}`, leadingExpression: whoseTask },
  ]),
) as unknown as Readonly<Record<AgendaGroupName, RecordSource>>;
const EARLIEST_FIRST = parseSort(['dueAt'], activityType.source.fields, []);
const DAY = 86_400_000;

/** Same expression as in its index: the assignee, or the owner of an activity without an assignee. */
const mine = ({ userId }: Actor): Sql => sql`${whoseTask} = ${userId}::uuid and a.status in ('pending', 'in_progress')`;

/** Returns the open activities of a user, by days in the time zone of the user. */
@Injectable()
export class AgendaQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  async get(actor: Actor, query: AgendaQuery): Promise<AgendaView> {
    requireGroup(query);
    const { days = 7 } = query;
    const [timeZone, now] = [await this.timeZoneOf(actor.userId), new Date()];
    const date = dayIn(now, timeZone);
    const [tomorrow, until] = [startOfDay(later(date, 1), timeZone), startOfDay(later(date, days + 1), timeZone)];
    const times: Times = {
      overdue: between(null, now),
      today: between(now, tomorrow),
      upcoming: between(tomorrow, until),
    };
    const counts = await this.countsOf(actor, times, until);
    return { timeZone, date, until: until.toISOString(), ...(await this.groupsOf(actor, query, times, counts)) };
  }

  /** Returns the first page of each group, or the requested page of one group. */
  private async groupsOf(actor: Actor, query: AgendaQuery, times: Times, counts: Counts): Promise<Groups> {
    const { group, cursor } = query;
    // Checked also if every group is empty.
    const include = includedActivityColumns(actor, query.include);
    const asked = AGENDA_GROUPS.filter((name) => (!group || group === name) && (counts[name] > 0 || cursor));
    const pages = await this.lists.pages<ActivityView>(
      asked.map((name) => [sources[name], { ...requestFor(actor, times[name], query), include }]),
      { usesGenericPlan: true },
    );
    const viewOf = (name: AgendaGroupName): AgendaGroupView | null => {
      if (group && group !== name) return null;
      const page = pages[asked.indexOf(name)];
      return { count: counts[name], data: page?.data ?? [], nextCursor: page?.pageInfo.nextCursor ?? null };
    };
    return { overdue: viewOf('overdue'), today: viewOf('today'), upcoming: viewOf('upcoming') };
  }

  private async countsOf(actor: Actor, times: Times, until: Date): Promise<Counts> {
    const counts = AGENDA_GROUPS.map((name) => sql`count(*) filter (where ${times[name]})::int as ${sql.id(name)}`);
    const row = await this.queryRunner.row<Counts>(
      sql`select ${sql.join(counts)} from activities a where a.deleted_at is null and ${mine(actor)}
        and ${between(null, until)} and ${hasActiveRecord}`,
      { prepared: 'generic' },
    );
    return row ?? { overdue: 0, today: 0, upcoming: 0 };
  }

  private async timeZoneOf(userId: string): Promise<string> {
    return (
      (await this.queryRunner.row<{ timezone: string }>(sql`select timezone from users where id = ${userId}::uuid`))
        ?.timezone ?? 'UTC'
    );
  }
}

/** Builds the list request for one group. */
function requestFor(actor: Actor, time: Sql, { limit = 25, cursor }: AgendaQuery): ListRequest {
  return {
    within: [mine(actor), time],
    isNarrow: true,
    where: [],
    limit,
    count: 'none',
    sort: EARLIEST_FIRST,
    context: contextOf(actor),
    ...(cursor && { cursor }),
  };
}

function requireGroup({ cursor, group }: AgendaQuery): void {
  if (cursor && !group)
    throw new BadRequestError('invalid-cursor', 'A cursor needs a group.', {
      errors: [{ parameter: 'cursor', code: 'group-missing', detail: 'The cursor needs `group`.' }],
    });
}

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

const between = (from: Date | null, to: Date): Sql =>
  sql`${from ? sql`${dueAtOrLast} >= ${from.toISOString()}::timestamptz and ` : sql``}${dueAtOrLast}
    < ${to.toISOString()}::timestamptz`;
