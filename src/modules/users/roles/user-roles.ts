import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { may, type Actor } from '../../../kernel/actor.js';
import { Forbidden, invalidAt } from '../../../kernel/errors.js';
import { Reader } from '../../../platform/database/index.js';
import { Granting } from './granting.js';

/** Which roles somebody has. Inside the unit of work that locks the user. */
@Injectable()
export class UserRoles {
  constructor(
    private readonly reader: Reader,
    private readonly granting: Granting,
  ) {}

  /** Only what is added or taken away is looked at, and only what it is: never taken away and given back, or the last admin would be none for a moment. */
  async set(actor: Actor, userId: string, roleIds: readonly string[]): Promise<void> {
    const present = (
      await this.reader.rows<{ id: string }>(sql`select role_id as id from user_roles where user_id = ${userId}::uuid`)
    ).map(({ id }) => id);
    const wanted = roleIds.map((id) => id.toLowerCase());
    const [added, taken] = [wanted.filter((id) => !present.includes(id)), present.filter((id) => !wanted.includes(id))];
    if (added.length + taken.length === 0) return;
    if (!may(actor, 'users:manage-roles'))
      throw new Forbidden('permission-missing', 'Giving roles needs users:manage-roles.', {
        members: { requiredPermission: 'users:manage-roles' },
      });
    const known = new Set((await this.granting.requireHeld(actor, [...added, ...taken])).map(({ id }) => id));
    const unknown = wanted.findIndex((id) => !known.has(id) && !present.includes(id));
    if (unknown >= 0) throw invalidAt(`#/roleIds/${unknown}`, 'unknown-role', 'there is no role with this id');
    await this.reader.rows(
      sql`insert into user_roles (user_id, role_id) select ${userId}::uuid, id from unnest(${added}::uuid[]) as given (id)`,
    );
    await this.reader.rows(
      sql`delete from user_roles where user_id = ${userId}::uuid and role_id = any(${taken}::uuid[])`,
    );
  }
}
