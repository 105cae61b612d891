import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Permission } from '../../../kernel/access.js';
import { can, RECORD_ACCESS, type Actor, type RecordAccess } from '../../../kernel/actor.js';
import { ForbiddenError } from '../../../kernel/errors.js';
import { QueryRunner } from '../../../platform/database/index.js';
import { authorityOf } from '../users.queries.js';

/** Permissions of a user, and the access scope of these permissions. */
export interface Authority {
  readonly permissions: readonly Permission[];
  readonly recordAccess: RecordAccess;
}

const isCovered = (actor: Actor, { permissions, recordAccess }: Authority): boolean =>
  permissions.every((permission) => can(actor, permission)) &&
  RECORD_ACCESS.indexOf(recordAccess) <= RECORD_ACCESS.indexOf(actor.recordAccess);

/** Rejects changes of a user by an actor with fewer permissions. Required for each route that changes another user. */
@Injectable()
export class UserAuthority {
  constructor(private readonly queryRunner: QueryRunner) {}

  /** Returns the authority from the roles, also of inactive and deleted users, because these users can come back. */
  async get(userId: string): Promise<Authority> {
    return (await this.queryRunner.row<Authority>(authorityOf(userId))) ?? { permissions: [], recordAccess: 'own' };
  }

  /** Rejects if the user has rights that the actor lacks. Locks the roles until the unit of work ends. */
  async requireSameAuthority(actor: Actor, userId: string): Promise<void> {
    const held = sql`select role_id from user_roles where user_id = ${userId}::uuid`;
    await this.queryRunner.rows(sql`select id from roles where id in (${held}) order by id for share`);
    if (isCovered(actor, await this.get(userId))) return;
    throw new ForbiddenError(
      'stronger-user',
      'This user has more permissions than you. Ask a user with the same permissions.',
    );
  }
}
