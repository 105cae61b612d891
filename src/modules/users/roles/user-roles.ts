import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { can, type Actor } from '../../../kernel/actor.js';
import { ForbiddenError, invalidAt } from '../../../kernel/errors.js';
import { QueryRunner } from '../../../platform/database/index.js';
import { Granting } from './granting.js';

/** Sets the roles of a user. Call inside the unit of work that locks the user. */
@Injectable()
export class UserRoles {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly granting: Granting,
  ) {}

  /** Checks and writes only the difference. To replace all roles would remove the last administrator for a moment. */
  async set(actor: Actor, userId: string, roleIds: readonly string[]): Promise<void> {
    const present = (
      await this.queryRunner.rows<{ id: string }>(
        sql`select role_id as id from user_roles where user_id = ${userId}::uuid`,
      )
    ).map(({ id }) => id);
    const requested = roleIds.map((id) => id.toLowerCase());
    const [added, taken] = [
      requested.filter((id) => !present.includes(id)),
      present.filter((id) => !requested.includes(id)),
    ];
    if (added.length + taken.length === 0) return;
    if (!can(actor, 'users:manage-roles'))
      throw new ForbiddenError('permission-missing', 'Assigning roles needs users:manage-roles.', {
        members: { requiredPermission: 'users:manage-roles' },
      });
    const known = new Set((await this.granting.requireHeld(actor, [...added, ...taken])).map(({ id }) => id));
    const unknown = requested.findIndex((id) => !known.has(id) && !present.includes(id));
    if (unknown >= 0) throw invalidAt(`#/roleIds/${unknown}`, 'unknown-role', 'there is no role with this id');
    await this.queryRunner.rows(
      sql`insert into user_roles (user_id, role_id) select ${userId}::uuid, id from unnest(${added}::uuid[])
        as given (id)`,
    );
    await this.queryRunner.rows(
      sql`delete from user_roles where user_id = ${userId}::uuid and role_id = any(${taken}::uuid[])`,
    );
  }
}
