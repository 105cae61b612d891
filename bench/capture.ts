import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { hash } from '@node-rs/argon2';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { createApplication } from '../src/start/application.js';
import { entities } from '../src/modules/index.js';
import { readConfig } from '../src/platform/config/index.js';
import { openOrm, ormOptions, QueryRunner, type Query } from '../src/platform/database/index.js';
import type { ReadOptions } from '../src/platform/database/statements/query-runner.js';
import type { Call, Case } from './cases.js';
import { withClient } from './data.js';

export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
  readonly prepared: boolean;
}

/** The statements of one request in Kontor, and its response. */
export interface Recorded {
  readonly statements: Statement[];
  readonly answer: unknown;
}

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Statements that run for every request: permissions, limits, settings. */
const BESIDE = /access_epoch|api_keys|sessions|settings|rate_limits|role_permissions|from permissions|login_failures/;

export const EMAIL = 'bench@kontor.example';

/** Creates an admin with a new random password. */
export async function createAdmin(url: string): Promise<string> {
  const password = randomBytes(18).toString('base64url');
  const hashed = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await withClient(url, async (client) => {
    // The admin may exist from an earlier run: the last admin cannot be removed.
    const retained = await client.query('update users set password_hash = $2 where email = $1', [EMAIL, hashed]);
    if (retained.rowCount === 1) return;
    const { rows } = await client.query<{ id: string }>(
      'insert into users (email, password_hash, first_name) values ($1, $2, $3) returning id',
      [EMAIL, hashed, 'Bench'],
    );
    await client.query("insert into user_roles (user_id, role_id) select $1, id from roles where name = 'admin'", [
      rows[0]?.id,
    ]);
  });
  return password;
}

export async function createKey(address: string, email: string, password: string): Promise<string> {
  const send = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${address}/api/v1${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', ...headers },
    });
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const login = await send('/auth/login', { email, password });
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const created = (await (await send('/api-keys', { name: 'bench', scopes: ['*:*'] }, { Cookie: cookie })).json()) as {
    key: string;
  };
  return created.key;
}

export interface Captured {
  readonly key: string;
  readonly recorded: Readonly<Record<string, Recorded>>;
}

/** Starts the real application in this process and records the SQL of the first request of each case. */
export async function capture(
  url: string,
  environment: Record<string, string>,
  cases: readonly Case[],
): Promise<Captured> {
  const password = await createAdmin(url);
  const config = readConfig({ ...environment, DATABASE_URL: url, PORT: '0', ROLE: 'web', DOCS_ENABLED: 'false' });
  const orm = await openOrm(ormOptions(config, url, entities));
  const app = await createApplication(config, orm);
  await app.listen(0, '127.0.0.1');
  try {
    const address = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    const key = await createKey(address, EMAIL, password);
    const statements = listen(app.get(QueryRunner));
    const recorded: Record<string, Recorded> = {};
    for (const { name, calls } of cases) {
      const call = calls[0] as Call;
      await ask(address, key, call);
      statements.length = 0;
      const answer = await ask(address, key, call);
      recorded[name.split(':', 1)[0] as string] ??= {
        statements: statements.filter(({ text }) => !BESIDE.test(text)),
        answer,
      };
    }
    return { key, recorded };
  } finally {
    await app.close();
  }
}

function listen(queryRunner: QueryRunner): Statement[] {
  const statements: Statement[] = [];
  const rows = queryRunner.rows.bind(queryRunner) as (query: Query, options?: ReadOptions) => Promise<unknown[]>;
  Object.assign(queryRunner, {
    rows: (query: Query, options: ReadOptions = {}) => {
      const { sql, parameters } = query.compile(compiler);
      statements.push({ text: sql, parameters, prepared: options.prepared !== false });
      return rows(query, options);
    },
  });
  return statements;
}

export async function ask(address: string, key: string, { method, path, body }: Call): Promise<unknown> {
  const response = await fetch(address + path, {
    method,
    headers: { 'Content-Type': 'application/json', 'X-API-Key': key },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}
