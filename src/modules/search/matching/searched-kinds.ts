import { sql, type RawBuilder } from 'kysely';
import type { Permission } from '../../../kernel/access.js';
import { precompiled } from '../../../platform/database/index.js';
import { recordTypeOf, type RecordType } from '../../../platform/records/index.js';
import { accessScopeOf, visibleTo, type Viewer } from '../../../platform/visibility/index.js';
import { activityAccessReasons, activityType, canSeeActivity } from '../../activities/index.js';
import { SEARCH_KINDS, type SearchKind } from '../search.dto.js';

type Sql = RawBuilder<unknown>;

/** Defines how the search finds and shows records of a type. */
export interface SearchedKind {
  readonly kind: SearchKind;
  readonly permission: Permission;
  /** Source of the columns. */
  readonly from: Sql;
  readonly id: Sql;
  readonly live: Sql;
  /** The active records that the actor can see. */
  readonly seenBy: (actor: Viewer) => Seen;
  readonly title: Sql;
  /** Indexed expression for an exact match of the title. */
  readonly name?: Sql;
  readonly words: Sql;
  readonly text?: Sql;
  /** Order of the newest records, if the record type is searched for short word parts. */
  readonly newest?: Sql;
  readonly email?: Sql;
  readonly phones?: readonly (readonly [alias: string, column: string])[];
  readonly domain?: Sql;
  readonly externalIds?: { readonly table: Sql; readonly column: Sql };
  /** Other columns of a hit. */
  readonly shown: Sql;
}

export interface Seen {
  readonly from: Sql;
  readonly where: readonly Sql[];
  /** Order of the newest records, if an index has this order. */
  readonly newest?: Sql;
  /**
   * Access reasons, each with its own index. Set if visibility is checked last: then these records are also searched
   * separately.
   */
  readonly mine?: readonly Sql[];
  /** Conditions that are checked last, only for hits. They can use all tables of `SearchedKind.from`. */
  readonly finally?: readonly Sql[];
}

const none = sql`null::text`;

/** Columns of a hit that record types define. */
interface Shown {
  readonly subtitle: Sql;
  readonly email?: Sql;
  readonly phone?: Sql;
}

const shownOf = (alias: string, { subtitle, email = none, phone = none }: Shown): Sql =>
  precompiled(sql`left(nullif(${subtitle}, ''), 255) as subtitle, ${email} as email, ${phone} as phone,
  ${sql.ref(`${alias}.status`)} as status, ${sql.ref(`${alias}.owner_id`)}
    as "ownerId", ${sql.ref(`${alias}.updated_at`)} as "updatedAt"`);

const firstOf = (columns: readonly Sql[]): Sql =>
  columns.length === 1 ? sql`${columns[0]}` : sql`coalesce(${sql.join(columns)})`;

/** Searches a record type by its definition. */
function searchedKind({ resource, alias, source, definition, ...type }: RecordType): SearchedKind {
  const column = (name: string): Sql => sql.ref(`${alias}.${name}`);
  const { phones = [], externalIds, ownershipColumns, readPermission } = type;
  const title = source.columns[definition.title] ?? column('id');
  const { email, domain } = source.columns;
  const newest = sql`${column('created_at')} desc, ${column('id')} desc`;
  return {
    kind: resource,
    permission: readPermission,
    ...(email && { email }),
    ...(phones.length > 0 && { phones: phones.map((name) => [alias, name] as const) }),
    ...(domain && { domain }),
    from: source.from,
    id: source.id,
    live: source.live,
    seenBy: (actor) => ({ from: source.from, where: [source.live, ...visibleTo(actor, ownershipColumns)], newest }),
    title,
    name: sql`lower(${title})`,
    words: column('search_words'),
    text: column('search_text'),
    newest,
    ...(externalIds && { externalIds: { table: sql.table(externalIds.table), column: sql.id(externalIds.column) } }),
    shown: shownOf(alias, {
      subtitle: definition.subtitle ?? none,
      ...(email && { email }),
      ...(phones.length > 0 && { phone: firstOf(phones.map(column)) }),
    }),
  };
}

const activities: SearchedKind = {
  kind: 'activities',
  permission: 'activities:read',
  from: activityType.source.from,
  id: sql.ref('a.id'),
  live: sql`a.deleted_at is null`,
  // Visibility of an activity depends on several access reasons. The check takes about one second as a list of ids, or
  // for all activities with a frequent word. Therefore only hits are checked.
  seenBy: (actor) => ({
    from: sql`activities a`,
    where: [sql`a.deleted_at is null`],
    newest: sql`a.created_at desc, a.id desc`,
    mine: accessScopeOf(actor) === 'all' ? [] : activityAccessReasons(actor),
    finally: [activityType.source.live, ...canSeeActivity(actor)],
  }),
  title: sql.ref('a.subject'),
  words: sql.ref('a.search_words'),
  shown: shownOf('a', { subtitle: sql`a.description` }),
};

let known: readonly SearchedKind[] | undefined;

/** Returns all record types in the order of the response. */
export const searchedKinds = (): readonly SearchedKind[] =>
  (known ??= SEARCH_KINDS.map((kind) => (kind === 'activities' ? activities : searchedKind(recordTypeOf(kind)))));
