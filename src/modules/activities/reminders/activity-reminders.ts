import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Sql } from '../../../platform/query/index.js';
import { Events, type EventType } from '../../../kernel/events.js';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../../platform/schedule/index.js';
import type { ActivityView } from '../activities.dto.js';
import { activityDueSoon, activityOverdue, type ActivityChange } from '../activities.events.js';
import { dueAtOrLast } from '../activities.fields.js';
import { ActivitiesQueries } from '../activities.queries.js';

/** Number of activities per transaction. */
const BATCH = 500;

/** The upper bound of `reminder_minutes`. */
const LONGEST_REMINDER = sql`interval '28 days'`;

/** A kind of reminder. */
interface Reminder {
  readonly event: EventType<ActivityChange>;
  readonly notifiedColumn: 'due_soon_notified_at' | 'overdue_notified_at';
  readonly at: Sql;
  /** Begins with a condition on the index expression. */
  readonly isDue: Sql;
  /** Whether the event is still useful. */
  readonly holds: (activity: ActivityView, now: number) => boolean;
}

const OVERDUE: Reminder = {
  event: activityOverdue,
  notifiedColumn: 'overdue_notified_at',
  at: dueAtOrLast,
  isDue: sql`${dueAtOrLast} <= now()`,
  holds: () => true,
};
const DUE_SOON: Reminder = {
  event: activityDueSoon,
  notifiedColumn: 'due_soon_notified_at',
  at: sql`a.due_at - a.reminder_minutes * interval '1 minute'`,
  isDue: sql`${dueAtOrLast} <= now() + ${LONGEST_REMINDER}
    and a.due_at - a.reminder_minutes * interval '1 minute' <= now()`,
  holds: ({ dueAt }, now) => dueAt !== null && Date.parse(dueAt) > now,
};

/** Records one due-soon event and one overdue event per activity. A new due time allows new events. */
@Injectable()
export class ActivityReminders {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly events: Events,
    private readonly activities: ActivitiesQueries,
  ) {}

  @Scheduled({
    name: 'activities.remind',
    cron: '* * * * *',
    description: 'Sends the events activity.due_soon and activity.overdue.',
  })
  async remind({ signal }: ScheduledCall): Promise<object> {
    const dueSoon = await this.recordAll(DUE_SOON, signal);
    return { dueSoon, overdue: await this.recordAll(OVERDUE, signal) };
  }

  private async recordAll(reminder: Reminder, signal: AbortSignal): Promise<number> {
    for (let notified = 0; ;) {
      signal.throwIfAborted();
      const batch = await this.recordBatch(reminder);
      notified += batch.notified;
      if (batch.taken < BATCH) return notified;
    }
  }

  // One transaction sets the mark and records the event. Locked activities are skipped: another transaction changes
  // them. Activities only on deleted records are marked without an event.
  private recordBatch({
    event,
    notifiedColumn: notified,
    at,
    isDue,
    holds,
  }: Reminder): Promise<{ taken: number; notified: number }> {
    return this.database.write(async () => {
      const taken = await this.queryRunner.rows<{ id: string }>(sql`
        update activities set ${sql.ref(notified)} = now() where id = any(array(
          select a.id from activities a where a.deleted_at is null and a.status in ('pending', 'in_progress')
            and ${sql.ref(`a.${notified}`)} is null and ${isDue}
          order by ${at}, a.id limit ${sql.lit(BATCH)} for update skip locked)) returning id`);
      const now = Date.now();
      const active =
        taken.length > 0
          ? (await this.activities.viewsOf(taken.map(({ id }) => id))).filter((activity) => holds(activity, now))
          : [];
      for (const activity of active)
        this.events.record(event, activity.id, { object: activity, previous: {}, changedFields: [] });
      return { taken: taken.length, notified: active.length };
    });
  }
}
