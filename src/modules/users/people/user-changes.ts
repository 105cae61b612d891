import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { changeBetween, requireVersion } from '../../../kernel/change.js';
import { notFound } from '../../../kernel/errors.js';
import { Events, type EventType } from '../../../kernel/events.js';
import { Database } from '../../../platform/database/index.js';
import { AccessCache } from '../access-cache.js';
import { User } from '../user.entity.js';
import type { UserView } from './people.dto.js';
import type { UserChange } from './people.events.js';
import { PeopleQueries } from './people.queries.js';
import { inWordsOr } from './people-refusals.js';

type Apply = (user: User, before: UserView, em: EntityManager) => void | Promise<void>;

interface ChangeOptions {
  /** The version that the caller last saw; undefined takes the user as they are. */
  readonly version?: number | undefined;
  readonly wanted?: object;
  readonly deleted?: boolean;
  /** Others whose rows must be locked too, in the same order for all. */
  readonly beside?: readonly (string | null | undefined)[];
}

/** Changes one user under their lock, tells of it, and forgets what this process knew of who may what. */
@Injectable()
export class UserChanges {
  constructor(
    private readonly database: Database,
    private readonly queries: PeopleQueries,
    private readonly events: Events,
    private readonly cache: AccessCache,
  ) {}

  run(id: string, event: EventType<UserChange>, apply: Apply, options: ChangeOptions = {}): Promise<UserView> {
    return inWordsOr(
      this.database.write(async (em) => {
        await this.queries.lock(id, ...(options.beside ?? []));
        const user = await em.findOne(User, id, { refresh: true });
        if (!user) throw notFound('user');
        const before = await this.queries.get(id, { deleted: options.deleted ? 'any' : 'no' });
        requireVersion(before, options.version, options.wanted);
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
