import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { may, type Actor } from '../../kernel/actor.js';
import { Forbidden, invalidAt, notFound } from '../../kernel/errors.js';
import type { Page } from '../../kernel/page.js';
import { Reader } from '../../platform/database/index.js';
import {
  parseSort,
  RecordLists,
  simpleFilter,
  type FacetRequest,
  type FacetsView,
  type Fields,
  type Filter,
  type ListRequest,
  type RecordSource,
  type SearchRequest,
} from '../../platform/query/index.js';
import {
  columnsOf,
  contextOf,
  CustomFields,
  filterOf,
  including,
  readView,
  SavedViews,
  type ReadView,
} from '../../platform/records/index.js';
import { reachOf } from '../../platform/sight/index.js';
import type { ActivityView } from './activities.dto.js';
import { activityColumns, activityFields, inWordsOfIndexes } from './activities.fields.js';
import { fieldsFor, sees } from './activities.sight.js';
import { alongOwners, isInOrder } from './activity-owners.js';
import { ActivitySights, SEES_ALL, type ActivitySight } from './activity-sights.js';
import {
  ACTIVITY_INCLUDES,
  type ActivityGetQuery,
  type ActivityInclude,
  type ActivityQuery,
  type LinkedActivityQuery,
} from './activity-lists.dto.js';
import {
  activitiesFrom,
  ALL_LINKS,
  LINKS,
  linkShown,
  onSomethingLiving,
  type LinkName,
} from './links/activity-links.js';
import { LinkedRecords } from './links/linked-records.js';

const own = {
  owner: including.person(sql.ref('a.owner_id')),
  assignee: including.person(sql.ref('a.assignee_id')),
  team: including.team(sql.ref('a.team_id')),
};
const includedFor = (actor: Actor | null, name: ActivityInclude): RawBuilder<unknown> =>
  name === 'owner' || name === 'assignee' || name === 'team' ? own[name].column(actor) : linkShown(actor, LINKS[name]);

export const activitySource: RecordSource = {
  resource: 'activities',
  from: activitiesFrom,
  id: sql.ref('a.id'),
  fields: activityFields,
  columns: activityColumns,
  live: sql`a.deleted_at is null and ${onSomethingLiving}`,
  deleted: sql`a.deleted_at is not null and ${onSomethingLiving}`,
};

const sources = new WeakMap<Fields, RecordSource>([[activityFields, activitySource]]);
/** Whoever does not see a lead must not find out by a filter what it is like. */
function sourceFor(actor: Actor, known: Fields, filter: Filter | undefined): RecordSource {
  const fields = fieldsFor(actor, known, filter);
  const source = sources.get(fields) ?? { ...activitySource, fields };
  if (fields === known) sources.set(fields, source);
  return source;
}

type PageRequest = Pick<ListRequest, 'limit' | 'count' | 'cursor' | 'q' | 'filter' | 'deletedOnly'> & {
  readonly sort: readonly string[] | undefined;
  readonly include: readonly ActivityInclude[] | undefined;
  readonly viewId: string | undefined;
};

export interface GetOptions extends ActivityGetQuery {
  /** Whether a deleted activity counts as there. */
  readonly deleted?: 'no' | 'any';
}

/** Reads of activities, never of those all of whose records are deleted. What the actor may not see does not exist. */
@Injectable()
export class ActivitiesQueries {
  constructor(
    private readonly reader: Reader,
    private readonly lists: RecordLists,
    private readonly sights: ActivitySights,
    private readonly links: LinkedRecords,
    private readonly customFields: CustomFields,
    private readonly views: SavedViews,
  ) {}

  async list(actor: Actor, query: ActivityQuery): Promise<Page<ActivityView>> {
    return this.page(actor, toRequest(query, await this.fields()));
  }

  /** Who sees the record sees all that is on it. */
  async listOn(actor: Actor, name: LinkName, id: string, query: LinkedActivityQuery): Promise<Page<ActivityView>> {
    await this.links.require(actor, name, id);
    return this.page(actor, toRequest({ ...query, [LINKS[name].property]: [id] }, await this.fields()), SEES_ALL);
  }

  async search(
    actor: Actor,
    { filter, limit = 25, cursor, count = 'none', q, sort, include, deleted, viewId }: SearchRequest,
  ): Promise<Page<ActivityView>> {
    const unknown = include?.findIndex((name) => !ACTIVITY_INCLUDES.includes(name as ActivityInclude)) ?? -1;
    if (unknown >= 0)
      throw invalidAt(`#/include/${unknown}`, 'unknown-include', `must be one of ${ACTIVITY_INCLUDES.join(', ')}`);
    const parsed = filter && filterOf({ resource: 'activities', fields: await this.fields() }, filter);
    return this.page(actor, {
      limit,
      count,
      sort,
      viewId,
      include: include as ActivityInclude[] | undefined,
      ...(deleted && { deletedOnly: true }),
      ...(cursor && { cursor }),
      ...(q && { q }),
      ...(parsed && { filter: parsed }),
    });
  }

  async facets(actor: Actor, { filter, q, facets, viewId }: FacetRequest): Promise<FacetsView> {
    const fields = await this.fields();
    const view = await this.viewOf(actor, viewId, fields);
    const own = filter && filterOf({ resource: 'activities', fields }, filter);
    return this.lists.facets(
      sourceFor(actor, fields, both(view.filter, own)),
      {
        where: (await this.sights.of(actor)).where,
        context: contextOf(actor),
        ...(view.filter && { base: view.filter }),
        ...(own && { filter: own }),
        ...(q && { q }),
      },
      facets,
    );
  }

  async get(actor: Actor | null, id: string, { include, deleted = 'no' }: GetOptions = {}): Promise<ActivityView> {
    requireReadable(actor, include);
    const included = (include ?? []).map((name) => sql`, ${includedFor(actor, name)} as ${sql.id(name)}`);
    const where = [sql`a.id = ${id}`, deleted === 'no' ? activitySource.live : onSomethingLiving, ...sees(actor)];
    const activity = await this.reader.row<ActivityView>(
      sql`select ${columnsOf(activitySource)}${sql.join(included, sql``)} from ${activitySource.from} where ${sql.join(where, sql` and `)}`,
    );
    if (!activity) throw notFound('activity');
    return activity;
  }

  /** Activities by id, whoever may see them, of those that are there; in the order of their ids. */
  viewsOf(ids: readonly string[]): Promise<ActivityView[]> {
    return this.reader.rows<ActivityView>(
      sql`select ${columnsOf(activitySource)} from ${activitySource.from} where a.id = any(${[...ids]}::uuid[]) and ${activitySource.live} order by a.id`,
    );
  }

  private fields(): Promise<Fields> {
    return this.customFields.fieldsOf('activities', activityFields);
  }

  private async page(
    actor: Actor,
    { sort, include, viewId, filter: asked, ...request }: PageRequest,
    sight?: ActivitySight,
  ): Promise<Page<ActivityView>> {
    requireReadable(actor, include);
    const fields = await this.fields();
    const view = await this.viewOf(actor, viewId, fields);
    const filter = both(view.filter, asked);
    const context = contextOf(actor);
    const source = sourceFor(actor, fields, filter);
    const wanted = {
      ...request,
      ...(filter && { filter }),
      sort: parseSort(sort ?? view.sort, fields, ['-createdAt']),
      context,
      include: Object.fromEntries((include ?? []).map((name) => [name, includedFor(actor, name)])),
    };
    if (!sight && reachOf(actor) === 'own' && isInOrder(wanted)) {
      return this.lists.page<ActivityView>(...alongOwners(actor, source, wanted), { hasOneWay: !filter });
    }
    const { where, hasOneWay } = sight ?? (await this.sights.of(actor));
    return this.lists.page<ActivityView>(
      source,
      { ...wanted, where: [...where, ...inWordsOfIndexes(filter, context)] },
      { hasOneWay: hasOneWay && !filter },
    );
  }

  private async viewOf(actor: Actor, viewId: string | undefined, fields: Fields): Promise<ReadView> {
    return viewId === undefined
      ? {}
      : readView({ resource: 'activities', fields }, await this.views.find(actor, 'activities', viewId));
  }
}

const both = (one: Filter | undefined, other: Filter | undefined): Filter | undefined =>
  one && other ? { and: [one, other] } : (one ?? other);

function toRequest(
  { limit = 25, cursor, count = 'none', sort, include, deleted, viewId, custom, ...filters }: ActivityQuery,
  fields: Fields,
): PageRequest {
  const filter = simpleFilter({ ...filters, ...custom }, fields);
  return {
    limit,
    count,
    sort,
    include,
    viewId,
    ...(deleted && { deletedOnly: true }),
    ...(cursor && { cursor }),
    ...(filter && { filter }),
  };
}

/** A key for activities alone learns nothing of what they are on. */
function requireReadable(actor: Actor | null, include: readonly ActivityInclude[] | undefined): void {
  const missing = actor && ALL_LINKS.find(({ name, permission }) => include?.includes(name) && !may(actor, permission));
  if (missing)
    throw new Forbidden('permission-missing', `Including the ${missing.name} needs ${missing.permission}.`, {
      members: { requiredPermission: missing.permission },
    });
}
