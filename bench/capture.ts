import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { hash } from '@node-rs/argon2';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { createApplication } from '../src/bootstrap.js';
import { entities } from '../src/modules/index.js';
import { readConfig } from '../src/platform/config/index.js';
import { openOrm, ormOptions, Reader, type Query } from '../src/platform/database/index.js';
import type { ReadOptions } from '../src/platform/database/reader.js';
import type { Call, Case } from './cases.js';
import { withClient } from './data.js';

export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
  readonly prepared: boolean;
}

/** What Kontor ran for one request, and what it answered. */
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

/** What runs beside every request: who may what, limits, settings. */
const BESIDE = /access_epoch|api_keys|sessions|settings|rate_limits|role_permissions|from permissions|login_failures/;

const EMAIL = 'bench@kontor.example';

/** An admin whose password this run alone knows. */
async function makeAdmin(url: string): Promise<string> {
  const password = randomBytes(18).toString('base64url');
  const hashed = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await withClient(url, async (client) => {
    // Kept from an earlier run, perhaps: the last admin cannot be removed.
    const kept = await client.query('update users set password_hash = $2 where email = $1', [EMAIL, hashed]);
    if (kept.rowCount === 1) return;
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

export async function makeKey(address: string, email: string, password: string): Promise<string> {
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
  const made = (await (await send('/api-keys', { name: 'bench', scopes: ['*:*'] }, { Cookie: cookie })).json()) as {
    key: string;
  };
  return made.key;
}

export interface Captured {
  readonly key: string;
  readonly recorded: Readonly<Record<string, Recorded>>;
}

/** Runs the real application in this process for a moment and writes down the SQL of each case's first request. */
export async function capture(
  url: string,
  environment: Record<string, string>,
  cases: readonly Case[],
): Promise<Captured> {
  const password = await makeAdmin(url);
  const config = readConfig({ ...environment, DATABASE_URL: url, PORT: '0', ROLE: 'web', DOCS_ENABLED: 'false' });
  const orm = await openOrm(ormOptions(config, url, entities));
  const app = await createApplication(config, orm);
  await app.listen(0, '127.0.0.1');
  try {
    const address = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    const key = await makeKey(address, EMAIL, password);
    const statements = listen(app.get(Reader));
    const recorded: Record<string, Recorded> = {};
    for (const { name, calls, writes } of cases) {
      const call = calls[0] as Call;
      await ask(address, key, call);
      statements.length = 0;
      const answer = await ask(address, key, call);
      recorded[name.split(':', 1)[0] as string] ??= {
        statements: statements.filter(
          ({ text }) => !BESIDE.test(text) && (!writes || text.includes('insert into "leads"')),
        ),
        answer,
      };
    }
    return { key, recorded };
  } finally {
    await app.close();
  }
}

function listen(reader: Reader): Statement[] {
  const statements: Statement[] = [];
  const rows = reader.rows.bind(reader) as (query: Query, options?: ReadOptions) => Promise<unknown[]>;
  Object.assign(reader, {
    rows: (query: Query, options: ReadOptions = {}) => {
      const { sql, parameters } = query.compile(compiler);
      statements.push({ text: sql, parameters, prepared: options.prepared !== false });
      return rows(query, options);
    },
  });
  return statements;
}

export async function ask(address: string, key: string, { method, path, body, fromThePublic }: Call): Promise<unknown> {
  const response = await fetch(address + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(fromThePublic ? {} : { 'X-API-Key': key }) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}
