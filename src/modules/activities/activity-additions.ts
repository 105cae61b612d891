import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { ActivityCreate, ActivityView } from './activities.dto.js';
import { activityCreated } from './activities.events.js';
import { ActivityDrafts, activityRow, type NewOnRecord } from './activity-drafts.js';
import { FollowUps } from './follow-ups.js';
import type { LinkName } from './links/activity-links.js';

/** New activities, with what follows them up. */
@Injectable()
export class ActivityAdditions {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly drafts: ActivityDrafts,
    private readonly followUps: FollowUps,
  ) {}

  async create(actor: Actor, input: ActivityCreate): Promise<ActivityView> {
    return this.insert(actor, await this.drafts.make(actor, input));
  }

  async createOn(actor: Actor, name: LinkName, id: string, input: NewOnRecord): Promise<ActivityView> {
    return this.insert(actor, await this.drafts.onRecord(actor, name, id, input));
  }

  /** In the unit of work that changed the activity, which holds its lock: the next task is made once. */
  async followUp(actor: Actor, activity: ActivityView): Promise<void> {
    const next = await this.followUps.after(actor, activity);
    if (next) await this.write([next]);
  }

  private async insert(actor: Actor, activity: ActivityView): Promise<ActivityView> {
    const next = await this.followUps.ofNew(actor, activity);
    await this.write(next ? [activity, next] : [activity]);
    return activity;
  }

  /** One statement: activities and their events. */
  private async write(activities: readonly ActivityView[]): Promise<void> {
    const events = activities.map((activity) =>
      this.outbox.make(activityCreated, activity.id, { object: activity, previous: {}, changedFields: [] }),
    );
    await this.database.insert(
      activities.map((activity) => ({ table: 'activities', row: activityRow(activity) })),
      events,
    );
  }
}
