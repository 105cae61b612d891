import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { SecurityLog } from '../../../kernel/logs/security-log.js';
import type { UserView } from '../people/people.dto.js';
import { userRolesChanged } from '../people/people.events.js';
import { UserUpdater } from '../people/user-updater.js';
import { RolesQueries } from './roles.queries.js';
import { UserRoles } from './user-roles.js';

/** Equal for the same ids in any order and case. */
const keyOf = (ids: readonly string[]): string =>
  ids
    .map((id) => id.toLowerCase())
    .toSorted()
    .join();

/** Changes the roles of a user and records a security event. */
@Injectable()
export class UserRolesService {
  constructor(
    private readonly changes: UserUpdater,
    private readonly roles: UserRoles,
    private readonly queries: RolesQueries,
    private readonly security: SecurityLog,
  ) {}

  change(actor: Actor, id: string, roleIds: readonly string[], version?: number): Promise<UserView> {
    return this.changes.run(
      actor,
      id,
      userRolesChanged,
      async (user, before) => {
        if (keyOf(before.roles.map((role) => role.id)) === keyOf(roleIds)) return;
        await this.roles.set(actor, id, roleIds);
        // The roles are in another table. The new `updatedAt` increases the version of the user.
        user.updatedAt = new Date();
        const now = (await this.queries.byIds(roleIds)).map(({ name }) => name);
        await this.security.record({
          event: 'role_changed',
          severity: 'warning',
          userId: id,
          email: user.email,
          description: `The roles of ${user.email} were changed.`,
          details: { from: before.roles.map(({ name }) => name), to: now },
        });
      },
      { version },
    );
  }
}
