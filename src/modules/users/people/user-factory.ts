import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { EntityManager } from '@mikro-orm/postgresql';
import { requireRecentAuth } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/entity.js';
import { ForbiddenError, invalidAt } from '../../../kernel/errors.js';
import { QueryRunner } from '../../../platform/database/index.js';
import { UserRoles } from '../roles/user-roles.js';
import { Team } from '../teams/team.entity.js';
import { User } from '../user.entity.js';
import { Users } from '../users.js';
import type { UserInvitation, UserUpdate, UserView } from './people.dto.js';

type Requested = Pick<UserUpdate, 'teamId' | 'managerId'>;

/** Validates the fields of a user and applies them to a new or existing entity. */
@Injectable()
export class UserFactory {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly users: Users,
    private readonly roles: UserRoles,
  ) {}

  /** Creates a user with roles. Returns the id. */
  async create(
    actor: Actor,
    { email, roleIds = [], teamId = null, ...patch }: UserInvitation,
    em: EntityManager,
  ): Promise<string> {
    await this.check(actor, { ...patch, teamId }, null);
    const user = em.create(User, {
      id: newId(),
      email,
      ...provided(patch),
      team: teamId ? em.getReference(Team, teamId) : null,
    });
    await em.flush();
    await this.roles.set(actor, user.id, roleIds);
    return user.id;
  }

  async apply(actor: Actor, user: User, patch: UserUpdate, before: UserView, em: EntityManager): Promise<void> {
    await this.check(actor, patch, before);
    const { teamId, ...plain } = patch;
    Object.assign(user, provided(plain));
    if (teamId !== undefined) user.team = teamId === null ? null : em.getReference(Team, teamId);
  }

  /** Checks only changed values, so an inactive manager can stay the manager. */
  private async check(actor: Actor, { teamId, managerId }: Requested, before: UserView | null): Promise<void> {
    if (teamId !== undefined && teamId !== (before?.teamId ?? null)) await this.checkTeam(actor, teamId, before);
    if (managerId && managerId !== before?.managerId) await this.users.requireActive(managerId, '#/managerId');
  }

  private async checkTeam(actor: Actor, teamId: string | null, before: UserView | null): Promise<void> {
    requireTeamScope(actor, teamId, before === null);
    // A team decides which records its members see.
    requireRecentAuth(actor);
    if (teamId && !(await this.queryRunner.row(sql`select 1 from teams where id = ${teamId}::uuid for key share`)))
      throw invalidAt('#/teamId', 'unknown-team', 'there is no team with this id');
  }
}

const provided = (patch: object): object =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));

/**
 * Requires access scope `all`, because the team decides which records a user sees. New users have no records, so scope
 * `team` is enough for the team of the actor.
 */
export function requireTeamScope(actor: Actor, teamId: string | null, isNew: boolean): void {
  if (
    actor.recordAccess === 'all' ||
    (isNew && (teamId === null || (actor.recordAccess === 'team' && teamId === actor.teamId)))
  )
    return;
  throw new ForbiddenError('permission-not-held', 'Changing the team of a user needs access scope all.', {
    members: { requiredRecordAccess: 'all' },
  });
}
