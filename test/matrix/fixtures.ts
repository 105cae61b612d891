import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { makeKey } from '../../src/modules/api-keys/api-key-format.js';
import { operations, resolve } from '../harness/document.js';
import { resourceOf, type Kind } from './decide.js';

export interface Wanted {
  readonly ownerId: string | null;
  /** Of a record without an owner; one with an owner is in the owner's team. */
  readonly teamId?: string | null;
  readonly isDeleted?: boolean;
  /** Stands in the record: an answer to somebody who may not see it must not hold it. */
  readonly mark?: string;
}

type Make = (db: pg.Pool, wanted: Wanted) => Promise<string>;

const idFrom = async (db: pg.Pool, statement: string, values: readonly unknown[]): Promise<string> =>
  (await db.query<{ id: string }>(statement, [...values])).rows[0]?.id ?? '';
const deletedAt = ({ isDeleted }: Wanted): Date | null => (isDeleted ? new Date() : null);

const lead: Make = (db, wanted) =>
  idFrom(
    db,
    `insert into leads (name, email, owner_id, team_id, deleted_at) values ($1, $2, $3, $4, $5) returning id`,
    [
      `Lead ${wanted.mark ?? ''}`,
      `lead-${randomUUID()}@example.com`,
      wanted.ownerId,
      wanted.teamId ?? null,
      deletedAt(wanted),
    ],
  );

const activity: Make = async (db, wanted) =>
  idFrom(
    db,
    `insert into activities (type, subject, lead_id, owner_id, team_id, deleted_at) values ('task', $1, $2, $3, $4, $5) returning id`,
    [
      `Activity ${wanted.mark ?? ''}`,
      await lead(db, { ...wanted, isDeleted: false }),
      wanted.ownerId,
      wanted.teamId ?? null,
      deletedAt(wanted),
    ],
  );

const company: Make = (db, wanted) =>
  idFrom(
    db,
    `insert into companies (name, domain, owner_id, team_id, deleted_at) values ($1, $2, $3, $4, $5) returning id`,
    [
      `Company ${wanted.mark ?? ''}`,
      `${randomUUID()}.example`,
      wanted.ownerId,
      wanted.teamId ?? null,
      deletedAt(wanted),
    ],
  );

const contact: Make = (db, wanted) =>
  idFrom(
    db,
    `insert into contacts (first_name, email, owner_id, team_id, deleted_at) values ($1, $2, $3, $4, $5) returning id`,
    [
      `Contact ${wanted.mark ?? ''}`,
      `contact-${randomUUID()}@example.com`,
      wanted.ownerId,
      wanted.teamId ?? null,
      deletedAt(wanted),
    ],
  );
const deal: Make = (db, wanted) =>
  idFrom(
    db,
    `insert into deals (title, currency, pipeline_id, stage_id, owner_id, team_id, deleted_at) select $1, 'USD', p.id, s.id, $2, $3, $4 from pipelines p join pipeline_stages s on s.pipeline_id = p.id where p.is_default and s.kind = 'open' order by s.rank limit 1 returning id`,
    [`Deal ${wanted.mark ?? ''}`, wanted.ownerId, wanted.teamId ?? null, deletedAt(wanted)],
  );

/** A key of somebody: which one is read from the table, nobody has its secret. */
const apiKey: Make = (db, { ownerId, mark = '', isDeleted }) =>
  idFrom(
    db,
    `insert into api_keys (name, key_prefix, key_hash, scopes, created_by_id, revoked_at) values ($1, $2, $3, '{leads:read}', $4, $5) returning id`,
    [`Key ${mark}`, makeKey().prefix, randomUUID(), ownerId, isDeleted ? new Date() : null],
  );

/** A view of somebody, for themselves; what is shared is seen by others. */
const view: Make = (db, { ownerId, mark = '' }) =>
  idFrom(db, `insert into saved_views (resource, name, owner_id) values ('leads', $1, $2) returning id`, [
    `View ${mark}`,
    ownerId,
  ]);

/** Records that somebody owns: one line a resource, which makes one of a given owner or team. */
export const OWNED: Readonly<Record<string, Make>> = {
  leads: lead,
  companies: company,
  contacts: contact,
  deals: deal,
  activities: activity,
};
/** Records with rules of their own. */
export const PERSONAL: Readonly<Record<string, Make>> = { 'api-keys': apiKey, views: view };
/** Views with an `ownerId` that decides nothing about who sees the record: a form's is whose the leads become. */
export const EVERYBODYS: readonly string[] = ['lead-forms'];

export const kindOf = (resource: string | undefined): Kind =>
  resource === undefined
    ? 'everybodys'
    : resource in OWNED
      ? 'owned'
      : resource === 'api-keys'
        ? 'api-keys'
        : 'everybodys';

/** The properties of what `GET /{resource}/{id}` answers. */
const viewOf = (resource: string): readonly string[] => {
  const get = operations.find(({ method, path }) => method === 'get' && path === `/api/v1/${resource}/{id}`);
  return Object.keys(resolve(get?.answer ?? {}).properties ?? {});
};

/** Whether records of this kind are seen by their team too, also without an owner. */
export const hasTeam = (resource: string): boolean => viewOf(resource).includes('teamId');

/** The resources whose views name an owner and that nobody has told this suite how to make. */
export const resourcesWithoutFixture = (): string[] =>
  [...new Set(operations.map(resourceOf).filter((resource) => resource !== undefined))].filter(
    (resource) =>
      viewOf(resource).includes('ownerId') &&
      !(resource in OWNED) &&
      !(resource in PERSONAL) &&
      !EVERYBODYS.includes(resource),
  );
