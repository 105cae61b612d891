import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { Events, type EventType } from '../../../kernel/events.js';
import { Database, Reader } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';
import type { ActivityView } from '../activities.dto.js';
import { activityDueSoon, activityOverdue, type ActivityChange } from '../activities.events.js';
import { ActivitiesQueries } from '../activities.queries.js';

type Sql = RawBuilder<unknown>;

/** So many are told of in one transaction. */
const BATCH = 500;

/** One kind of reminder, in the words of its partial index. */
interface Reminder {
  readonly event: EventType<ActivityChange>;
  readonly told: 'due_soon_told_at' | 'overdue_told_at';
  readonly at: Sql;
  readonly wanted: Sql;
  /** Whether it is still worth telling. */
  readonly holds: (activity: ActivityView, now: number) => boolean;
}

const OVERDUE: Reminder = {
  event: activityOverdue,
  told: 'overdue_told_at',
  at: sql.ref('due_at'),
  wanted: sql`due_at is not null`,
  holds: () => true,
};
const DUE_SOON: Reminder = {
  event: activityDueSoon,
  told: 'due_soon_told_at',
  at: sql`(due_at at time zone 'UTC' - reminder_minutes * interval '1 minute') at time zone 'UTC'`,
  wanted: sql`due_at is not null and reminder_minutes is not null`,
  holds: ({ dueAt }, now) => dueAt !== null && Date.parse(dueAt) > now,
};

/** Tells once of each activity that it is soon due, and once that it is overdue; again only when it is given another time. */
@Injectable()
export class ActivityReminders {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly events: Events,
    private readonly activities: ActivitiesQueries,
  ) {}

  @Scheduled({
    name: 'activities.remind',
    cron: '* * * * *',
    description:
      'Tells by the events activity.due_soon and activity.overdue what is soon due, and what is past its time.',
  })
  async remind({ signal }: ScheduledCall): Promise<object> {
    const dueSoon = await this.tellAll(DUE_SOON, signal);
    return { dueSoon, overdue: await this.tellAll(OVERDUE, signal) };
  }

  private async tellAll(reminder: Reminder, signal: AbortSignal): Promise<number> {
    for (let told = 0; ;) {
      signal.throwIfAborted();
      const batch = await this.tell(reminder);
      told += batch.told;
      if (batch.taken < BATCH) return told;
    }
  }

  // The mark and the event in one transaction: after a crash both are there, or neither. What somebody else has locked is
  // being changed, or told of; what is on deleted records alone is marked without a word.
  private tell({ event, told, at, wanted, holds }: Reminder): Promise<{ taken: number; told: number }> {
    return this.database.write(async () => {
      const taken = await this.reader.rows<{ id: string }>(sql`
        update activities set ${sql.ref(told)} = now() where id = any(array(
          select id from activities where deleted_at is null and status in ('pending', 'in_progress') and ${sql.ref(told)} is null and ${wanted} and ${at} <= now()
          order by ${at}, id limit ${sql.lit(BATCH)} for update skip locked)) returning id`);
      const now = Date.now();
      const living =
        taken.length > 0
          ? (await this.activities.viewsOf(taken.map(({ id }) => id))).filter((activity) => holds(activity, now))
          : [];
      for (const activity of living)
        this.events.record(event, activity.id, { object: activity, previous: {}, changedFields: [] });
      return { taken: taken.length, told: living.length };
    });
  }
}
