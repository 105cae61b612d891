import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../kernel/actor.js';
import { changeBetween, requireVersion } from '../../kernel/change.js';
import { notFound } from '../../kernel/errors.js';
import type { EventType } from '../../kernel/events.js';
import { beyondSight, Database } from '../../platform/database/index.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { ActivityCompletion, ActivityCreate, ActivityUpdate, ActivityView } from './activities.dto.js';
import {
  activityCancelled,
  activityCompleted,
  activityDeleted,
  activityReopened,
  activityRestored,
  activityUpdated,
  type ActivityChange,
} from './activities.events.js';
import { ActivitiesQueries } from './activities.queries.js';
import { ActivityAdditions } from './activity-additions.js';
import { ActivityChanges } from './activity-changes.js';
import type { NewOnRecord } from './activity-drafts.js';
import { Activity } from './activity.entity.js';
import type { LinkName } from './links/activity-links.js';

type Apply = (activity: Activity, em: EntityManager) => void | Promise<void>;

interface ChangeOptions {
  /** The version that the caller last saw; undefined takes the activity as it is. */
  readonly version?: number | undefined;
  /** What the caller wants to write, to name what differs when the version is stale. */
  readonly wanted?: ActivityUpdate;
  readonly deleted?: boolean;
  /** Whether it may make the next task. */
  readonly followsUp?: boolean;
}

/** What can be done with activities. Every change is one transaction: the activity and its event. */
@Injectable()
export class ActivitiesService {
  constructor(
    private readonly database: Database,
    private readonly queries: ActivitiesQueries,
    private readonly outbox: Outbox,
    private readonly additions: ActivityAdditions,
    private readonly changes: ActivityChanges,
  ) {}

  create(actor: Actor, input: ActivityCreate): Promise<ActivityView> {
    return this.additions.create(actor, input);
  }

  createOn(actor: Actor, name: LinkName, id: string, input: NewOnRecord): Promise<ActivityView> {
    return this.additions.createOn(actor, name, id, input);
  }

  update(actor: Actor, id: string, wanted: ActivityUpdate, version?: number): Promise<ActivityView> {
    return this.change(actor, id, activityUpdated, (activity, em) => this.changes.apply(actor, activity, wanted, em), {
      version,
      wanted,
      followsUp: wanted.followUpOn !== undefined,
    });
  }

  complete(actor: Actor, id: string, completion: ActivityCompletion, version?: number): Promise<ActivityView> {
    return this.change(actor, id, activityCompleted, (activity) => this.changes.complete(activity, completion), {
      version,
      followsUp: true,
    });
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
    return this.change(actor, id, activityRestored, (activity) => activity.restore(), { deleted: true });
  }

  private change(
    actor: Actor,
    id: string,
    event: EventType<ActivityChange>,
    apply: Apply,
    options: ChangeOptions = {},
  ): Promise<ActivityView> {
    return this.database.write(async (em) => {
      const activity = await em.findOne(Activity, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!activity) throw notFound('activity');
      const before = await this.queries.get(actor, id, { deleted: options.deleted ? 'any' : 'no' });
      requireVersion(before, options.version, options.wanted);
      await apply(activity, em);
      await em.flush();
      const after = await beyondSight(() => this.queries.get(null, id, { deleted: 'any' }));
      const change = changeBetween(before, after);
      if (change.changedFields.length > 0) this.outbox.record(event, id, change);
      if (options.followsUp) await this.additions.followUp(actor, after);
      return after;
    });
  }
}
