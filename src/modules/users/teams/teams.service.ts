import { Injectable } from '@nestjs/common';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { changeBetween, requireVersion } from '../../../kernel/change.js';
import { newId } from '../../../kernel/entity.js';
import { ConflictError, notFound } from '../../../kernel/errors.js';
import { Events } from '../../../kernel/events.js';
import { Database, violatedUnique } from '../../../platform/database/index.js';
import { Team } from './team.entity.js';
import { Ownership } from '../transfer/ownership.js';
import { Users } from '../users.js';
import type { TeamCreate, TeamUpdate, TeamView } from './teams.dto.js';
import { teamCreated, teamDeleted, teamUpdated } from './teams.events.js';
import { TeamsQueries } from './teams.queries.js';

@Injectable()
export class TeamsService {
  constructor(
    private readonly database: Database,
    private readonly queries: TeamsQueries,
    private readonly events: Events,
    private readonly users: Users,
    private readonly ownership: Ownership,
  ) {}

  create(input: TeamCreate): Promise<TeamView> {
    return this.write(async (em) => {
      if (input.leadId) await this.users.requireActive(input.leadId, '#/leadId');
      const team = em.create(Team, { id: newId(), ...input });
      await em.flush();
      const view = await this.queries.get(team.id);
      this.events.record(teamCreated, team.id, { object: view, previous: {}, changedFields: [] });
      return view;
    });
  }

  update(id: string, patch: TeamUpdate, version?: number): Promise<TeamView> {
    return this.write(async (em) => {
      const { team, before } = await this.locked(em, id, version, patch);
      if (patch.leadId && patch.leadId !== before.leadId) await this.users.requireActive(patch.leadId, '#/leadId');
      Object.assign(team, Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)));
      await em.flush();
      const after = await this.queries.get(id);
      const change = changeBetween(before, after);
      if (change.changedFields.length > 0) this.events.record(teamUpdated, id, change);
      return after;
    });
  }

  /** Deletes only an empty team. Otherwise, members would see fewer records, and records would lose their team. */
  remove(id: string, version?: number): Promise<void> {
    return this.write(async (em) => {
      const { before } = await this.locked(em, id, version);
      const [members, records] = [await this.queries.members(id), await this.ownership.countOfTeam(id)];
      if (members > 0 || records.length > 0)
        throw new ConflictError('team-not-empty', 'The team still has users or records.', {
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
    patch: TeamUpdate = {},
  ): Promise<{ team: Team; before: TeamView }> {
    const team = await em.findOne(Team, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!team) throw notFound('team');
    const before = await this.queries.get(id);
    requireVersion(before, version, patch);
    return { team, before };
  }

  private async write<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.database.write(work);
    } catch (error) {
      if (violatedUnique(error) === 'teams_name_key')
        throw new ConflictError('team-name-taken', 'Another team already has this name.');
      throw error;
    }
  }
}
