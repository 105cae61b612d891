import { sql, type RawBuilder } from 'kysely';
import type { Permission } from '../../kernel/access.js';
import { fixed } from '../../platform/database/index.js';
import { reachOf, visibleTo, type Seer } from '../../platform/sight/index.js';
import { activityGrounds, activitySource, seesActivity } from '../activities/index.js';
import type { SearchKind } from './search.dto.js';

type Sql = RawBuilder<unknown>;

/** Where a kind of record is looked for, and how a hit is shown. */
export interface SearchedKind {
  readonly kind: SearchKind;
  readonly permission: Permission;
  /** What its other columns are read from. */
  readonly from: Sql;
  readonly id: Sql;
  readonly live: Sql;
  /** The living ones that an actor sees: where they are looked for. */
  readonly seenBy: (actor: Seer) => Seen;
  readonly title: Sql;
  /** What `title` is compared with as a whole: the expression of an index. */
  readonly name?: Sql;
  readonly words: Sql;
  readonly text?: Sql;
  /** When it was last changed, with an index over the living. */
  readonly changedAt?: Sql;
  readonly email?: Sql;
  readonly phones?: readonly Sql[];
  readonly domain?: Sql;
  readonly externalIds?: { readonly table: Sql; readonly column: Sql };
  /** The rest of a hit. */
  readonly shown: Sql;
}

export interface Seen {
  readonly from: Sql;
  readonly where: readonly Sql[];
  /** The newest first, where an index has them in this order. */
  readonly newest?: Sql;
  /** What makes a record one's own, each along an index: where sight is asked last, these are looked through besides. */
  readonly mine?: readonly Sql[];
  /** What is asked of those that were found, with all that the kind is read from. */
  readonly finally?: readonly Sql[];
}

interface Shown {
  readonly subtitle: Sql;
  readonly email: Sql;
  readonly phone: Sql;
}

const shownOf = (alias: string, { subtitle, email, phone }: Shown): Sql =>
  fixed(sql`left(nullif(${subtitle}, ''), 255) as subtitle, ${email} as email, ${phone} as phone,
  ${sql.ref(`${alias}.status`)} as status, ${sql.ref(`${alias}.owner_id`)} as "ownerId", ${sql.ref(`${alias}.updated_at`)} as "updatedAt"`);

/** A kind that belongs to an owner and a team, and whose table has the columns that all of them have. */
function ownedKind(
  kind: Exclude<SearchKind, 'activities'>,
  singular: string,
  alias: string,
  title: string,
  how: Pick<SearchedKind, 'email' | 'phones' | 'domain'>,
  shown: Shown,
): SearchedKind {
  const column = (name: string): Sql => sql.ref(`${alias}.${name}`);
  const from = sql`${sql.table(kind)} ${sql.id(alias)}`;
  const live = sql`${column('deleted_at')} is null`;
  return {
    kind,
    permission: `${kind}:read`,
    ...how,
    from,
    id: column('id'),
    live,
    seenBy: (actor) => ({
      from,
      where: [live, ...visibleTo(actor, { owner: column('owner_id'), team: column('team_id') })],
      newest: sql`${column('created_at')} desc, ${column('id')} desc`,
    }),
    title: column(title),
    name: sql`lower(${column(title)})`,
    words: column('search_words'),
    text: column('search_text'),
    changedAt: column('updated_at'),
    externalIds: { table: sql.table(`${singular}_external_ids`), column: sql.id(`${singular}_id`) },
    shown: shownOf(alias, shown),
  };
}

const none = sql`null::text`;
const lastDigits = (column: string): Sql => sql`right(${sql.ref(column)}, 9)`;

const leads = ownedKind(
  'leads',
  'lead',
  'l',
  'name',
  { email: sql.ref('l.email'), phones: [lastDigits('l.phone_digits')] },
  { subtitle: sql`concat_ws(', ', l.job_title, l.company)`, email: sql.ref('l.email'), phone: sql.ref('l.phone') },
);
const contacts = ownedKind(
  'contacts',
  'contact',
  'p',
  'name',
  { email: sql.ref('p.email'), phones: [lastDigits('p.phone_digits'), lastDigits('p.mobile_digits')] },
  {
    subtitle: sql`concat_ws(', ', p.title, p.department, p.city)`,
    email: sql.ref('p.email'),
    phone: sql`coalesce(p.phone, p.mobile)`,
  },
);
const companies = ownedKind(
  'companies',
  'company',
  'c',
  'name',
  { email: sql.ref('c.email'), phones: [lastDigits('c.phone_digits')], domain: sql.ref('c.domain') },
  {
    subtitle: sql`concat_ws(', ', c.industry, c.city, c.domain)`,
    email: sql.ref('c.email'),
    phone: sql.ref('c.phone'),
  },
);
const deals = ownedKind(
  'deals',
  'deal',
  'd',
  'title',
  {},
  { subtitle: sql`d.value || ' ' || d.currency`, email: none, phone: none },
);

const activities: SearchedKind = {
  kind: 'activities',
  permission: 'activities:read',
  from: activitySource.from,
  id: sql.ref('a.id'),
  live: sql`a.deleted_at is null`,
  // One may see an activity for several reasons. As a list of ids these cost a second, asked of each activity with a common word as well: so it is asked of those that were found.
  seenBy: (actor) => ({
    from: sql`activities a`,
    where: [sql`a.deleted_at is null`],
    newest: sql`a.created_at desc, a.id desc`,
    mine: reachOf(actor) === 'all' ? [] : activityGrounds(actor),
    finally: [activitySource.live, ...seesActivity(actor)],
  }),
  title: sql.ref('a.subject'),
  words: sql.ref('a.search_words'),
  shown: shownOf('a', { subtitle: sql`a.description`, email: none, phone: none }),
};

/** In the order of the answer. */
export const searchedKinds: readonly SearchedKind[] = [leads, contacts, companies, deals, activities];
