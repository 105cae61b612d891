import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { beyondSight, Reader } from '../../platform/database/index.js';
import { startOfDay } from '../../platform/query/index.js';
import type { ActivityView } from './activities.dto.js';
import { blank } from './activity-drafts.js';
import { isOverdue } from './activity.entity.js';

const HOUR = 3_600_000;
/** The end of the working day: all day long it is still to be done. */
const HOURS_BEFORE_MIDNIGHT = 7;

/** The next task of an activity that somebody wants to come back to. */
@Injectable()
export class FollowUps {
  constructor(private readonly reader: Reader) {}

  /** A draft, or undefined where there is nothing to come back to, or the next task was made before. The caller holds the activity's lock. */
  async after(actor: Actor, activity: ActivityView): Promise<ActivityView | undefined> {
    if (!activity.followUpOn || (await this.isMade(activity.id))) return undefined;
    return this.draft(actor, activity, activity.followUpOn);
  }

  /** The same for an activity that is just being made. */
  async ofNew(actor: Actor, activity: ActivityView): Promise<ActivityView | undefined> {
    return activity.followUpOn ? this.draft(actor, activity, activity.followUpOn) : undefined;
  }

  private async draft(actor: Actor, activity: ActivityView, day: string): Promise<ActivityView> {
    const now = new Date();
    const { leadId, companyId, contactId, dealId, ownerId, teamId, assigneeId, priority } = activity;
    const dueAt = endOfWork(day, await this.timeZoneOf(assigneeId ?? ownerId ?? actor.userId));
    const about = activity.subject.trim() || activity.description.trim().split('\n', 1)[0];
    return {
      ...blank('task', now),
      subject: `Follow up: ${about}`.slice(0, 255),
      priority,
      dueAt,
      overdue: isOverdue('pending', dueAt, now),
      leadId,
      companyId,
      contactId,
      dealId,
      ownerId,
      teamId,
      assigneeId,
      followUpOfId: activity.id,
    };
  }

  // Also of one that was given to somebody else since.
  private async isMade(id: string): Promise<boolean> {
    return (
      (await beyondSight(() => this.reader.row(sql`select 1 from activities where follow_up_of_id = ${id}::uuid`))) !==
      undefined
    );
  }

  private async timeZoneOf(userId: string): Promise<string> {
    return (
      (await this.reader.row<{ timezone: string }>(sql`select timezone from users where id = ${userId}::uuid`))
        ?.timezone ?? 'UTC'
    );
  }
}

/** Counted back from midnight: clocks are changed in the early morning. */
function endOfWork(day: string, timezone: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10);
  return new Date(startOfDay(next, timezone).getTime() - HOURS_BEFORE_MIDNIGHT * HOUR).toISOString();
}
