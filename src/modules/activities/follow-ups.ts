import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { withoutVisibility, QueryRunner } from '../../platform/database/index.js';
import { startOfDay } from '../../platform/query/index.js';
import { Users } from '../users/index.js';
import type { ActivityView } from './activities.dto.js';
import { linkIdsOf } from '../../platform/records/index.js';
import { emptyTask } from './factory/activity-factory.js';
import { isOverdue } from './activity.entity.js';

const HOUR = 3_600_000;
/** A follow-up is due at 17:00, so that the task is not overdue during the working day. */
const HOURS_BEFORE_MIDNIGHT = 7;

/** Builds the follow-up task of an activity. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly users: Users,
  ) {}

  /**
   * Returns undefined without a follow-up date, or if the task exists already. The caller holds the lock of the
   * activity.
   */
  async after(actor: Actor, activity: ActivityView): Promise<ActivityView | undefined> {
    if (!activity.followUpOn || (await this.exists(activity.id))) return undefined;
    return this.build(actor, activity, activity.followUpOn);
  }

  /** For a new activity, which cannot have a follow-up task yet. */
  async ofNew(actor: Actor, activity: ActivityView): Promise<ActivityView | undefined> {
    return activity.followUpOn ? this.build(actor, activity, activity.followUpOn) : undefined;
  }

  private async build(actor: Actor, activity: ActivityView, day: string): Promise<ActivityView> {
    const now = new Date();
    const { ownerId, teamId, assigneeId, description } = await this.assignmentOf(actor, activity);
    const dueAt = endOfWork(day, await this.timeZoneOf(assigneeId ?? ownerId ?? actor.userId));
    const about = activity.subject.trim() || activity.description.trim().split('\n', 1)[0];
    return {
      ...emptyTask(),
      ...linkIdsOf(activity),
      subject: `Follow up: ${about}`.slice(0, 255),
      description,
      priority: activity.priority,
      dueAt,
      overdue: isOverdue('pending', dueAt, now),
      ownerId,
      teamId,
      assigneeId,
      followUpOfId: activity.id,
    };
  }

  /**
   * Copies the assignment. The actor replaces an owner who can own no records any more, and such an assignee is
   * removed. A note in the description says so.
   */
  private async assignmentOf(
    actor: Actor,
    { ownerId, teamId, assigneeId }: ActivityView,
  ): Promise<Pick<ActivityView, 'ownerId' | 'teamId' | 'assigneeId' | 'description'>> {
    const hasLeft = async (id: string | null): Promise<boolean> => id !== null && !(await this.users.canOwn(id, []));
    const assignee = (await hasLeft(assigneeId)) ? null : assigneeId;
    const description = assignee === assigneeId ? '' : 'The previous assignee has left.';
    if (!(await hasLeft(ownerId))) return { ownerId, teamId, assigneeId: assignee, description };
    return {
      ownerId: actor.userId,
      teamId: await this.users.teamOf(actor.userId),
      assigneeId: assignee,
      description: 'The previous owner has left, so the task is yours now.',
    };
  }

  // Without visibility, because the task may belong to another user now.
  private async exists(id: string): Promise<boolean> {
    return (
      (await withoutVisibility(() =>
        this.queryRunner.row(sql`select 1 from activities where follow_up_of_id = ${id}::uuid`),
      )) !== undefined
    );
  }

  private async timeZoneOf(userId: string): Promise<string> {
    return (
      (await this.queryRunner.row<{ timezone: string }>(sql`select timezone from users where id = ${userId}::uuid`))
        ?.timezone ?? 'UTC'
    );
  }
}

/** Counts back from midnight, because the clock change takes place in the early morning. */
function endOfWork(day: string, timezone: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10);
  return new Date(startOfDay(next, timezone).getTime() - HOURS_BEFORE_MIDNIGHT * HOUR).toISOString();
}
