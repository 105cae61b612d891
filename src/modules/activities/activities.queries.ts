import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import { can, type Actor } from '../../kernel/actor.js';
import { ForbiddenError, invalidAt, notFound } from '../../kernel/errors.js';
import type { Page } from '../../kernel/page.js';
import { cachedStatement, QueryRunner } from '../../platform/database/index.js';
import {
  columnsOf,
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
  ALL_LINKS,
  contextOf,
  CustomFields,
  filterOf,
  including,
  knownRelations,
  LINKS,
  readView,
  SavedViews,
  type KnownSource,
  type LinkName,
  type ReadView,
} from '../../platform/records/index.js';
import { accessScopeOf, type Viewer } from '../../platform/visibility/index.js';
import type { ActivityView } from './activities.dto.js';
import { activityType } from './activity.type.js';
import { fieldsFor, canSee, visibleActivities, type SeenActivities } from './ownership/activities.visibility.js';
import {
  ACTIVITY_INCLUDES,
  type ActivityGetQuery,
  type ActivityInclude,
  type ActivityQuery,
  type LinkedActivityQuery,
} from './activity-lists.dto.js';
import { linkShown, hasActiveRecord } from './links/activity-links.js';
import { LinkedRecords } from './links/linked-records.js';

const own = {
  owner: including.person(sql.ref('a.owner_id')),
  assignee: including.person(sql.ref('a.assignee_id')),
  team: including.team(sql.ref('a.team_id')),
};
const includedFor = (actor: Viewer | null, name: ActivityInclude): RawBuilder<unknown> =>
  name === 'owner' || name === 'assignee' || name === 'team' ? own[name].column(actor) : linkShown(actor, LINKS[name]);

/** Returns the columns of related records that a list includes. Checks the permission for each. */
export function includedActivityColumns(
  actor: Actor,
  names: readonly ActivityInclude[] = [],
): Readonly<Record<string, RawBuilder<unknown>>> {
  requireReadable(actor, names);
  return Object.fromEntries(names.map((name) => [name, includedFor(actor, name)]));
}

const activitySource = activityType.source;
const activityFields = activitySource.fields;

const sources = new WeakMap<Fields, RecordSource>([[activityFields, activitySource]]);
/** Hides the fields of invisible leads, so that a filter cannot reveal their values. */
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

export interface ActivityGetOptions extends ActivityGetQuery {
  /** `any` also finds a deleted activity. Default: `no`. */
  readonly deleted?: 'no' | 'any';
}

/** An activity is not found if the actor cannot see the activity, or if all linked records are deleted. */
@Injectable()
export class ActivitiesQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
    private readonly links: LinkedRecords,
    private readonly customFields: CustomFields,
    private readonly views: SavedViews,
  ) {}

  async list(actor: Actor, query: ActivityQuery): Promise<Page<ActivityView>> {
    return this.page(actor, toRequest(query, await this.fields()));
  }

  /** An actor who can see the record can see all its activities. */
  async listOn(actor: Actor, name: LinkName, id: string, query: LinkedActivityQuery): Promise<Page<ActivityView>> {
    await this.links.require(actor, name, id);
    return this.page(actor, toRequest({ ...query, [LINKS[name].property]: [id] }, await this.fields()), { where: [] });
  }

  async search(
    actor: Actor,
    { filter, limit = 25, cursor, count = 'none', q, sort, include, deleted, viewId }: SearchRequest,
  ): Promise<Page<ActivityView>> {
    const unknown = include?.findIndex((name) => !ACTIVITY_INCLUDES.includes(name as ActivityInclude)) ?? -1;
    if (unknown >= 0)
      throw invalidAt(`#/include/${unknown}`, 'unknown-include', `must be one of ${ACTIVITY_INCLUDES.join(', ')}`);
    const parsed = filter && filterOf(await this.known(await this.fields()), filter);
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
    const own = filter && filterOf(await this.known(fields), filter);
    return this.lists.facets(
      sourceFor(actor, fields, both(view.filter, own)),
      {
        ...visibleActivities(actor, both(view.filter, own)),
        context: contextOf(actor),
        ...(view.filter && { base: view.filter }),
        ...(own && { filter: own }),
        ...(q && { q }),
      },
      facets,
    );
  }

  async get(
    actor: Actor | null,
    id: string,
    { include, deleted = 'no' }: ActivityGetOptions = {},
  ): Promise<ActivityView> {
    requireReadable(actor, include);
    const scope = accessScopeOf(actor);
    const activity = await this.queryRunner.row<ActivityView>(
      cachedStatement(
        `activity ${deleted} ${scope} ${include?.join() ?? ''}`,
        [id, actor?.userId ?? '', actor?.teamId ?? ''],
        (record, userId, teamId) => {
          const viewer = actor && { userId, teamId, recordAccess: scope };
          const included = (include ?? []).map((name) => sql`, ${includedFor(viewer, name)} as ${sql.id(name)}`);
          const live = deleted === 'no' ? activitySource.live : hasActiveRecord;
          const where = sql.join([sql`a.id = ${record}`, live, ...canSee(viewer)], sql` and `);
          return sql`select ${columnsOf(activitySource)}${sql.join(included, sql``)} from ${activitySource.from}
            where ${where}`;
        },
      ),
    );
    if (!activity) throw notFound('activity');
    return activity;
  }

  /** Returns active activities in the order of their ids, without a check of visibility. */
  viewsOf(ids: readonly string[]): Promise<ActivityView[]> {
    return this.queryRunner.rows<ActivityView>(
      sql`select ${columnsOf(activitySource)} from ${activitySource.from} where a.id = any(${[...ids]}::uuid[])
        and ${activitySource.live} order by a.id`,
    );
  }

  private fields(): Promise<Fields> {
    return this.customFields.fieldsOf('activities', activityFields);
  }

  private async page(
    actor: Actor,
    { sort, include, viewId, filter: asked, ...request }: PageRequest,
    visible?: SeenActivities,
  ): Promise<Page<ActivityView>> {
    const included = includedActivityColumns(actor, include);
    const fields = await this.fields();
    const view = await this.viewOf(actor, viewId, fields);
    const filter = both(view.filter, asked);
    const context = contextOf(actor);
    const source = sourceFor(actor, fields, filter);
    const { where, gathered } = visible ?? visibleActivities(actor, filter);
    const list: ListRequest = {
      ...request,
      where,
      ...(gathered && { gathered }),
      ...(filter && { filter }),
      sort: parseSort(sort ?? view.sort, fields, ['-createdAt']),
      context,
      include: included,
    };
    return this.lists.page<ActivityView>(source, list, { usesGenericPlan: gathered !== undefined && !filter });
  }

  private async viewOf(actor: Actor, viewId: string | undefined, fields: Fields): Promise<ReadView> {
    if (viewId === undefined) return {};
    return readView(await this.known(fields), await this.views.find(actor, 'activities', viewId));
  }

  private async known(fields: Fields): Promise<KnownSource> {
    return { fields, relations: await knownRelations(this.customFields, 'activities') };
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

/** A linked record needs its own read permission, because an API key may only read activities. */
function requireReadable(actor: Actor | null, include: readonly ActivityInclude[] | undefined): void {
  const missing = actor && ALL_LINKS.find(({ name, permission }) => include?.includes(name) && !can(actor, permission));
  if (missing)
    throw new ForbiddenError('permission-missing', `Including the ${missing.name} needs ${missing.permission}.`, {
      members: { requiredPermission: missing.permission },
    });
}
