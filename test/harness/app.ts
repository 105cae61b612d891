import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SchedulerRegistry } from '@nestjs/schedule';
import pg from 'pg';
import { createApplication } from '../../src/start/application.js';
import { entities } from '../../src/modules/index.js';
import { ServiceAddresses } from '../../src/modules/notifications/index.js';
import { AccessCache, FirstAdmin } from '../../src/modules/users/index.js';
import { readConfig } from '../../src/platform/config/index.js';
import { openForWork } from '../../src/platform/database/index.js';
import { caller, type Caller } from './caller.js';
import { copyTemplate } from './database.js';

export const ADMIN = { email: 'admin@kontor.test', password: 'amber ladders cross the wide harbour' };

const NOWHERE = 'http://127.0.0.1:9';

export interface TestApp {
  readonly app: NestExpressApplication;
  /** `http://127.0.0.1:…` on a real socket. */
  readonly url: string;
  /** The database of this suite, for other processes. */
  readonly databaseUrl: string;
  /** A direct connection to the database of this suite, for setup and checks. */
  readonly db: pg.Pool;
  /** A caller without a credential. */
  readonly anonymous: Caller;
  /** The admin, with an API key with every scope. */
  readonly admin: Caller;
  /** Creates a user with this role and returns a caller with an API key. */
  as(role: string, options?: { teamId?: string; scopes?: string[] }): Promise<Caller & { userId: string }>;
  close(): Promise<void>;
}

/** Starts the application on its own database and a free port. */
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
    MAX_ANONYMOUS_REQUESTS_IN_FLIGHT: '1000',
    MAX_LOOP_DELAY: '20000',
    DATABASE_CONNECTION_TIMEOUT: '20000',
    MASTER_KEY: '11'.repeat(32),
    // Any suite can run with row-level security.
    ...(process.env['KONTOR_TEST_ROW_LEVEL_SECURITY'] && {
      ROW_LEVEL_SECURITY: process.env['KONTOR_TEST_ROW_LEVEL_SECURITY'],
    }),
    ...environment,
  });
  const usedUrl = config.DATABASE_URL ?? databaseUrl;
  const orm = await openForWork(config, usedUrl, entities);
  const app = await createApplication(config, orm);
  // Tests must not call the real services: nothing listens on port 9.
  Object.assign(app.get(ServiceAddresses, { strict: false }).instead, {
    discord: NOWHERE,
    slack: NOWHERE,
    telegram: NOWHERE,
  });
  await app.get(FirstAdmin).ensure();
  await app.listen(0, '127.0.0.1');
  stopSchedule(app);
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const db = new pg.Pool({ connectionString: usedUrl, max: 4 });
  db.on('error', () => undefined);
  const anonymous = caller(url);
  const session = await signIn(url);
  const admin = caller(url, { 'X-API-Key': await createApiKey(session, ['*:*']) });
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

/** Stops the schedule, so that a job does not run just before a test runs it. */
function stopSchedule(app: NestExpressApplication): void {
  const timers = app.get(SchedulerRegistry, { strict: false });
  if (timers.doesExist('interval', 'scheduled-jobs')) timers.deleteInterval('scheduled-jobs');
}

/** Returns the admin with a session cookie, as a browser of the same origin. */
export async function signIn(url: string, { email, password } = ADMIN): Promise<Caller> {
  const answer = await caller(url).post('/auth/login').send({ email, password });
  if (answer.status !== 200) throw new Error(`Sign-in failed: ${answer.status} ${JSON.stringify(answer.body)}`);
  const cookie = ([answer.headers['set-cookie']].flat() as string[]).map((line) => line.split(';', 1)[0]).join('; ');
  return caller(url, { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' });
}

export async function createApiKey(session: Caller, scopes: string[]): Promise<string> {
  const answer = await session.post('/api-keys').send({ name: 'test', scopes });
  if (answer.status !== 201) throw new Error(`No API key: ${answer.status} ${JSON.stringify(answer.body)}`);
  return (answer.body as { key: string }).key;
}

// Creates the user in the database. The API key is created while the user is an admin, and then has only the
// permissions of the real role.
async function newUser(
  app: NestExpressApplication,
  url: string,
  db: pg.Pool,
  role: string,
  { teamId, scopes = ['*:*'] }: { teamId?: string; scopes?: string[] } = {},
): Promise<Caller & { userId: string }> {
  const email = `${role}-${Math.random().toString(36).slice(2, 10)}@kontor.test`;
  const { rows } = await db.query<{ id: string }>(
    `insert into users (email, first_name, last_name, team_id, password_hash) select $1, 'Test', $2, $3, password_hash
      from users where email = $4 returning id`,
    [email, role, teamId ?? null, ADMIN.email],
  );
  const userId = rows[0]?.id ?? '';
  await db.query(`insert into user_roles (user_id, role_id) select $1, id from roles where name = 'admin'`, [userId]);
  const own = await signIn(url, { email, password: ADMIN.password });
  const key = await createApiKey(own, scopes);
  await db.query(`delete from user_roles where user_id = $1`, [userId]);
  await db.query(`insert into user_roles (user_id, role_id) select $1, id from roles where name = $2`, [userId, role]);
  // No other process has cached this user, so clearing the cache of this process is enough.
  app.get(AccessCache).drop();
  return Object.assign(caller(url, { 'X-API-Key': key }), { userId });
}
