import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { SecurityLog } from '../../../kernel/security-log.js';
import type { UserView } from '../people/people.dto.js';
import { userRolesChanged } from '../people/people.events.js';
import { UserChanges } from '../people/user-changes.js';
import { RolesQueries } from './roles.queries.js';
import { UserRoles } from './user-roles.js';

/** Gives somebody roles and takes them away, on record. */
@Injectable()
export class UserRolesService {
  constructor(
    private readonly changes: UserChanges,
    private readonly roles: UserRoles,
    private readonly queries: RolesQueries,
    private readonly security: SecurityLog,
  ) {}

  change(actor: Actor, id: string, roleIds: readonly string[], version?: number): Promise<UserView> {
    return this.changes.run(
      id,
      userRolesChanged,
      async (user, before) => {
        const had = before.roles.map((role) => role.id);
        if (
          had.toSorted().join() ===
          roleIds
            .map((one) => one.toLowerCase())
            .toSorted()
            .join()
        )
          return;
        await this.roles.set(actor, id, roleIds);
        // The roles lie in another table; the version is to move with them.
        user.updatedAt = new Date();
        const now = (await this.queries.byIds(roleIds)).map(({ name }) => name);
        await this.security.record({
          event: 'role_changed',
          severity: 'warning',
          userId: id,
          email: user.email,
          description: `${user.email} has other roles now.`,
          details: { from: before.roles.map(({ name }) => name), to: now },
        });
      },
      { version },
    );
  }
}
