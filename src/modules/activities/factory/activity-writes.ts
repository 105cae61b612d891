import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../../kernel/actor.js';
import { changeBetween, requireVersion } from '../../../kernel/change.js';
import { notFound } from '../../../kernel/errors.js';
import type { EventType } from '../../../kernel/events.js';
import { withoutVisibility, Database } from '../../../platform/database/index.js';
import { Outbox } from '../../../platform/outbox/index.js';
import { LinkTargets } from '../../../platform/records/index.js';
import type { ActivityUpdate, ActivityView } from '../activities.dto.js';
import type { ActivityChange } from '../activities.events.js';
import { ActivitiesQueries } from '../activities.queries.js';
import { Activity } from '../activity.entity.js';
import { ActivityAdditions } from './activity-additions.js';

type Apply = (activity: Activity, em: EntityManager, input: ActivityUpdate) => void | Promise<void>;

interface ChangeOptions {
  /** Expected version; undefined skips the check. */
  readonly version?: number | undefined;
  /** Patch of the caller, to report the differences if the version is outdated. */
  readonly patch?: ActivityUpdate;
  readonly deleted?: boolean;
  /** Whether the change can create a follow-up task. */
  readonly followsUp?: boolean;
}

/** Changes an activity and records the event in one transaction. */
@Injectable()
export class ActivityWrites {
  constructor(
    private readonly database: Database,
    private readonly queries: ActivitiesQueries,
    private readonly outbox: Outbox,
    private readonly additions: ActivityAdditions,
    private readonly targets: LinkTargets,
  ) {}

  change(
    actor: Actor,
    id: string,
    event: EventType<ActivityChange>,
    apply: Apply,
    options: ChangeOptions = {},
  ): Promise<ActivityView> {
    return this.database.write(async (em) => {
      // Locks the linked records before the activity: a merge locks in the same order.
      const input = await this.targets.follow('activities', options.patch ?? {});
      // Sent in this order, so that the view is read under the lock.
      const [activity, before] = await Promise.all([
        this.database.lock(em, Activity, id),
        this.queries.get(actor, id, { deleted: options.deleted ? 'any' : 'no' }),
      ]);
      if (!activity) throw notFound('activity');
      requireVersion(before, options.version, options.patch);
      await apply(activity, em, input);
      const after = await this.database.flushAndRead(em, () =>
        withoutVisibility(() => this.queries.get(null, id, { deleted: 'any' })),
      );
      const change = changeBetween(before, after);
      if (change.changedFields.length > 0) this.outbox.record(event, id, change);
      if (options.followsUp) await this.additions.followUp(actor, after);
      return after;
    });
  }
}
