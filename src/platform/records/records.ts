import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { may, type Actor } from '../../kernel/actor.js';
import { Forbidden, invalidAt, notFound } from '../../kernel/errors.js';
import { beyondSight, fixed, Reader, shaped } from '../database/index.js';
import {
  parseSort,
  RecordLists,
  simpleFilter,
  type FacetRequest,
  type FacetsView,
  type Fields,
  type Filter,
  type FilterContext,
  type ListRequest,
  type Page,
  type RecordSource,
  type SearchRequest,
} from '../query/index.js';
import { membersOf, reachOf, visibleTo } from '../sight/index.js';
import { CustomFields, SavedViews } from './ports.js';
import { filterOf, readView, type ReadView } from './saved-views.js';
import type { Include, RecordKind, RecordView } from './record-kind.js';
import { survivorQuery } from './uniqueness.js';

type Sql = RawBuilder<unknown>;

/** The words that every list knows; all others are filters. */
export interface ListQuery {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly count?: ListRequest['count'] | undefined;
  readonly q?: string | undefined;
  readonly sort?: readonly string[] | undefined;
  readonly include?: readonly string[] | undefined;
  readonly deleted?: boolean | undefined;
  readonly viewId?: string | undefined;
  /** Filters of custom fields by their full names. */
  readonly custom?: Readonly<Record<string, unknown>> | undefined;
}

export interface GetOptions {
  readonly include?: readonly string[] | undefined;
  /** Whether a deleted record counts as there. */
  readonly deleted?: 'no' | 'any';
}

/** Records as a saved view narrows and orders them. */
export interface Viewed {
  readonly source: RecordSource;
  readonly filter: Filter | undefined;
  readonly order: readonly string[] | undefined;
}

/** What `$me`, `$myTeam` and relative dates mean to somebody, and what they see of what a record is linked to. */
export const contextOf = (actor: Actor): FilterContext => ({
  userId: actor.userId,
  teamMemberIds: membersOf(actor.teamId),
  teamId: actor.teamId,
  seer: actor,
  now: new Date(),
});

const shown = new WeakMap<RecordSource, Sql>();
/** What a view is selected from, compiled once. */
export function columnsOf(source: RecordSource): Sql {
  const known =
    shown.get(source) ??
    fixed(sql.join(Object.entries(source.columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`)));
  shown.set(source, known);
  return known;
}

/** Reads of records that people own. Each passes `visibleTo`: what the actor may not see does not exist. */
@Injectable()
export class Records {
  private readonly extended = new WeakMap<Fields, RecordSource>();

  constructor(
    private readonly reader: Reader,
    private readonly lists: RecordLists,
    private readonly customFields: CustomFields,
    private readonly views: SavedViews,
  ) {}

  async list<V extends RecordView>(
    kind: RecordKind<V>,
    actor: Actor,
    { limit, cursor, count, q, sort, include, deleted, viewId, custom, ...filters }: ListQuery,
  ): Promise<Page<V>> {
    const { fields } = custom ? await this.sourceOf(kind) : kind.source;
    const filter = simpleFilter({ ...filters, ...custom }, fields);
    return this.page(kind, actor, { limit, cursor, count, q, sort, include, deleted, viewId }, filter);
  }

  async search<V extends RecordView>(
    kind: RecordKind<V>,
    actor: Actor,
    { filter, ...query }: SearchRequest,
  ): Promise<Page<V>> {
    const source = await this.sourceOf(kind);
    return this.page(kind, actor, query, filter && filterOf(source, filter));
  }

  /** What a view asks holds for every facet: only one's own choice of a field is left out of its count. */
  async facets<V extends RecordView>(
    kind: RecordKind<V>,
    actor: Actor,
    { filter, q, facets, viewId }: FacetRequest,
  ): Promise<FacetsView> {
    const source = await this.sourceOf(kind);
    const view = await this.viewOf(kind, actor, viewId, source);
    const own = filter && filterOf(source, filter);
    return this.lists.facets(
      source,
      {
        where: visibleTo(actor, kind.belonging),
        context: contextOf(actor),
        ...(view.filter && { base: view.filter }),
        ...(own && { filter: own }),
        ...(q && { q }),
      },
      facets,
    );
  }

  async get<V extends RecordView>(
    kind: RecordKind<V>,
    actor: Actor | null,
    id: string,
    { include = [], deleted = 'no' }: GetOptions = {},
  ): Promise<V> {
    const included = includesOf(kind, actor, include);
    const reach = reachOf(actor);
    const record = await this.reader.row<V>(
      shaped(
        `${kind.source.resource} ${deleted} ${reach} ${include.join()}`,
        [id, actor?.userId ?? '', actor?.teamId ?? ''],
        (record, userId, teamId) => {
          const seer = actor && { userId, teamId, recordAccess: reach };
          const columns = Object.entries(included).map(
            ([name, { column }]) => sql`, ${column(seer)} as ${sql.id(name)}`,
          );
          const where = [
            sql`${kind.source.id} = ${record}`,
            ...(deleted === 'no' ? [kind.source.live] : []),
            ...visibleTo(seer, kind.belonging),
          ];
          return sql`select ${columnsOf(kind.source)}${sql.join(columns, sql``)} from ${kind.source.from} ${kind.source.joins ?? sql``} where ${sql.join(where, sql` and `)}`;
        },
      ),
    );
    return record ?? this.refuse(kind, actor, id);
  }

  /** Records by id, whoever may see them, in the order of their ids. */
  viewsOf<V extends RecordView>(kind: RecordKind<V>, ids: readonly string[]): Promise<V[]> {
    return this.reader.rows<V>(
      sql`select ${columnsOf(kind.source)} from ${kind.source.from} ${kind.source.joins ?? sql``} where ${kind.source.id} = any(${[...ids]}::uuid[]) order by ${kind.source.id}`,
    );
  }

  /** Takes the row locks of these records in the order of their ids, whoever may see them; only inside a unit of work. */
  async lock<V extends RecordView>(kind: RecordKind<V>, ids: readonly string[]): Promise<void> {
    if (ids.length > 1)
      await this.reader.rows(
        sql`select id from ${sql.table(kind.table)} where id = any(${[...ids]}::uuid[]) order by id for update`,
      );
  }

  /** The living record that another system knows by this id, whoever may see it. */
  async idByExternalId<V extends RecordView>(
    kind: RecordKind<V>,
    source: string,
    externalId: string,
  ): Promise<string | undefined> {
    if (!kind.externalIds) throw new Error(`${kind.table} have no external ids`);
    const { table, column } = kind.externalIds;
    return (
      await this.reader.row<{ id: string }>(
        sql`select ${sql.ref(column)} as id from ${sql.table(table)} where source = ${source} and external_id = ${externalId}`,
      )
    )?.id;
  }

  /** Where records are read from, custom fields and all, with what a saved view asks of them besides one's own filter. */
  async viewed<V extends RecordView>(
    kind: RecordKind<V>,
    actor: Actor,
    viewId: string | undefined,
    own?: Filter,
  ): Promise<Viewed> {
    const source = await this.sourceOf(kind);
    const view = await this.viewOf(kind, actor, viewId, source);
    return { source, filter: both(view.filter, own), order: view.sort };
  }

  private async page<V extends RecordView>(
    kind: RecordKind<V>,
    actor: Actor,
    { limit = 25, count = 'none', cursor, q, sort, include = [], deleted, viewId }: ListQuery,
    own: Filter | undefined,
  ): Promise<Page<V>> {
    const included = includesOf(kind, actor, include);
    const { source, filter, order } = await this.viewed(kind, actor, viewId, own);
    return this.lists.page<V>(source, {
      limit,
      count,
      where: visibleTo(actor, kind.belonging),
      sort: parseSort(sort ?? order, source.fields, kind.order),
      context: contextOf(actor),
      include: Object.fromEntries(Object.entries(included).map(([name, { column }]) => [name, column(actor)])),
      ...(deleted && { deletedOnly: true }),
      ...(cursor && { cursor }),
      ...(q && { q }),
      ...(filter && { filter }),
    });
  }

  /** Whoever sees the one that stayed learns of a merge, also where the other one was out of their sight. */
  private async refuse<V extends RecordView>(kind: RecordKind<V>, actor: Actor | null, id: string): Promise<never> {
    const { merged } = kind;
    const survivor =
      merged && (await beyondSight(() => this.reader.row<{ id: string }>(survivorQuery(kind, merged, actor, id))));
    throw survivor ? merged.gone(survivor.id) : notFound(kind.noun);
  }

  /** The same source for the same custom fields: statements are kept by it. */
  private async sourceOf<V extends RecordView>({ source }: RecordKind<V>): Promise<RecordSource> {
    const fields = await this.customFields.fieldsOf(source.resource, source.fields);
    if (fields === source.fields) return source;
    const known = this.extended.get(fields) ?? { ...source, fields };
    this.extended.set(fields, known);
    return known;
  }

  private async viewOf<V extends RecordView>(
    kind: RecordKind<V>,
    actor: Actor,
    viewId: string | undefined,
    source: RecordSource,
  ): Promise<ReadView> {
    return viewId === undefined ? {} : readView(source, await this.views.find(actor, kind.source.resource, viewId));
  }
}

const both = (one: Filter | undefined, other: Filter | undefined): Filter | undefined =>
  one && other ? { and: [one, other] } : (one ?? other);

/** A key for contacts alone learns nothing of their companies. */
function includesOf<V extends RecordView>(
  kind: RecordKind<V>,
  actor: Actor | null,
  names: readonly string[],
): Record<string, Include> {
  return Object.fromEntries(
    names.map((name, at) => {
      const include = Object.hasOwn(kind.includes, name) ? kind.includes[name] : undefined;
      if (!include)
        throw invalidAt(
          `#/include/${at}`,
          'unknown-include',
          `must be one of ${Object.keys(kind.includes).join(', ')}`,
        );
      if (actor && include.permission && !may(actor, include.permission)) {
        throw new Forbidden('permission-missing', `Including the ${name} needs ${include.permission}.`, {
          members: { requiredPermission: include.permission },
        });
      }
      return [name, include];
    }),
  );
}
