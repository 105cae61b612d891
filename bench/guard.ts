import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApplication } from '../src/bootstrap.js';
import { entities } from '../src/modules/index.js';
import { LeadsController } from '../src/modules/leads/leads.controller.js';
import { AccessCache, FirstAdmin } from '../src/modules/users/index.js';
import { readConfig } from '../src/platform/config/index.js';
import { startEmbedded } from '../src/platform/database/embedded.js';
import { migrate, openOrm, ormOptions } from '../src/platform/database/index.js';
import { AccessGuard } from '../src/platform/http/access.guard.js';

// What finding out who asks, and whether they may, costs a request: the CPU time of the guard alone. `npm run bench:guard`

const WARM_UP = 5_000;
const ROUNDS = 5;
const REQUESTS = 20_000;
const WANTED_US = 100;
const ADMIN = { email: 'bench@kontor.test', password: 'a long password for the bench' };

interface Figure {
  readonly what: string;
  /** Microseconds of CPU, user and system, garbage collection included. */
  readonly cpu: number;
  readonly goal: boolean;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** One request as the guard sees it: what Express gives, without a socket. */
function contextOf(headers: Record<string, string>): ExecutionContext {
  const request = {
    method: 'GET',
    url: '/api/v1/leads',
    originalUrl: '/api/v1/leads',
    headers: { host: 'localhost', ...headers },
    ip: '127.0.0.1',
    query: {},
    body: {},
    secure: false,
    protocol: 'http',
  };
  const response = { locals: {}, setHeader: () => undefined };
  const http = { getRequest: () => request, getResponse: () => response };
  return {
    getHandler: () => LeadsController.prototype.list,
    getClass: () => LeadsController,
    switchToHttp: () => http,
  } as unknown as ExecutionContext;
}

async function cpuOf(work: () => Promise<unknown>, times: number): Promise<number> {
  const before = process.cpuUsage();
  for (let done = 0; done < times; done += 1) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / times;
}

async function measured(what: string, work: () => Promise<unknown>, goal = true): Promise<Figure> {
  await cpuOf(work, goal ? WARM_UP : 50);
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await cpuOf(work, goal ? REQUESTS : 200));
  return { what, cpu: median(rounds), goal };
}

async function credentialsOf(url: string): Promise<{ session: Record<string, string>; key: Record<string, string> }> {
  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const login = await post('/auth/login', ADMIN);
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const made = (await (
    await post('/api-keys', { name: 'bench', scopes: ['*:*'] }, { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' })
  ).json()) as { key: string };
  return { session: { cookie }, key: { 'x-api-key': made.key } };
}

/** The very guard that the routes pass. */
function guardOf(app: NestExpressApplication): CanActivate {
  const { config: application } = app as unknown as { config: { getGlobalGuards(): CanActivate[] } };
  const guard = application.getGlobalGuards().find((one) => one instanceof AccessGuard);
  if (!guard) throw new Error('The application has no access guard');
  return guard;
}

async function run(app: NestExpressApplication, url: string): Promise<Figure[]> {
  const guard = guardOf(app);
  const cache = app.get(AccessCache, { strict: false });
  const { session, key } = await credentialsOf(url);
  const ask = (headers: Record<string, string>) => async () => guard.canActivate(contextOf(headers));
  const anew = (headers: Record<string, string>) => async () => {
    cache.drop();
    return guard.canActivate(contextOf(headers));
  };
  return [
    await measured('nothing: the loop alone', () => Promise.resolve(contextOf(key)), true),
    await measured('a session, verdict at hand', ask(session)),
    await measured('an API key, verdict at hand', ask(key)),
    await measured('a session, after a revocation somewhere', anew(session), false),
    await measured('an API key, after a revocation somewhere', anew(key), false),
  ];
}

const directory = mkdtempSync(join(tmpdir(), 'kontor-bench-guard-'));
const database = await startEmbedded({ directory: join(directory, 'postgres') });
const config = readConfig({
  NODE_ENV: 'development',
  ROLE: 'web',
  PORT: '0',
  LOG_LEVEL: 'silent',
  DATA_DIR: directory,
  DATABASE_URL: database.url,
  ADMIN_EMAIL: ADMIN.email,
  ADMIN_PASSWORD: ADMIN.password,
  MASTER_KEY: '11'.repeat(32),
});
const orm = await openOrm(ormOptions(config, database.url, entities));
let missed = false;
try {
  await migrate(orm, database.url);
  const app = await createApplication(config, orm);
  await app.get(FirstAdmin).ensure();
  await app.listen(0, '127.0.0.1');
  const figures = await run(app, await app.getUrl());
  const [nothing] = figures;
  for (const { what, cpu, goal } of figures) {
    const net = cpu - (nothing?.cpu ?? 0);
    missed ||= goal && net > WANTED_US;
    console.log(
      `${what.padEnd(45)} ${net.toFixed(1).padStart(8)} µs${goal ? (net > WANTED_US ? '  missed' : '  met (≤ 100)') : ''}`,
    );
  }
  await app.close();
} finally {
  await orm.close();
  await database.stop();
  rmSync(directory, { recursive: true, force: true });
}
process.exitCode = missed ? 1 : 0;
