import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/errors.js';
import { withoutVisibility, QueryRunner, cachedStatement } from '../database/index.js';
import {
  columnsOf,
  parseSort,
  RecordLists,
  simpleFilter,
  type FacetRequest,
  type FacetsView,
  type Fields,
  type Filter,
  type FilterContext,
  type ListRequest,
  type ListPage,
  type RecordSource,
  type SearchRequest,
} from '../query/index.js';
import { membersOf, accessScopeOf, visibleTo } from '../visibility/index.js';
import { includedColumns, includesOf } from './includes.js';
import { CustomFields, DefaultCountry, SavedViews } from './ports.js';
import { filterOf, readView, type KnownSource, type ReadView } from './saved-views.js';
import { knownRelations } from './links/known-relations.js';
import type { RecordKind, RecordView } from './type/record-kind.js';
import { conflictingRecordQuery, primaryQuery, type UniqueValue } from './writing/uniqueness.js';

/** Query parameters of all lists. All other parameters are filters. */
export interface ListQuery {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly count?: ListRequest['count'] | undefined;
  readonly q?: string | undefined;
  readonly sort?: readonly string[] | undefined;
  readonly include?: readonly string[] | undefined;
  readonly deleted?: boolean | undefined;
  readonly viewId?: string | undefined;
  /** Filters on custom fields by full name. */
  readonly custom?: Readonly<Record<string, unknown>> | undefined;
}

export interface GetOptions {
  readonly include?: readonly string[] | undefined;
  /** Whether deleted records are included. */
  readonly deleted?: 'no' | 'any';
}

/** A record source with the filter and order of a saved view. */
export interface Viewed {
  readonly source: RecordSource;
  readonly filter: Filter | undefined;
  readonly order: readonly string[] | undefined;
}

/** Returns the values for `$me`, `$myTeam` and relative dates, and the viewer for related records. */
export const contextOf = (actor: Actor): FilterContext => ({
  userId: actor.userId,
  teamMemberIds: membersOf(actor.teamId),
  teamId: actor.teamId,
  viewer: actor,
  now: new Date(),
});

/** Reads records with owners. Records that are not visible to the actor do not exist for the actor. */
@Injectable()
export class Records {
  private readonly extended = new WeakMap<Fields, RecordSource>();

  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
    private readonly customFields: CustomFields,
    private readonly views: SavedViews,
    private readonly country: DefaultCountry,
  ) {}

  async list<V extends RecordView>(
    kind: RecordKind<V>,
    actor: Actor,
    { limit, cursor, count, q, sort, include, deleted, viewId, custom, ...filters }: ListQuery,
  ): Promise<ListPage<V>> {
    const { fields } = custom ? await this.sourceOf(kind) : kind.source;
    const filter = simpleFilter({ ...filters, ...custom }, fields);
    return this.page(kind, actor, { limit, cursor, count, q, sort, include, deleted, viewId }, filter);
  }

  async search<V extends RecordView>(
    kind: RecordKind<V>,
    actor: Actor,
    { filter, ...query }: SearchRequest,
  ): Promise<ListPage<V>> {
    const source = await this.sourceOf(kind);
    return this.page(kind, actor, query, filter && filterOf(await this.known(source), filter));
  }

  /**
   * The filter of the saved view applies to all facets. A facet only ignores conditions of the request on its own
   * field.
   */
  async facets<V extends RecordView>(
    kind: RecordKind<V>,
    actor: Actor,
    { filter, q, facets, viewId }: FacetRequest,
  ): Promise<FacetsView> {
    const source = await this.sourceOf(kind);
    const view = await this.viewOf(kind, actor, viewId, source);
    const own = filter && filterOf(await this.known(source), filter);
    return this.lists.facets(
      source,
      {
        where: visibleTo(actor, kind.ownershipColumns),
        context: await this.contextOf(actor),
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
    const accessScope = accessScopeOf(actor);
    const record = await this.queryRunner.row<V>(
      cachedStatement(
        `${kind.source.resource} ${deleted} ${accessScope} ${include.join()}`,
        [id, actor?.userId ?? '', actor?.teamId ?? ''],
        (record, userId, teamId) => {
          const viewer = actor && { userId, teamId, recordAccess: accessScope };
          const columns = Object.entries(included).map(
            ([name, { column }]) => sql`, ${column(viewer)} as ${sql.id(name)}`,
          );
          const where = [
            sql`${kind.source.id} = ${record}`,
            ...(deleted === 'no' ? [kind.source.live] : []),
            ...visibleTo(viewer, kind.ownershipColumns),
          ];
          return sql`select ${columnsOf(kind.source)}${sql.join(columns, sql``)}
            from ${kind.source.from} ${kind.source.joins ?? sql``} where ${sql.join(where, sql` and `)}`;
        },
      ),
    );
    return record ?? this.reject(kind, actor, id);
  }

  /** Reads records by id, ordered by id, without a visibility check. */
  viewsOf<V extends RecordView>(kind: RecordKind<V>, ids: readonly string[]): Promise<V[]> {
    return this.queryRunner.rows<V>(
      sql`select ${columnsOf(kind.source)} from ${kind.source.from} ${kind.source.joins ?? sql``}
        where ${kind.source.id} = any(${[...ids]}::uuid[]) order by ${kind.source.id}`,
    );
  }

  /** Locks rows in the order of their ids, without a visibility check. Only valid in a unit of work. */
  async lock<V extends RecordView>(kind: RecordKind<V>, ids: readonly string[]): Promise<void> {
    if (ids.length > 1)
      await this.queryRunner.rows(
        sql`select id from ${sql.table(kind.table)} where id = any(${[...ids]}::uuid[]) order by id for update`,
      );
  }

  /** Returns the id of the active record with this external id, without a visibility check. */
  async idByExternalId<V extends RecordView>(
    kind: RecordKind<V>,
    source: string,
    externalId: string,
  ): Promise<string | undefined> {
    if (!kind.externalIds) throw new Error(`${kind.table} have no external ids`);
    const { table, column } = kind.externalIds;
    return (
      await this.queryRunner.row<{ id: string }>(
        sql`select ${sql.ref(column)} as id from ${sql.table(table)} where source = ${source}
          and external_id = ${externalId}`,
      )
    )?.id;
  }

  /** Returns the id of the active record with this unique value, if the actor can see the record. */
  async idByUniqueValue<V extends RecordView>(
    kind: RecordKind<V>,
    unique: UniqueValue,
    actor: Actor | null,
    value: unknown,
  ): Promise<string | undefined> {
    return (await this.queryRunner.row<{ id: string }>(conflictingRecordQuery(kind, unique, actor, value)))?.id;
  }

  /** Returns the source with custom fields, and the filter of a saved view combined with the filter of the request. */
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

  private async contextOf(actor: Actor): Promise<FilterContext> {
    return { ...contextOf(actor), country: await this.country.get() };
  }

  private async page<V extends RecordView>(
    kind: RecordKind<V>,
    actor: Actor,
    { limit = 25, count = 'none', cursor, q, sort, include = [], deleted, viewId }: ListQuery,
    own: Filter | undefined,
  ): Promise<ListPage<V>> {
    const included = includedColumns(kind, actor, include);
    const { source, filter, order } = await this.viewed(kind, actor, viewId, own);
    return this.lists.page<V>(source, {
      limit,
      count,
      where: visibleTo(actor, kind.ownershipColumns),
      sort: parseSort(sort ?? order, source.fields, kind.order),
      context: await this.contextOf(actor),
      include: included,
      ...(deleted && { deletedOnly: true }),
      ...(cursor && { cursor }),
      ...(q && { q }),
      ...(filter && { filter }),
    });
  }

  /** Returns 410 for a merged record if the actor can see the primary record, even if the duplicate was hidden. */
  private async reject<V extends RecordView>(kind: RecordKind<V>, actor: Actor | null, id: string): Promise<never> {
    const { merged } = kind;
    const primary =
      merged &&
      (await withoutVisibility(() => this.queryRunner.row<{ id: string }>(primaryQuery(kind, merged, actor, id))));
    throw primary ? merged.gone(primary.id) : notFound(kind.noun);
  }

  /**
   * Returns the same source object for the same custom fields, because the statement cache uses the object as its key.
   */
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
    if (viewId === undefined) return {};
    return readView(await this.known(source), await this.views.find(actor, kind.source.resource, viewId));
  }

  private async known({ resource, fields }: RecordSource): Promise<KnownSource> {
    return { fields, relations: await knownRelations(this.customFields, resource) };
  }
}

const both = (one: Filter | undefined, other: Filter | undefined): Filter | undefined =>
  one && other ? { and: [one, other] } : (one ?? other);
