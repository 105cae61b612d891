import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../../kernel/actor.js';
import { changeBetween, requireVersion } from '../../../kernel/change.js';
import { notFound } from '../../../kernel/errors.js';
import { Events, type EventType } from '../../../kernel/events.js';
import { Database } from '../../../platform/database/index.js';
import { AccessCache } from '../access/access-cache.js';
import { UserAuthority } from '../access/user-authority.js';
import { User } from '../user.entity.js';
import type { UserView } from './people.dto.js';
import type { UserChange } from './people.events.js';
import { PeopleQueries } from './people.queries.js';
import { orDomainError } from './user-errors.js';

type Apply = (user: User, before: UserView, em: EntityManager) => void | Promise<void>;

interface ChangeOptions {
  /** Version that the caller last saw; undefined skips the check. */
  readonly version?: number | undefined;
  readonly patch?: object;
  readonly deleted?: boolean;
  /** Ids of other users to lock. All users are locked in the order of their ids. */
  readonly beside?: readonly (string | null | undefined)[];
}

/** Changes a user under a row lock and records the event. Rejects if the actor has fewer permissions than the user. */
@Injectable()
export class UserUpdater {
  constructor(
    private readonly database: Database,
    private readonly queries: PeopleQueries,
    private readonly events: Events,
    private readonly cache: AccessCache,
    private readonly authority: UserAuthority,
  ) {}

  run(
    actor: Actor,
    id: string,
    event: EventType<UserChange>,
    apply: Apply,
    options: ChangeOptions = {},
  ): Promise<UserView> {
    return orDomainError(
      this.database.write(async (em) => {
        await this.queries.lock(id, ...(options.beside ?? []));
        const user = await em.findOne(User, id, { refresh: true });
        if (!user) throw notFound('user');
        const before = await this.queries.get(id, { deleted: options.deleted ? 'any' : 'no' });
        await this.authority.requireSameAuthority(actor, id);
        requireVersion(before, options.version, options.patch);
        await apply(user, before, em);
        await em.flush();
        const after = await this.queries.get(id, { deleted: 'any' });
        const change = changeBetween(before, after);
        if (change.changedFields.length > 0) this.events.record(event, id, change);
        this.database.afterCommit(() => this.cache.drop());
        return after;
      }),
    );
  }
}
