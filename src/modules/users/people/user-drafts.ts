import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../../../kernel/actor.js';
import { Forbidden, invalidAt } from '../../../kernel/errors.js';
import { Reader } from '../../../platform/database/index.js';
import { Team } from '../team.entity.js';
import type { User } from '../user.entity.js';
import { Users } from '../users.js';
import type { UserUpdate, UserView } from './people.dto.js';

type Wanted = Pick<UserUpdate, 'teamId' | 'managerId'>;

/** What may be said of a user: checked, and put on the entity. */
@Injectable()
export class UserDrafts {
  constructor(
    private readonly reader: Reader,
    private readonly users: Users,
  ) {}

  async apply(actor: Actor, user: User, wanted: UserUpdate, before: UserView, em: EntityManager): Promise<void> {
    await this.check(actor, wanted, before);
    const { teamId, ...plain } = wanted;
    Object.assign(user, Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)));
    if (teamId !== undefined) user.team = teamId === null ? null : em.getReference(Team, teamId);
  }

  /** Only what is new is looked at: whoever is a manager already may stay one, also after having left. */
  async check(actor: Actor, { teamId, managerId }: Wanted, before: UserView | null): Promise<void> {
    if (teamId !== undefined && teamId !== (before?.teamId ?? null)) await this.checkTeam(actor, teamId, before);
    if (managerId && managerId !== before?.managerId) await this.users.requireActive(managerId, '#/managerId');
  }

  private async checkTeam(actor: Actor, teamId: string | null, before: UserView | null): Promise<void> {
    requireTeamReach(actor, teamId, before === null);
    if (teamId && !(await this.reader.row(sql`select 1 from teams where id = ${teamId}::uuid for key share`)))
      throw invalidAt('#/teamId', 'unknown-team', 'there is no team with this id');
  }
}

/**
 * A team is what its members see: whoever sees only a part of the records could show themselves or others the rest by
 * moving people about. Somebody new has no records yet, so they may come to one's own team.
 */
export function requireTeamReach(actor: Actor, teamId: string | null, isNew: boolean): void {
  if (
    actor.recordAccess === 'all' ||
    (isNew && (teamId === null || (actor.recordAccess === 'team' && teamId === actor.teamId)))
  )
    return;
  throw new Forbidden('permission-not-held', 'Only somebody who sees all records puts people into another team.', {
    members: { requiredRecordAccess: 'all' },
  });
}
