import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import { QueryRunner } from '../../../platform/database/index.js';
import {
  defineRecordFields,
  field,
  parseSort,
  RecordLists,
  type Fields,
  type RecordSource,
} from '../../../platform/query/index.js';
import { userRef } from '../people/people.fields.js';
import type { TeamQuery, TeamView } from './teams.dto.js';

const fields = {
  id: field.uuid('t.id'),
  name: field.text('t.name', { sort: { expression: sql`lower(t.name)` } }),
  leadId: field.uuid('t.lead_id', { nullable: true, user: true }),
  createdAt: field.timestamp('t.created_at', { sort: true }),
} satisfies Fields;
defineRecordFields('teams', fields);

const columns: Record<keyof TeamView, RawBuilder<unknown>> = {
  id: sql.ref('t.id'),
  name: sql.ref('t.name'),
  description: sql.ref('t.description'),
  leadId: sql.ref('t.lead_id'),
  lead: userRef(sql.ref('t.lead_id')),
  createdAt: sql.ref('t.created_at'),
  updatedAt: sql.ref('t.updated_at'),
  version: sql.ref('t.version'),
};
const selected = sql.join(Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`));
const source: RecordSource = {
  resource: 'teams',
  from: sql`teams t`,
  id: sql.ref('t.id'),
  fields,
  columns,
  live: sql`true`,
};

@Injectable()
export class TeamsQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  list(actor: Actor, { limit = 25, cursor, count = 'none', sort }: TeamQuery): Promise<Page<TeamView>> {
    return this.lists.page<TeamView>(source, {
      where: [],
      limit,
      count,
      sort: parseSort(sort, fields, ['name']),
      context: { userId: actor.userId, now: new Date() },
      ...(cursor && { cursor }),
    });
  }

  async get(id: string): Promise<TeamView> {
    const team = await this.queryRunner.row<TeamView>(sql`select ${selected} from teams t where t.id = ${id}::uuid`);
    if (!team) throw notFound('team');
    return team;
  }

  /** Counts the members, without deleted users. */
  async members(id: string): Promise<number> {
    const row = await this.queryRunner.row<{ count: number }>(
      sql`select count(*)::int as count from users where team_id = ${id}::uuid and deleted_at is null`,
    );
    return row?.count ?? 0;
  }
}
