import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { createKey } from '../../src/modules/api-keys/credentials/api-key-format.js';
import { KeyHashing } from '../../src/modules/api-keys/credentials/key-hashing.js';
import { randomToken, sha256 } from '../../src/platform/crypto/index.js';
import { ADMIN, startApp, type TestApp } from '../harness/app.js';
import { operations, pathOf, type Operation } from '../harness/document.js';
import { Client } from './client.js';
import { narrowed, resourceOf, unionOf, type Asker, type AccessScope } from './decide.js';
import { OWNED, PERSONAL } from './fixtures.js';

export type Headers = Readonly<Record<string, string>>;
/** A caller with the request headers. */
export interface Caller extends Asker {
  readonly headers: Headers;
}

export interface Person {
  readonly userId: string;
  readonly email: string;
  readonly teamId: string | null;
  readonly roles: readonly Role[];
}

interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: ReadonlySet<string>;
  readonly accessScope: AccessScope;
}

const SITE = { 'Sec-Fetch-Site': 'same-origin' };
const nobody = { permissions: new Set<string>(), accessScope: 'own' as const, userId: '', teamId: null };
const ALIVE = { revoked_at: null, expires_at: null };
type End = Partial<Record<'revoked_at' | 'expires_at', Date | null>>;

/** The application with users, roles, teams and keys, all created in the database: a thousand per second. */
export class Scene {
  readonly roles = new Map<string, Role>();
  readonly permissions = new Set<string>();
  private readonly samples = new Map<string, string>();
  private cells = { count: 0, milliseconds: 0 };

  private constructor(
    readonly app: TestApp,
    readonly client: Client,
  ) {}

  /** Runs without background work, so that only requests change data. */
  static async open(environment: Record<string, string> = {}): Promise<Scene> {
    const app = await startApp({ ROLE: 'web', ...environment });
    const scene = new Scene(app, new Client(app.url));
    await scene.readRoles();
    return scene;
  }

  get db(): pg.Pool {
    return this.app.db;
  }

  async close(): Promise<void> {
    await this.client.close();
    await this.app.close();
    const { count, milliseconds } = this.cells;
    if (count > 0)
      process.stdout.write(
        `authorization matrix: ${count} cells, ${Math.round((count / milliseconds) * 1_000)} a second\n`,
      );
  }

  /** Counts cells and their duration for the report at the end. */
  note(count: number, milliseconds: number): void {
    this.cells = { count: this.cells.count + count, milliseconds: this.cells.milliseconds + milliseconds };
  }

  async team(): Promise<string> {
    return (
      (
        await this.db.query<{ id: string }>(`insert into teams (name) values ($1) returning id`, [
          `Team ${randomUUID()}`,
        ])
      ).rows[0]?.id ?? ''
    );
  }

  async role(accessScope: AccessScope, permissions: Iterable<string>): Promise<Role> {
    const name = `role-${randomUUID()}`.slice(0, 50);
    const { rows } = await this.db.query<{ id: string }>(
      `insert into roles (name, record_access) values ($1, $2) returning id`,
      [name, accessScope],
    );
    const role = { id: rows[0]?.id ?? '', name, accessScope, permissions: new Set(permissions) };
    await this.db.query(
      `insert into role_permissions select $1, id from permissions where resource || ':' || action = any($2)`,
      [role.id, [...role.permissions]],
    );
    return role;
  }

  /** Creates a user with the password of the admin. */
  async person(
    roles: readonly Role[],
    teamId: string | null = null,
    state: { isActive?: boolean; isDeleted?: boolean } = {},
  ): Promise<Person> {
    const email = `person-${randomUUID()}@kontor.test`;
    const { rows } = await this.db.query<{ id: string }>(
      `insert into users (email, first_name, last_name, team_id, password_hash, is_active, deleted_at)
        select $1, 'Test', 'Person', $2, password_hash, $3, $4 from users where email = $5 returning id`,
      [email, teamId, state.isActive ?? true, state.isDeleted ? new Date() : null, ADMIN.email],
    );
    const userId = rows[0]?.id ?? '';
    await this.db.query(`insert into user_roles select $1, unnest($2::uuid[])`, [userId, roles.map(({ id }) => id)]);
    return { userId, email, teamId, roles };
  }

  /** Returns a caller with an API key with these scopes. The key is valid unless `end` says otherwise. */
  async withKey(person: Person, scopes: readonly string[] = ['*:*'], end: End = {}): Promise<Caller> {
    const { key, prefix } = createKey();
    const { revoked_at, expires_at } = { ...ALIVE, ...end };
    await this.db.query(
      `insert into api_keys (name, key_prefix, key_hash, scopes, created_by_id, revoked_at, expires_at)
        values ('matrix', $1, $2, $3, $4, $5, $6)`,
      [
        prefix,
        await this.app.app.get(KeyHashing, { strict: false }).hash(key),
        scopes,
        person.userId,
        revoked_at,
        expires_at,
      ],
    );
    const { permissions, accessScope } = unionOf(person.roles);
    return {
      name: `key ${scopes.join()}`,
      credential: 'valid',
      permissions: narrowed(permissions, scopes),
      accessScope,
      userId: person.userId,
      teamId: person.teamId,
      headers: { 'X-API-Key': key },
    };
  }

  /** Returns a caller with a session cookie. An ended session has no permissions. */
  async withSession(person: Person, { revoked_at = null, expires_at = null }: End = {}): Promise<Caller> {
    const token = randomToken();
    await this.db.query(`insert into sessions (user_id, token_hash, expires_at, revoked_at) values ($1, $2, $3, $4)`, [
      person.userId,
      sha256(token),
      expires_at ?? new Date(Date.now() + 3_600_000),
      revoked_at,
    ]);
    const { permissions, accessScope } = unionOf(person.roles);
    return {
      name: 'session',
      credential: 'valid',
      permissions,
      accessScope,
      userId: person.userId,
      teamId: person.teamId,
      headers: { ...SITE, Cookie: `kontor_session=${token}` },
    };
  }

  /** Returns a caller with a recent authentication, as sensitive routes require. */
  async signedIn(person: Person): Promise<Caller> {
    const created = await this.withSession(person);
    const { headers } = await this.client.ask({
      method: 'post',
      path: '/api/v1/auth/login',
      body: { email: person.email, password: ADMIN.password },
    });
    const cookie = [headers['set-cookie']]
      .flat()
      .map((line) => line?.split(';', 1)[0])
      .join('; ');
    return { ...created, headers: { ...SITE, Cookie: cookie } };
  }

  /** Returns a caller without a user, with invalid or missing credentials. */
  stranger(name: string, headers: Headers): Caller {
    return {
      ...nobody,
      name,
      credential: Object.keys(headers).length === 0 ? 'none' : 'void',
      headers: { ...SITE, ...headers },
    };
  }

  /**
   * Returns the id of a record for routes of this resource: a new record from the example of the document, or an
   * existing record.
   */
  async sampleOf(operation: Operation): Promise<string | undefined> {
    const resource = resourceOf(operation);
    if (resource === undefined) return undefined;
    const known = this.samples.get(resource) ?? (await this.createSample(resource));
    this.samples.set(resource, known);
    return known;
  }

  private async createSample(resource: string): Promise<string> {
    const creator = OWNED[resource] ?? PERSONAL[resource];
    const admin = await this.db.query<{ id: string }>(`select id from users where email = $1`, [ADMIN.email]);
    if (creator) return creator(this.db, { ownerId: admin.rows[0]?.id ?? '' });
    const create = operations.find(({ method, path }) => method === 'post' && path === `/api/v1/${resource}`);
    const created =
      create &&
      (await this.client.ask({
        method: 'post',
        path: create.path,
        headers: this.app.admin.headers,
        body: create.bodyExample as object,
      }));
    if (created?.status === 201 && typeof created.body['id'] === 'string') return created.body['id'];
    const table = resource.replaceAll('-', '_').split('/').at(-1) ?? '';
    const rows = await this.db.query<{ id: string }>(`select id from "${table}" limit 1`).then(
      ({ rows: found }) => found,
      () => [],
    );
    return rows[0]?.id ?? randomUUID();
  }

  private async readRoles(): Promise<void> {
    const { rows } = await this.db.query<{
      id: string;
      name: string;
      accessScope: AccessScope;
      permissions: string[];
    }>(`
      select r.id, r.name, r.record_access as accessScope, coalesce(array_agg(p.resource || ':' || p.action)
        filter (where p.id is not null), '{}') as permissions
      from roles r left join role_permissions rp on rp.role_id = r.id left join permissions p on p.id = rp.permission_id
        group by r.id`);
    for (const role of rows) this.roles.set(role.name, { ...role, permissions: new Set(role.permissions) });
    for (const permission of this.roles.get('admin')?.permissions ?? []) this.permissions.add(permission);
  }
}

/** Returns the full path of an operation. Routes outside the API stay unchanged. */
export const addressOf = (operation: Operation, id?: string): string => {
  const path = pathOf(operation, id);
  return operation.path.startsWith('/api/v1') ? `/api/v1${path}` : path.replace(/^\/\//, '/');
};
