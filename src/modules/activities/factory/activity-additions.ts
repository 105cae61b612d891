import { Injectable } from '@nestjs/common';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { ConflictError } from '../../../kernel/errors.js';
import { Database } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { LinkTargets, rowFrom, type LinkName } from '../../../platform/records/index.js';
import type { ActivityCreate, ActivityView } from '../activities.dto.js';
import { activityCreated } from '../activities.events.js';
import { ActivityFactory, type NewOnRecord } from './activity-factory.js';
import { activityType } from '../activity.type.js';
import { FollowUps } from '../follow-ups.js';

const TRIES = 3;

/** Creates activities and their follow-up tasks. */
@Injectable()
export class ActivityAdditions {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly factory: ActivityFactory,
    private readonly followUps: FollowUps,
    private readonly targets: LinkTargets,
  ) {}

  create(actor: Actor, input: ActivityCreate): Promise<ActivityView> {
    return this.insert(actor, input, (input) => this.factory.create(actor, input));
  }

  createOn(actor: Actor, name: LinkName, id: string, input: NewOnRecord): Promise<ActivityView> {
    return this.insert(actor, input, (input) => this.factory.onRecord(actor, name, id, input));
  }

  /** Runs in the unit of work that holds the lock of the activity, so that only one follow-up task is created. */
  async followUp(actor: Actor, activity: ActivityView): Promise<void> {
    const next = await this.followUps.after(actor, activity);
    if (next) await this.write([next], undefined);
  }

  /** Inserts an activity only if all linked records are active. Retries if a linked record is changed meanwhile. */
  private async insert<I extends object>(
    actor: Actor,
    input: I,
    create: (input: I) => Promise<ActivityView>,
  ): Promise<ActivityView> {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const activity = await create(await this.targets.follow('activities', input));
      const next = await this.followUps.ofNew(actor, activity);
      if (await this.write(next ? [activity, next] : [activity], await this.targets.guardOf('activities', activity)))
        return activity;
    }
    throw new ConflictError('record-changing', 'A linked record is being changed right now; try again.');
  }

  /** Writes the activities and their events in one statement. */
  private write(activities: readonly ActivityView[], guard: RawBuilder<unknown> | undefined): Promise<boolean> {
    const events = activities.map((activity) =>
      this.outbox.create(activityCreated, activity.id, { object: activity, previous: {}, changedFields: [] }),
    );
    return this.database.insert(
      activities.map((activity) => ({ table: 'activities', row: rowFrom(activityType.properties, activity) })),
      events,
      guard,
    );
  }
}
