import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../kernel/actor.js';
import { mergePatch } from '../../kernel/merge-patch.js';
import { User, Users } from '../users/index.js';
import type { ActivityCreate, ActivityUpdate, ActivityView } from './activities.dto.js';
import { ActivityDrafts, requireFitting } from './activity-drafts.js';
import type { Activity } from './activity.entity.js';

/** Puts activities together: new ones of what was given, changed ones of what is wanted. */
@Injectable()
export class ActivityParts {
  constructor(
    private readonly drafts: ActivityDrafts,
    private readonly users: Users,
  ) {}

  draft(actor: Actor, input: ActivityCreate): Promise<ActivityView> {
    return this.drafts.make(actor, input);
  }

  async apply(activity: Activity, wanted: ActivityUpdate, em: EntityManager): Promise<void> {
    activity.requireOwn();
    requireFitting(activity.type, wanted);
    const { assigneeId, dueAt, customFields, status, ...plain } = wanted;
    Object.assign(activity, Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)));
    if (dueAt !== undefined) activity.dueAt = dueAt === null ? null : new Date(dueAt);
    if (customFields) activity.customFields = mergePatch(activity.customFields, customFields);
    if (status) this.move(activity, status);
    if (assigneeId) await this.users.requireActive(assigneeId, '#/assigneeId');
    if (assigneeId !== undefined) activity.assignee = assigneeId === null ? null : em.getReference(User, assigneeId);
  }

  private move(activity: Activity, status: 'pending' | 'in_progress'): void {
    if (activity.status === 'completed' || activity.status === 'cancelled') activity.reopen();
    activity.status = status;
  }
}
