import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { changeBetween, requireVersion } from '../../../kernel/change.js';
import { newId } from '../../../kernel/entity.js';
import { Conflict, notFound } from '../../../kernel/errors.js';
import { Events } from '../../../kernel/events.js';
import { Database, violatedUnique } from '../../../platform/database/index.js';
import { Team } from '../team.entity.js';
import { Ownership } from '../transfer/ownership.js';
import { Users } from '../users.js';
import type { TeamCreate, TeamUpdate, TeamView } from './teams.dto.js';
import { teamCreated, teamDeleted, teamUpdated } from './teams.events.js';
import { TeamsQueries } from './teams.queries.js';

/** What can be done with teams. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly database: Database,
    private readonly queries: TeamsQueries,
    private readonly events: Events,
    private readonly users: Users,
    private readonly ownership: Ownership,
  ) {}

  create(wanted: TeamCreate): Promise<TeamView> {
    return this.write(async (em) => {
      if (wanted.leadId) await this.users.requireActive(wanted.leadId, '#/leadId');
      const team = em.create(Team, { id: newId(), ...wanted });
      await em.flush();
      const view = await this.queries.get(team.id);
      this.events.record(teamCreated, team.id, { object: view, previous: {}, changedFields: [] });
      return view;
    });
  }

  update(id: string, wanted: TeamUpdate, version?: number): Promise<TeamView> {
    return this.write(async (em) => {
      const { team, before } = await this.locked(em, id, version, wanted);
      if (wanted.leadId && wanted.leadId !== before.leadId) await this.users.requireActive(wanted.leadId, '#/leadId');
      Object.assign(team, Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)));
      await em.flush();
      const after = await this.queries.get(id);
      const change = changeBetween(before, after);
      if (change.changedFields.length > 0) this.events.record(teamUpdated, id, change);
      return after;
    });
  }

  /** Only an empty one: without it its members would see less, and what it holds would be nobody's. */
  remove(id: string, version?: number): Promise<void> {
    return this.write(async (em) => {
      const { before } = await this.locked(em, id, version);
      const [members, records] = [await this.queries.members(id), await this.ownership.countOfTeam(id)];
      if (members > 0 || records.length > 0)
        throw new Conflict('team-not-empty', 'There are still users or records in this team.', {
          members: {
            users: members,
            records: Object.fromEntries(records.map(({ resource, count }) => [resource, count])),
          },
        });
      await em.nativeDelete(Team, { id });
      this.events.record(teamDeleted, id, { object: before, previous: {}, changedFields: [] });
    });
  }

  private async locked(
    em: EntityManager,
    id: string,
    version: number | undefined,
    wanted: TeamUpdate = {},
  ): Promise<{ team: Team; before: TeamView }> {
    const team = await em.findOne(Team, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!team) throw notFound('team');
    const before = await this.queries.get(id);
    requireVersion(before, version, wanted);
    return { team, before };
  }

  private async write<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.database.write(work);
    } catch (error) {
      if (violatedUnique(error) === 'teams_name_key')
        throw new Conflict('team-name-taken', 'Another team has this name already.');
      throw error;
    }
  }
}
