import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { mergePatch } from '../../kernel/merge-patch.js';
import { User, Users } from '../users/index.js';
import type { ActivityCompletion, ActivityUpdate } from './activities.dto.js';
import { requireCall, requireWords } from './activity-drafts.js';
import type { Activity } from './activity.entity.js';

/** Fields that are not simply taken over. */
const DERIVED = new Set(['status', 'dueAt', 'ownerId', 'assigneeId', 'customFields']);

/** Puts wanted values on an activity, with what follows from them. */
@Injectable()
export class ActivityChanges {
  constructor(private readonly users: Users) {}

  async apply(activity: Activity, wanted: ActivityUpdate, em: EntityManager): Promise<void> {
    activity.requireEditable();
    const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
    Object.assign(activity, Object.fromEntries(given.filter(([field]) => !DERIVED.has(field))));
    if (wanted.status) activity.moveTo(wanted.status);
    if (wanted.dueAt !== undefined) activity.dueAt = wanted.dueAt === null ? null : new Date(wanted.dueAt);
    if (wanted.customFields) activity.customFields = mergePatch(activity.customFields, wanted.customFields);
    if (wanted.ownerId !== undefined) activity.owner = await this.person(wanted.ownerId, activity.owner?.id, '#/ownerId', em);
    if (wanted.assigneeId !== undefined) activity.assignee = await this.person(wanted.assigneeId, activity.assignee?.id, '#/assigneeId', em);
    requireWords(activity);
    requireCall(activity.type, wanted);
  }

  complete(activity: Activity, { outcome, durationMinutes }: ActivityCompletion): void {
    activity.complete();
    if (outcome !== undefined) activity.outcome = outcome;
    if (durationMinutes !== undefined) activity.durationMinutes = durationMinutes;
  }

  // Who is there already may stay, also after having left the company.
  private async person(id: string | null, present: string | undefined, pointer: string, em: EntityManager): Promise<User | null> {
    if (id && id !== present) await this.users.requireActive(id, pointer);
    return id ? em.getReference(User, id) : null;
  }
}
