import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import type { UserView } from '../people/people.dto.js';
import type { TeamMembersQuery } from '../people/user-query.dto.js';
import { userUpdated } from '../people/people.events.js';
import { PeopleQueries } from '../people/people.queries.js';
import { UserUpdater } from '../people/user-updater.js';
import { UserFactory } from '../people/user-factory.js';
import { TeamsQueries } from './teams.queries.js';

/** Members of teams. A user has at most one team, so joining a team leaves the previous team. */
@Injectable()
export class TeamMembers {
  constructor(
    private readonly teams: TeamsQueries,
    private readonly people: PeopleQueries,
    private readonly changes: UserUpdater,
    private readonly factory: UserFactory,
  ) {}

  async list(actor: Actor, teamId: string, query: TeamMembersQuery): Promise<Page<UserView>> {
    await this.teams.get(teamId);
    return this.people.members(actor, teamId, query);
  }

  async add(actor: Actor, teamId: string, userId: string): Promise<void> {
    await this.teams.get(teamId);
    await this.changes.run(actor, userId, userUpdated, (user, before, em) =>
      this.factory.apply(actor, user, { teamId }, before, em),
    );
  }

  async remove(actor: Actor, teamId: string, userId: string): Promise<void> {
    await this.teams.get(teamId);
    await this.changes.run(actor, userId, userUpdated, async (user, before, em) => {
      if (before.teamId !== teamId) throw notFound('team-member');
      await this.factory.apply(actor, user, { teamId: null }, before, em);
    });
  }
}
