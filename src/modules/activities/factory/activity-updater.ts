import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../../kernel/actor.js';
import { RecordReferences, RecordUpdater, type RecordAssignment } from '../../../platform/records/index.js';
import { User, Users } from '../../users/index.js';
import type { ActivityCompletion, ActivityUpdate } from '../activities.dto.js';
import { requireCall, requireDueDate, requireRecord, requireWords } from './activity-factory.js';
import type { Activity } from '../activity.entity.js';
import { activityType } from '../activity.type.js';

@Injectable()
export class ActivityUpdater {
  constructor(
    private readonly users: Users,
    private readonly references: RecordReferences,
    private readonly updater: RecordUpdater,
  ) {}

  async applyPatch(actor: Actor, activity: Activity, patch: ActivityUpdate, em: EntityManager): Promise<void> {
    activity.requireEditable();
    await this.references.require('activities', actor, patch, activity);
    const { reminderMinutes } = activity;
    await this.updater.applyPatch(activityType, activity, patch, ['status']);
    if (patch.status) activity.moveTo(patch.status);
    if (patch.reminderMinutes !== reminderMinutes) requireDueDate(patch.reminderMinutes, activity.dueAt);
    if (patch.ownerId !== undefined || patch.teamId !== undefined)
      await this.updater.assign(activityType, activity, assignmentOf(activity, patch), em);
    if (patch.assigneeId !== undefined) await this.assign(activity, patch.assigneeId, em);
    requireWords(activity);
    requireCall(activity.type, patch);
    requireRecord(activity, activity.owner ?? activity.assignee ?? activity.team);
  }

  complete(activity: Activity, { outcome, durationMinutes, followUpOn }: ActivityCompletion): void {
    activity.complete();
    if (outcome !== undefined) activity.outcome = outcome;
    if (durationMinutes !== undefined) activity.durationMinutes = durationMinutes;
    if (followUpOn !== undefined) activity.followUpOn = followUpOn;
  }

  remove(activity: Activity): void {
    this.updater.remove(activityType, activity);
  }

  /** Replaces a former owner by the actor and removes a former assignee. */
  async restore(actor: Actor, activity: Activity, em: EntityManager): Promise<void> {
    await this.updater.restore(activityType, actor, activity, em);
    if (activity.assignee && !(await this.users.canOwn(activity.assignee.id, []))) activity.assignee = null;
  }

  private async assign(activity: Activity, id: string | null, em: EntityManager): Promise<void> {
    if (id && id !== activity.assignee?.id) await this.users.requireCanSee(id, 'activities:read', '#/assigneeId');
    activity.assignee = id ? em.getReference(User, id) : null;
  }
}

/** Without a new owner, the activity keeps its owner. */
const assignmentOf = (
  activity: Activity,
  { ownerId = activity.owner?.id ?? null, teamId }: ActivityUpdate,
): RecordAssignment => ({ ownerId, ...(teamId !== undefined && { teamId }) });
