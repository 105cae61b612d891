import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../kernel/actor.js';
import { changeBetween, requireVersion } from '../../kernel/change.js';
import { invalidAt, notFound, NotFound } from '../../kernel/errors.js';
import type { EventType } from '../../kernel/events.js';
import { Database } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import { LeadsQueries } from '../leads/index.js';
import type { ActivityCompletion, ActivityCreate, ActivityUpdate, ActivityView, LeadActivityCreate } from './activities.dto.js';
import {
  activityCancelled, activityCompleted, activityCreated, activityDeleted, activityReopened, activityRestored, activityUpdated, type ActivityChange,
} from './activities.events.js';
import { ActivitiesQueries } from './activities.queries.js';
import { activityRow } from './activity-drafts.js';
import { ActivityParts } from './activity-parts.js';
import { Activity } from './activity.entity.js';

type Apply = (activity: Activity, em: EntityManager) => void | Promise<void>;

/** What can be done with activities. Every change is one transaction with its event. */
@Injectable()
export class ActivitiesService {
  constructor(
    private readonly database: Database,
    private readonly queries: ActivitiesQueries,
    private readonly leads: LeadsQueries,
    private readonly outbox: Outbox,
    private readonly parts: ActivityParts,
  ) {}

  async create(actor: Actor, input: ActivityCreate): Promise<ActivityView> {
    await this.leads.get(actor, input.leadId).catch((error: unknown) => Promise.reject(error instanceof NotFound ? invalidAt('#/leadId', 'unknown-lead', 'there is no lead with this id') : error));
    return this.insert(await this.parts.draft(actor, input));
  }

  async createOnLead(actor: Actor, leadId: string, input: LeadActivityCreate): Promise<ActivityView> {
    await this.leads.get(actor, leadId);
    return this.insert(await this.parts.draft(actor, { ...input, leadId }));
  }

  update(actor: Actor, id: string, wanted: ActivityUpdate, version?: number): Promise<ActivityView> {
    return this.change(actor, id, activityUpdated, (activity, em) => this.parts.apply(activity, wanted, em), { version, wanted });
  }

  complete(actor: Actor, id: string, { outcome, durationMinutes }: ActivityCompletion, version?: number): Promise<ActivityView> {
    return this.change(actor, id, activityCompleted, (activity) => {
      activity.complete();
      if (outcome !== undefined) activity.outcome = outcome;
      if (durationMinutes !== undefined) activity.durationMinutes = durationMinutes;
    }, { version });
  }

  reopen(actor: Actor, id: string, version?: number): Promise<ActivityView> {
    return this.change(actor, id, activityReopened, (activity) => activity.reopen(), { version });
  }

  cancel(actor: Actor, id: string, version?: number): Promise<ActivityView> {
    return this.change(actor, id, activityCancelled, (activity) => activity.cancel(), { version });
  }

  async remove(actor: Actor, id: string, version?: number): Promise<void> {
    await this.change(actor, id, activityDeleted, (activity) => activity.remove(), { version });
  }

  restore(actor: Actor, id: string): Promise<ActivityView> {
    return this.change(actor, id, activityRestored, (activity) => activity.restore(), { deleted: 'any' });
  }

  private async insert(activity: ActivityView): Promise<ActivityView> {
    const event = this.outbox.make(activityCreated, activity.id, { object: activity, previous: {}, changedFields: [] });
    await this.database.insert([{ table: 'activities', row: activityRow(activity) }], [event]);
    return activity;
  }

  private change(actor: Actor, id: string, event: EventType<ActivityChange>, apply: Apply, { version, wanted, deleted = 'no' }: { version?: number | undefined; wanted?: ActivityUpdate; deleted?: 'no' | 'any' }): Promise<ActivityView> {
    return this.database.write(async (em) => {
      const activity = await em.findOne(Activity, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!activity) throw notFound('activity');
      const before = await this.queries.get(actor, id, { deleted });
      requireVersion(before, version, wanted);
      await apply(activity, em);
      await em.flush();
      const after = await this.queries.get(null, id, { deleted: 'any' });
      const change = changeBetween(before, after);
      if (change.changedFields.length > 0) this.outbox.record(event, id, change);
      return after;
    });
  }
}
