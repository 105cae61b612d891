import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Permission } from '../../kernel/access.js';
import { invalidAt, type Invalid } from '../../kernel/errors.js';
import { Reader } from '../../platform/database/index.js';

/** Whether the roles of a user give a permission; `userId` is a column or a value. */
export const holds = (userId: RawBuilder<unknown>, permission: Permission): RawBuilder<unknown> => {
  const [resource, action] = permission.split(':');
  return sql`exists (select 1 from user_roles ur join role_permissions rp on rp.role_id = ur.role_id join permissions p on p.id = rp.permission_id
    where ur.user_id = ${userId} and p.resource = ${resource} and p.action = ${action})`;
};

interface Place {
  readonly ownerId: string | null;
  readonly teamId: string | null;
}

const unknownUser = (pointer: string): Invalid =>
  invalidAt(pointer, 'unknown-user', 'there is no active user with this id');

/** What other modules ask about users. */
@Injectable()
export class Users {
  constructor(private readonly reader: Reader) {}

  /** Refuses a manager or a team's lead who does not exist or has left. In a unit of work nobody can leave until it ends. */
  async requireActive(userId: string, pointer: string): Promise<void> {
    const user = await this.reader.row(
      sql`select 1 from users where id = ${userId}::uuid and is_active and deleted_at is null for share`,
    );
    if (!user) throw unknownUser(pointer);
  }

  /** Refuses an owner or assignee who does not exist, has left, or may not see what they are given. Gives their team. In a unit of work nobody can leave until it ends. */
  async requireMaySee(userId: string, permission: Permission, pointer: string): Promise<string | null> {
    const user = await this.reader.row<{ teamId: string | null; maySee: boolean }>(sql`
      select u.team_id as "teamId", ${holds(sql.ref('u.id'), permission)} as "maySee" from users u where u.id = ${userId}::uuid and u.is_active and u.deleted_at is null for share of u`);
    if (!user) throw unknownUser(pointer);
    if (!user.maySee)
      throw invalidAt(pointer, 'user-may-not-see', `this user lacks ${permission} and would not see it`);
    return user.teamId;
  }

  /** Where a record belongs that is given to `ownerId`, or without an owner to `teamId`. An owner's record is in the owner's team, whatever else is said. */
  async requirePlace(
    { ownerId, teamId }: { readonly ownerId: string | null; readonly teamId: string | null | undefined },
    permission: Permission,
    trusted?: string,
  ): Promise<Place> {
    if (ownerId === null) {
      if (teamId) await this.requireTeam(teamId);
      return { ownerId, teamId: teamId ?? null };
    }
    const theirs =
      ownerId === trusted ? await this.teamOf(ownerId) : await this.requireMaySee(ownerId, permission, '#/ownerId');
    if (teamId && teamId !== theirs)
      throw invalidAt('#/teamId', 'owner-decides-team', 'what has an owner is in the team of its owner');
    return { ownerId, teamId: theirs };
  }

  private async teamOf(userId: string): Promise<string | null> {
    return (
      (
        await this.reader.row<{ teamId: string | null }>(
          sql`select team_id as "teamId" from users where id = ${userId}::uuid`,
        )
      )?.teamId ?? null
    );
  }

  private async requireTeam(teamId: string): Promise<void> {
    const team = await this.reader.row(sql`select 1 from teams where id = ${teamId}::uuid`);
    if (!team) throw invalidAt('#/teamId', 'unknown-team', 'there is no team with this id');
  }
}
