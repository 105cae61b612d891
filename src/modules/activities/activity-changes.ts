import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../kernel/actor.js';
import { CustomFields } from '../../platform/records/index.js';
import { Team, User, Users } from '../users/index.js';
import type { ActivityCompletion, ActivityUpdate } from './activities.dto.js';
import { requireCall, requireRecord, requireWords } from './activity-drafts.js';
import type { Activity } from './activity.entity.js';
import { LinkedRecords } from './links/linked-records.js';

/** Fields that are not simply taken over. */
const DERIVED = new Set(['status', 'dueAt', 'ownerId', 'teamId', 'assigneeId', 'customFields']);

/** Puts wanted values on an activity, with what follows from them. */
@Injectable()
export class ActivityChanges {
  constructor(
    private readonly users: Users,
    private readonly links: LinkedRecords,
    private readonly customFields: CustomFields,
  ) {}

  async apply(actor: Actor, activity: Activity, wanted: ActivityUpdate, em: EntityManager): Promise<void> {
    activity.requireEditable();
    await this.links.requireNamed(actor, wanted, activity);
    const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
    Object.assign(activity, Object.fromEntries(given.filter(([field]) => !DERIVED.has(field))));
    if (wanted.status) activity.moveTo(wanted.status);
    if (wanted.dueAt !== undefined) activity.dueAt = wanted.dueAt === null ? null : new Date(wanted.dueAt);
    if (wanted.customFields)
      activity.customFields = await this.customFields.accept('activities', wanted.customFields, activity.customFields);
    if (wanted.ownerId !== undefined || wanted.teamId !== undefined) await this.place(activity, wanted, em);
    if (wanted.assigneeId !== undefined) await this.assign(activity, wanted.assigneeId, em);
    requireWords(activity);
    requireCall(activity.type, wanted);
    requireRecord(activity, activity.owner ?? activity.assignee ?? activity.team);
  }

  complete(activity: Activity, { outcome, durationMinutes, followUpOn }: ActivityCompletion): void {
    activity.complete();
    if (outcome !== undefined) activity.outcome = outcome;
    if (durationMinutes !== undefined) activity.durationMinutes = durationMinutes;
    if (followUpOn !== undefined) activity.followUpOn = followUpOn;
  }

  // Who is there already may stay, also after having left the company. What loses its owner stays in the team.
  private async place(
    activity: Activity,
    { ownerId: given, teamId }: ActivityUpdate,
    em: EntityManager,
  ): Promise<void> {
    const ownerId = given === undefined ? (activity.owner?.id ?? null) : given;
    const place = await this.users.requirePlace(
      { ownerId, teamId: ownerId || teamId !== undefined ? teamId : activity.team?.id },
      'activities:read',
      activity.owner?.id,
    );
    activity.owner = place.ownerId ? em.getReference(User, place.ownerId) : null;
    activity.team = place.teamId ? em.getReference(Team, place.teamId) : null;
  }

  private async assign(activity: Activity, id: string | null, em: EntityManager): Promise<void> {
    if (id && id !== activity.assignee?.id) await this.users.requireMaySee(id, 'activities:read', '#/assigneeId');
    activity.assignee = id ? em.getReference(User, id) : null;
  }
}
