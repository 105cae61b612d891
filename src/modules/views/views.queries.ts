import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import type { Page } from '../../kernel/page.js';
import { QueryRunner } from '../../platform/database/index.js';
import {
  field,
  parseSort,
  RecordLists,
  simpleFilter,
  type Fields,
  type RecordSource,
} from '../../platform/query/index.js';
import { contextOf } from '../../platform/records/index.js';
import { VIEW_SCOPES } from './saved-view.entity.js';
import type { SavedViewQuery, SavedViewView } from './views.dto.js';

type Sql = RawBuilder<unknown>;

const stored: Record<keyof Omit<SavedViewView, 'isPinned' | 'isDefault'>, Sql> = {
  id: sql.ref('v.id'),
  resource: sql.ref('v.resource'),
  name: sql.ref('v.name'),
  filter: sql.ref('v.filter'),
  columns: sql.ref('v.columns'),
  sort: sql.ref('v.sort'),
  groupBy: sql.ref('v.group_by'),
  scope: sql.ref('v.scope'),
  ownerId: sql.ref('v.owner_id'),
  teamId: sql.ref('v.team_id'),
  createdAt: sql.ref('v.created_at'),
  updatedAt: sql.ref('v.updated_at'),
  version: sql.ref('v.version'),
};
const fields = {
  resource: field.text('v.resource'),
  scope: field.choice('v.scope', VIEW_SCOPES),
  name: field.text('v.name', { sort: { expression: sql`lower(v.name)` } }),
  createdAt: field.timestamp('v.created_at', { sort: true }),
} satisfies Fields;
const source: RecordSource = {
  resource: 'views',
  from: sql`saved_views v`,
  id: sql.ref('v.id'),
  fields,
  columns: stored,
  live: sql`true`,
};

/** Pin or default flag of a user for a view. */
const marked = (userId: string, mark: 'is_pinned' | 'is_default'): Sql =>
  sql`coalesce((select ${sql.ref(`m.${mark}`)} from saved_view_marks m where m.view_id = v.id
    and m.user_id = ${userId}::uuid), false)`;
const flagsOf = ({ userId }: Actor): Record<'isPinned' | 'isDefault', Sql> => ({
  isPinned: marked(userId, 'is_pinned'),
  isDefault: marked(userId, 'is_default'),
});

const readable = ({ permissions }: Actor): string[] =>
  [...permissions]
    .filter((permission) => permission.endsWith(':read'))
    .map((permission) => permission.slice(0, -':read'.length));

/** Selects own, team and shared views of record types that the actor may read. */
function canSee(actor: Actor): Sql[] {
  const shared = [
    sql`v.owner_id = ${actor.userId}::uuid`,
    sql`v.scope = 'shared'`,
    ...(actor.teamId ? [sql`v.team_id = ${actor.teamId}::uuid`] : []),
  ];
  return [sql`(${sql.join(shared, sql` or `)})`, sql`v.resource = any(${readable(actor)}::text[])`];
}

/** A view that the actor cannot see is not found. */
@Injectable()
export class ViewsQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  list(
    actor: Actor,
    { limit = 25, cursor, count = 'none', sort, isPinned, isDefault, ...filters }: SavedViewQuery,
  ): Promise<Page<SavedViewView>> {
    const filter = simpleFilter({ ...filters }, fields);
    const flags = flagsOf(actor);
    const where = [
      ...canSee(actor),
      ...(isPinned === undefined ? [] : [sql`${flags.isPinned} = ${isPinned}::boolean`]),
      ...(isDefault === undefined ? [] : [sql`${flags.isDefault} = ${isDefault}::boolean`]),
    ];
    return this.lists.page<SavedViewView>(source, {
      where,
      limit,
      count,
      sort: parseSort(sort, fields, ['name']),
      context: contextOf(actor),
      include: flags,
      ...(cursor && { cursor }),
      ...(filter && { filter }),
    });
  }

  async get(actor: Actor, id: string): Promise<SavedViewView> {
    const view = await this.read(actor, id, canSee(actor));
    if (!view) throw notFound('view');
    return view;
  }

  /** Reads a view with the flags of the actor. The caller checks visibility with `where`. */
  read(actor: Actor, id: string, where: readonly Sql[] = []): Promise<SavedViewView | undefined> {
    const columns = Object.entries({ ...stored, ...flagsOf(actor) }).map(
      ([name, column]) => sql`${column} as ${sql.id(name)}`,
    );
    return this.queryRunner.row<SavedViewView>(
      sql`select ${sql.join(columns)} from saved_views v
        where ${sql.join([sql`v.id = ${id}::uuid`, ...where], sql` and `)}`,
    );
  }
}
