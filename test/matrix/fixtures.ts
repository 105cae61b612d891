import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { createKey } from '../../src/modules/api-keys/credentials/api-key-format.js';
import { operations, resolve } from '../harness/document.js';
import { resourceOf, type Kind } from './decide.js';

export interface Requested {
  readonly ownerId: string | null;
  /** For a record without an owner. A record with an owner belongs to the team of the owner. */
  readonly teamId?: string | null;
  readonly isDeleted?: boolean;
  /** A text in the record. Responses to users who cannot see the record must not contain it. */
  readonly mark?: string;
}

type Create = (db: pg.Pool, requested: Requested) => Promise<string>;

const idFrom = async (db: pg.Pool, statement: string, values: readonly unknown[]): Promise<string> =>
  (await db.query<{ id: string }>(statement, [...values])).rows[0]?.id ?? '';
const deletedAt = ({ isDeleted }: Requested): Date | null => (isDeleted ? new Date() : null);

const lead: Create = (db, requested) =>
  idFrom(
    db,
    `insert into leads (name, email, owner_id, team_id, deleted_at) values ($1, $2, $3, $4, $5) returning id`,
    [
      `Lead ${requested.mark ?? ''}`,
      `lead-${randomUUID()}@example.com`,
      requested.ownerId,
      requested.teamId ?? null,
      deletedAt(requested),
    ],
  );

const activity: Create = async (db, requested) =>
  idFrom(
    db,
    `insert into activities (type, subject, lead_id, owner_id, team_id, deleted_at) values ('task', $1, $2, $3, $4, $5)
      returning id`,
    [
      `Activity ${requested.mark ?? ''}`,
      await lead(db, { ...requested, isDeleted: false }),
      requested.ownerId,
      requested.teamId ?? null,
      deletedAt(requested),
    ],
  );

const company: Create = (db, requested) =>
  idFrom(
    db,
    `insert into companies (name, domain, owner_id, team_id, deleted_at) values ($1, $2, $3, $4, $5) returning id`,
    [
      `Company ${requested.mark ?? ''}`,
      `${randomUUID()}.example`,
      requested.ownerId,
      requested.teamId ?? null,
      deletedAt(requested),
    ],
  );

const contact: Create = (db, requested) =>
  idFrom(
    db,
    `insert into contacts (first_name, email, owner_id, team_id, deleted_at) values ($1, $2, $3, $4, $5) returning id`,
    [
      `Contact ${requested.mark ?? ''}`,
      `contact-${randomUUID()}@example.com`,
      requested.ownerId,
      requested.teamId ?? null,
      deletedAt(requested),
    ],
  );
const deal: Create = (db, requested) =>
  idFrom(
    db,
    `insert into deals (title, currency, pipeline_id, stage_id, owner_id, team_id, deleted_at)
      select $1, 'USD', p.id, s.id, $2, $3, $4 from pipelines p join pipeline_stages s on s.pipeline_id = p.id
      where p.is_default and s.kind = 'open' order by s.rank limit 1 returning id`,
    [`Deal ${requested.mark ?? ''}`, requested.ownerId, requested.teamId ?? null, deletedAt(requested)],
  );

/** Creates an API key of a user. Only its row is used: the secret is unknown. */
const apiKey: Create = (db, { ownerId, mark = '', isDeleted }) =>
  idFrom(
    db,
    `insert into api_keys (name, key_prefix, key_hash, scopes, created_by_id, revoked_at)
      values ($1, $2, $3, '{leads:read}', $4, $5) returning id`,
    [`Key ${mark}`, createKey().prefix, randomUUID(), ownerId, isDeleted ? new Date() : null],
  );

/** Creates a private view of a user. Shared views are visible to others. */
const view: Create = (db, { ownerId, mark = '' }) =>
  idFrom(db, `insert into saved_views (resource, name, owner_id) values ('leads', $1, $2) returning id`, [
    `View ${mark}`,
    ownerId,
  ]);

/** Record types with their own access rules. */
export const PERSONAL: Readonly<Record<string, Create>> = { 'api-keys': apiKey, views: view };
/** Record types whose `ownerId` does not affect visibility: the owner of a form becomes the owner of its leads. */
export const EVERYBODYS: readonly string[] = ['lead-forms'];

/** Returns the properties in the response of `GET /{resource}/{id}`. */
const viewOf = (resource: string): readonly string[] => {
  const get = operations.find(({ method, path }) => method === 'get' && path === `/api/v1/${resource}/{id}`);
  return Object.keys(resolve(get?.answer ?? {}).properties ?? {});
};

/** Creates a record that needs only a name. */
const named =
  (resource: string, name: string): Create =>
  (db, requested) =>
    idFrom(
      db,
      `insert into ${resource} (${name}, owner_id, team_id, deleted_at) values ($1, $2, $3, $4) returning id`,
      [`Record ${requested.mark ?? ''}`, requested.ownerId, requested.teamId ?? null, deletedAt(requested)],
    );

const fixtures: Readonly<Record<string, Create>> = {
  leads: lead,
  companies: company,
  contacts: contact,
  deals: deal,
  activities: activity,
};
/** Other record types with an owner, a team, and a name or title. */
const others = [...new Set(operations.map(resourceOf).filter((resource) => resource !== undefined))].flatMap(
  (resource) => {
    const view = viewOf(resource);
    const name = ['title', 'name'].find((property) => view.includes(property));
    const isOwned = view.includes('ownerId') && view.includes('teamId') && view.includes('deletedAt');
    const isListed = resource in fixtures || resource in PERSONAL || EVERYBODYS.includes(resource);
    return name && isOwned && !isListed ? [[resource, named(resource, name)] as const] : [];
  },
);
/** Owned record types, each with a function that creates a record of an owner or team. */
export const OWNED: Readonly<Record<string, Create>> = { ...fixtures, ...Object.fromEntries(others) };

export const kindOf = (resource: string | undefined): Kind =>
  resource === undefined
    ? 'everybodys'
    : resource in OWNED
      ? 'owned'
      : resource === 'api-keys'
        ? 'api-keys'
        : 'everybodys';

/** Returns whether the team sees records of this type, also without an owner. */
export const hasTeam = (resource: string): boolean => viewOf(resource).includes('teamId');

/** Returns the resources with an `ownerId` but without a fixture in this file. */
export const resourcesWithoutFixture = (): string[] =>
  [...new Set(operations.map(resourceOf).filter((resource) => resource !== undefined))].filter(
    (resource) =>
      viewOf(resource).includes('ownerId') &&
      !(resource in OWNED) &&
      !(resource in PERSONAL) &&
      !EVERYBODYS.includes(resource),
  );
