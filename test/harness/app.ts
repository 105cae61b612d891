import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import { createApplication } from '../../src/bootstrap.js';
import { entities } from '../../src/modules/index.js';
import { ServiceAddresses } from '../../src/modules/notifications/index.js';
import { AccessCache, FirstAdmin } from '../../src/modules/users/index.js';
import { readConfig } from '../../src/platform/config/index.js';
import { openForWork } from '../../src/platform/database/index.js';
import { caller, type Caller } from './caller.js';
import { copyTemplate } from './database.js';

export const ADMIN = { email: 'admin@kontor.test', password: 'correct horse battery staple' };

const NOWHERE = 'http://127.0.0.1:9';

export interface TestApp {
  readonly app: NestExpressApplication;
  /** `http://127.0.0.1:…`, a real socket. */
  readonly url: string;
  /** Where this suite's database is, for further processes. */
  readonly databaseUrl: string;
  /** Straight to this suite's database, to arrange and to look behind the API. */
  readonly db: pg.Pool;
  /** Nobody in particular. */
  readonly anonymous: Caller;
  /** The admin, through an API key with every scope. */
  readonly admin: Caller;
  /** A new user with this role, through an API key. */
  as(role: string, options?: { teamId?: string; scopes?: string[] }): Promise<Caller & { userId: string }>;
  close(): Promise<void>;
}

/** The application as it ships, on a database of its own and a free port. */
export async function startApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const { url: databaseUrl, leave } = await copyTemplate();
  const directory = mkdtempSync(join(tmpdir(), 'kontor-test-'));
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: directory,
    DATABASE_URL: databaseUrl,
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD: ADMIN.password,
    RATE_LIMIT_PER_CREDENTIAL: '1000000',
    RATE_LIMIT_PER_ADDRESS: '1000000',
    MAX_LOOP_DELAY: '20000',
    DATABASE_CONNECTION_TIMEOUT: '20000',
    MASTER_KEY: '11'.repeat(32),
    // Any suite can be run behind the second wall.
    ...(process.env['KONTOR_TEST_ROW_LEVEL_SECURITY'] && {
      ROW_LEVEL_SECURITY: process.env['KONTOR_TEST_ROW_LEVEL_SECURITY'],
    }),
    ...environment,
  });
  const usedUrl = config.DATABASE_URL ?? databaseUrl;
  const orm = await openForWork(config, usedUrl, entities);
  const app = await createApplication(config, orm);
  // No test writes to the real services: port 9 takes nothing.
  Object.assign(app.get(ServiceAddresses, { strict: false }).instead, {
    discord: NOWHERE,
    slack: NOWHERE,
    telegram: NOWHERE,
  });
  await app.get(FirstAdmin).ensure();
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const db = new pg.Pool({ connectionString: usedUrl, max: 4 });
  db.on('error', () => undefined);
  const anonymous = caller(url);
  const session = await signIn(url);
  const admin = caller(url, { 'X-API-Key': await makeKey(session, ['*:*']) });
  return {
    app,
    url,
    databaseUrl: usedUrl,
    db,
    anonymous,
    admin,
    as: (role, options) => newUser(app, url, db, role, options),
    async close() {
      await app.close();
      await orm.close();
      await db.end();
      await leave();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** The admin through the session cookie, as a browser of the same origin. */
export async function signIn(url: string, { email, password } = ADMIN): Promise<Caller> {
  const answer = await caller(url).post('/auth/login').send({ email, password });
  if (answer.status !== 200) throw new Error(`Sign-in failed: ${answer.status} ${JSON.stringify(answer.body)}`);
  const cookie = ([answer.headers['set-cookie']].flat() as string[]).map((line) => line.split(';', 1)[0]).join('; ');
  return caller(url, { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' });
}

export async function makeKey(session: Caller, scopes: string[]): Promise<string> {
  const answer = await session.post('/api-keys').send({ name: 'test', scopes });
  if (answer.status !== 201) throw new Error(`No API key: ${answer.status} ${JSON.stringify(answer.body)}`);
  return (answer.body as { key: string }).key;
}

// Users are made in the database until they can be invited; the key is made while the user is an admin, and then belongs to who they are.
async function newUser(
  app: NestExpressApplication,
  url: string,
  db: pg.Pool,
  role: string,
  { teamId, scopes = ['*:*'] }: { teamId?: string; scopes?: string[] } = {},
): Promise<Caller & { userId: string }> {
  const email = `${role}-${Math.random().toString(36).slice(2, 10)}@kontor.test`;
  const { rows } = await db.query<{ id: string }>(
    `insert into users (email, first_name, last_name, team_id, password_hash) select $1, 'Test', $2, $3, password_hash from users where email = $4 returning id`,
    [email, role, teamId ?? null, ADMIN.email],
  );
  const userId = rows[0]?.id ?? '';
  await db.query(`insert into user_roles (user_id, role_id) select $1, id from roles where name = 'admin'`, [userId]);
  const own = await signIn(url, { email, password: ADMIN.password });
  const key = await makeKey(own, scopes);
  await db.query(`delete from user_roles where user_id = $1`, [userId]);
  await db.query(`insert into user_roles (user_id, role_id) select $1, id from roles where name = $2`, [userId, role]);
  // Nothing else has seen this user yet: what this process remembers need not be waited out.
  app.get(AccessCache).drop();
  return Object.assign(caller(url, { 'X-API-Key': key }), { userId });
}
