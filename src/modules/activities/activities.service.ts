import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { LinkName } from '../../platform/records/index.js';
import type { ActivityCompletion, ActivityCreate, ActivityUpdate, ActivityView } from './activities.dto.js';
import {
  activityCancelled,
  activityCompleted,
  activityDeleted,
  activityReopened,
  activityRestored,
  activityUpdated,
} from './activities.events.js';
import { ActivityAdditions } from './factory/activity-additions.js';
import { ActivityUpdater } from './factory/activity-updater.js';
import { ActivityWrites } from './factory/activity-writes.js';
import type { NewOnRecord } from './factory/activity-factory.js';

/** Creates and changes activities. */
@Injectable()
export class ActivitiesService {
  constructor(
    private readonly additions: ActivityAdditions,
    private readonly writes: ActivityWrites,
    private readonly updater: ActivityUpdater,
  ) {}

  create(actor: Actor, input: ActivityCreate): Promise<ActivityView> {
    return this.additions.create(actor, input);
  }

  createOn(actor: Actor, name: LinkName, id: string, input: NewOnRecord): Promise<ActivityView> {
    return this.additions.createOn(actor, name, id, input);
  }

  update(actor: Actor, id: string, patch: ActivityUpdate, version?: number): Promise<ActivityView> {
    return this.writes.change(
      actor,
      id,
      activityUpdated,
      (activity, em, input) => this.updater.applyPatch(actor, activity, input, em),
      { version, patch, followsUp: patch.followUpOn !== undefined },
    );
  }

  complete(actor: Actor, id: string, completion: ActivityCompletion, version?: number): Promise<ActivityView> {
    return this.writes.change(actor, id, activityCompleted, (activity) => this.updater.complete(activity, completion), {
      version,
      followsUp: true,
    });
  }

  reopen(actor: Actor, id: string, version?: number): Promise<ActivityView> {
    return this.writes.change(actor, id, activityReopened, (activity) => activity.reopen(), { version });
  }

  cancel(actor: Actor, id: string, version?: number): Promise<ActivityView> {
    return this.writes.change(actor, id, activityCancelled, (activity) => activity.cancel(), { version });
  }

  async remove(actor: Actor, id: string, version?: number): Promise<void> {
    await this.writes.change(actor, id, activityDeleted, (activity) => this.updater.remove(activity), { version });
  }

  restore(actor: Actor, id: string, version?: number): Promise<ActivityView> {
    return this.writes.change(
      actor,
      id,
      activityRestored,
      (activity, em) => this.updater.restore(actor, activity, em),
      {
        deleted: true,
        version,
      },
    );
  }
}
