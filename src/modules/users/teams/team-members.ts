import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import type { TeamMembersQuery, UserView } from '../people/people.dto.js';
import { userUpdated } from '../people/people.events.js';
import { PeopleQueries } from '../people/people.queries.js';
import { UserChanges } from '../people/user-changes.js';
import { UserDrafts } from '../people/user-drafts.js';
import { TeamsQueries } from './teams.queries.js';

/** Who is in a team. Everybody is in one at most, so whoever comes to one leaves another. */
@Injectable()
export class TeamMembers {
  constructor(
    private readonly teams: TeamsQueries,
    private readonly people: PeopleQueries,
    private readonly changes: UserChanges,
    private readonly drafts: UserDrafts,
  ) {}

  async list(actor: Actor, teamId: string, query: TeamMembersQuery): Promise<Page<UserView>> {
    await this.teams.get(teamId);
    return this.people.members(actor, teamId, query);
  }

  async add(actor: Actor, teamId: string, userId: string): Promise<void> {
    await this.teams.get(teamId);
    await this.changes.run(userId, userUpdated, (user, before, em) =>
      this.drafts.apply(actor, user, { teamId }, before, em),
    );
  }

  async remove(actor: Actor, teamId: string, userId: string): Promise<void> {
    await this.teams.get(teamId);
    await this.changes.run(userId, userUpdated, async (user, before, em) => {
      if (before.teamId !== teamId) throw notFound('team-member');
      await this.drafts.apply(actor, user, { teamId: null }, before, em);
    });
  }
}
