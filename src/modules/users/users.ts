import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';
import type { Permission } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { invalidAt, type UnprocessableError } from '../../kernel/errors.js';
import { QueryRunner } from '../../platform/database/index.js';
import { Owners, type Assignment, type OwnedEntity } from '../../platform/records/index.js';
import { Team } from './teams/team.entity.js';
import { User } from './user.entity.js';

/** SQL condition: the roles of a user include a permission. `userId` is a column or a value. */
export const holds = (userId: RawBuilder<unknown>, permission: Permission): RawBuilder<unknown> => {
  const [resource, action] = permission.split(':');
  return sql`exists (select 1 from user_roles ur join role_permissions rp on rp.role_id = ur.role_id join permissions p
    on p.id = rp.permission_id
    where ur.user_id = ${userId} and p.resource = ${resource} and p.action = ${action})`;
};

const unknownUser = (pointer: string): UnprocessableError =>
  invalidAt(pointer, 'unknown-user', 'there is no active user with this id');

/** Checks of users for other modules. */
@Injectable()
export class Users implements Owners {
  constructor(private readonly queryRunner: QueryRunner) {}

  /** Rejects an unknown or inactive user. The row lock keeps the user active until the unit of work ends. */
  async requireActive(userId: string, pointer: string): Promise<void> {
    const user = await this.queryRunner.row(
      sql`select 1 from users where id = ${userId}::uuid and is_active and deleted_at is null for share`,
    );
    if (!user) throw unknownUser(pointer);
  }

  /** Returns whether a user is active and has the permissions. Keeps the user active until the unit of work ends. */
  async canOwn(userId: string, permissions: readonly Permission[]): Promise<boolean> {
    const all = permissions.map((permission) => holds(sql.ref('u.id'), permission));
    return (
      (await this.queryRunner.row(
        sql`select 1 from users u where
          ${sql.join([sql`u.id = ${userId}::uuid and u.is_active and u.deleted_at is null`, ...all], sql` and `)}
          for share of u`,
      )) !== undefined
    );
  }

  /** Returns the team of a user, also of an inactive or deleted user. */
  async teamOf(userId: string): Promise<string | null> {
    return (
      (
        await this.queryRunner.row<{ teamId: string | null }>(
          sql`select team_id as "teamId" from users where id = ${userId}::uuid`,
        )
      )?.teamId ?? null
    );
  }

  assign(record: OwnedEntity, { ownerId, teamId }: Assignment, em: EntityManager): void {
    record.owner = ownerId === null ? null : em.getReference(User, ownerId);
    record.team = teamId === null ? null : em.getReference(Team, teamId);
  }

  /** Assigns a record to the actor if the owner is inactive or deleted. */
  async replaceFormerOwner(actor: Actor, record: OwnedEntity, em: EntityManager): Promise<void> {
    if (!record.owner || (await this.canOwn(record.owner.id, []))) return;
    this.assign(record, { ownerId: actor.userId, teamId: actor.teamId }, em);
  }

  /**
   * Returns the team of an owner or assignee. Rejects an unknown or inactive user, and a user without the permission.
   * The row lock keeps the user active until the unit of work ends.
   */
  async requireCanSee(userId: string, permission: Permission, pointer: string): Promise<string | null> {
    const user = await this.queryRunner.row<{ teamId: string | null; canSee: boolean }>(sql`
      select u.team_id as "teamId", ${holds(sql.ref('u.id'), permission)} as "canSee" from users u
        where u.id = ${userId}::uuid and u.is_active and u.deleted_at is null for share of u`);
    if (!user) throw unknownUser(pointer);
    if (!user.canSee)
      throw invalidAt(pointer, 'user-may-not-see', `this user lacks ${permission} and could not see the record`);
    return user.teamId;
  }

  /**
   * Returns the assignment for `ownerId`, or for `teamId` if there is no owner. A record with an owner always has the
   * team of the owner.
   */
  async requireAssignable(
    { ownerId, teamId }: { readonly ownerId: string | null; readonly teamId: string | null | undefined },
    permission: Permission,
    trusted?: string,
  ): Promise<Assignment> {
    if (ownerId === null) {
      if (teamId) await this.requireTeam(teamId);
      return { ownerId, teamId: teamId ?? null };
    }
    const theirs =
      ownerId === trusted ? await this.teamOf(ownerId) : await this.requireCanSee(ownerId, permission, '#/ownerId');
    if (teamId && teamId !== theirs)
      throw invalidAt('#/teamId', 'owner-decides-team', 'a record with an owner is in the team of the owner');
    return { ownerId, teamId: theirs };
  }

  private async requireTeam(teamId: string): Promise<void> {
    const team = await this.queryRunner.row(sql`select 1 from teams where id = ${teamId}::uuid`);
    if (!team) throw invalidAt('#/teamId', 'unknown-team', 'there is no team with this id');
  }
}
