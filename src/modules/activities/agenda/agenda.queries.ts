import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { BadRequest } from '../../../kernel/errors.js';
import { Reader } from '../../../platform/database/index.js';
import { dayIn, parseSort, RecordLists, startOfDay, type RecordSource } from '../../../platform/query/index.js';
import { contextOf } from '../../../platform/records/index.js';
import type { ActivityView } from '../activities.dto.js';
import { activityFields, dueAtOrLast } from '../activities.fields.js';
import { activitySource } from '../activities.queries.js';
import { onSomethingLiving } from '../links/activity-links.js';
import {
  AGENDA_GROUPS,
  type AgendaGroupName,
  type AgendaGroupView,
  type AgendaQuery,
  type AgendaView,
} from './agenda.dto.js';

type Sql = RawBuilder<unknown>;
type Times = Readonly<Record<AgendaGroupName, Sql>>;

const whoseTask = sql`coalesce(a.assignee_id, a.owner_id)`;
// A source each, so that the cursor of one group is refused in another.
const sources = Object.fromEntries(
  AGENDA_GROUPS.map((group) => [group, { ...activitySource, resource: `agenda ${group}`, along: whoseTask }]),
) as unknown as Readonly<Record<AgendaGroupName, RecordSource>>;
const EARLIEST_FIRST = parseSort(['dueAt'], activityFields, []);
const DAY = 86_400_000;

/** As in its index: what one is to do, and of one's own what nobody else is to do. */
const mine = ({ userId }: Actor): Sql => sql`${whoseTask} = ${userId}::uuid and a.status in ('pending', 'in_progress')`;

/** What one has to do, by the days of one's own time zone. */
@Injectable()
export class AgendaQueries {
  constructor(
    private readonly reader: Reader,
    private readonly lists: RecordLists,
  ) {}

  async of(actor: Actor, { days = 7, limit = 25, group, cursor }: AgendaQuery): Promise<AgendaView> {
    if (cursor && !group)
      throw new BadRequest('invalid-cursor', 'A cursor goes on in one group: say which.', {
        errors: [{ parameter: 'cursor', code: 'group-missing', detail: 'The cursor needs `group`.' }],
      });
    const [timeZone, now] = [await this.timeZoneOf(actor.userId), new Date()];
    const date = dayIn(now, timeZone);
    const [tomorrow, until] = [startOfDay(later(date, 1), timeZone), startOfDay(later(date, days + 1), timeZone)];
    const times: Times = {
      overdue: between(null, now),
      today: between(now, tomorrow),
      upcoming: between(tomorrow, until),
    };
    const counts = await this.countsOf(actor, times, until);
    const asked = AGENDA_GROUPS.filter((name) => (!group || group === name) && (counts[name] > 0 || cursor));
    const pages = await this.lists.pages<ActivityView>(
      asked.map((name) => [
        sources[name],
        {
          where: [mine(actor), times[name]],
          limit,
          count: 'none',
          sort: EARLIEST_FIRST,
          context: contextOf(actor),
          ...(cursor && { cursor }),
        },
      ]),
      { hasOneWay: true },
    );
    const [overdue, today, upcoming] = AGENDA_GROUPS.map((name): AgendaGroupView | null => {
      if (group && group !== name) return null;
      const page = pages[asked.indexOf(name)];
      return { count: counts[name], data: page?.data ?? [], nextCursor: page?.pageInfo.nextCursor ?? null };
    });
    return {
      timeZone,
      date,
      until: until.toISOString(),
      overdue: overdue ?? null,
      today: today ?? null,
      upcoming: upcoming ?? null,
    };
  }

  private async countsOf(actor: Actor, times: Times, until: Date): Promise<Record<AgendaGroupName, number>> {
    const counts = AGENDA_GROUPS.map((name) => sql`count(*) filter (where ${times[name]})::int as ${sql.id(name)}`);
    const row = await this.reader.row<Record<AgendaGroupName, number>>(
      sql`select ${sql.join(counts)} from activities a where a.deleted_at is null and ${mine(actor)} and ${between(null, until)} and ${onSomethingLiving}`,
      { prepared: 'generic' },
    );
    return row ?? { overdue: 0, today: 0, upcoming: 0 };
  }

  private async timeZoneOf(userId: string): Promise<string> {
    return (
      (await this.reader.row<{ timezone: string }>(sql`select timezone from users where id = ${userId}::uuid`))
        ?.timezone ?? 'UTC'
    );
  }
}

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

const between = (from: Date | null, to: Date): Sql =>
  sql`${from ? sql`${dueAtOrLast} >= ${from.toISOString()}::timestamptz and ` : sql``}${dueAtOrLast} < ${to.toISOString()}::timestamptz`;
