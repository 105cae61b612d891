import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmbedded } from '../src/platform/database/embedded.js';
import { prepareData, withClient } from './data.js';
import { freePort, killAll, startNode, untilAnswers } from './processes.js';

// What it costs to see only some records: the same requests of three people who see all, their team's and their own, in turns.
// `npm run bench:sight -- 100000`

const rows = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = Number(process.argv[3] ?? 400);
const MOST = 1.3;
const PASSWORD = 'a long password for the bench';
const REACHES = ['all', 'team', 'own'] as const;
type Reach = (typeof REACHES)[number];

const REQUESTS: Readonly<Record<string, string>> = {
  'leads, newest': '/leads?limit=25',
  'leads, by score': '/leads?limit=25&sort=-score',
  'leads of a status': '/leads?limit=25&status=qualified',
  'lead counts': '/leads/stats',
  'activities, newest': '/activities?limit=25',
};

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** Somebody in the middle of the crowd, three times; with the password of the admin, who is made at the start. */
const PEOPLE = `
delete from users where email like 'sight-%@kontor.test';
insert into roles (name, record_access) values ('sight-all', 'all'), ('sight-team', 'team'), ('sight-own', 'own') on conflict (name) do nothing;
insert into role_permissions (role_id, permission_id) select r.id, p.id from roles r cross join permissions p where r.name like 'sight-%' on conflict do nothing;
update users set password_hash = (select password_hash from users where email = 'bench@kontor.test') where email in ('person500@kontor.example', 'person501@kontor.example', 'person502@kontor.example');
delete from user_roles where user_id in (select id from users where email in ('person500@kontor.example', 'person501@kontor.example', 'person502@kontor.example'));
insert into user_roles (user_id, role_id) select u.id, r.id from users u join roles r on (u.email, r.name) in (('person500@kontor.example', 'sight-all'), ('person501@kontor.example', 'sight-team'), ('person502@kontor.example', 'sight-own'))`;

async function keyOf(url: string, email: string): Promise<string> {
  const send = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin', ...headers },
      body: JSON.stringify(body),
    });
  const login = await send('/auth/login', { email, password: PASSWORD });
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const made = await send('/api-keys', { name: 'bench', scopes: ['*:*'] }, { Cookie: cookie });
  if (!made.ok) throw new Error(`${email}: ${login.status}, ${made.status} ${await made.text()}`);
  return ((await made.json()) as { key: string }).key;
}

async function measure(
  url: string,
  path: string,
  keys: Readonly<Record<Reach, string>>,
): Promise<Record<Reach, number[]>> {
  const times: Record<Reach, number[]> = { all: [], team: [], own: [] };
  for (let round = -30; round < ROUNDS; round += 1) {
    for (const reach of REACHES) {
      const asked = performance.now();
      const answer = await fetch(`${url}/api/v1${path}`, { headers: { 'X-API-Key': keys[reach] } });
      await answer.text();
      if (!answer.ok) throw new Error(`${path} as ${reach}: ${answer.status}`);
      if (round >= 0) times[reach].push(performance.now() - asked);
    }
  }
  return times;
}

function line(name: string, times: Record<Reach, number[]>): string {
  const cells = REACHES.map(
    (reach) => `${quantile(times[reach], 0.5).toFixed(2)} / ${quantile(times[reach], 0.99).toFixed(2)}`,
  );
  const ratios = (['team', 'own'] as const).map((reach) => quantile(times[reach], 0.99) / quantile(times.all, 0.99));
  return `| ${name} | ${cells.join(' | ')} | ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')} | ${ratios.every((ratio) => ratio <= MOST) ? 'met' : 'MISSED'} |`;
}

const directory = fileURLToPath(new URL(`../../.data/bench-${rows}`, import.meta.url));
mkdirSync(directory, { recursive: true });
chmodSync(directory, 0o755);
const database = await startEmbedded({ directory: join(directory, 'postgres'), log: (text) => console.log(text) });
try {
  await prepareData(database.url, rows, false);
  const path = join(directory, 'bench.key');
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600 });
  await withClient(database.url, (client) => client.query(`delete from users where email in ('bench@kontor.test')`));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { hash } = await import('@node-rs/argon2');
  const hashed = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await withClient(database.url, (client) =>
    client.query('insert into users (email, password_hash) values ($1, $2)', ['bench@kontor.test', hashed]),
  );
  await withClient(database.url, (client) => client.query(PEOPLE));
  const started = startNode(fileURLToPath(new URL('../src/main.js', import.meta.url)), {
    NODE_ENV: 'production',
    MASTER_KEY: readFileSync(path, 'utf8'),
    DATA_DIR: directory,
    DATABASE_URL: database.url,
    LOG_LEVEL: 'warn',
    ROLE: 'web',
    PORT: `${port}`,
    RATE_LIMIT_PER_CREDENTIAL: '1000000000',
    RATE_LIMIT_PER_ADDRESS: '1000000000',
  });
  await untilAnswers(`${url}/health/ready`, started);
  const keys = {
    all: await keyOf(url, 'person500@kontor.example'),
    team: await keyOf(url, 'person501@kontor.example'),
    own: await keyOf(url, 'person502@kontor.example'),
  };
  console.log(
    `${rows.toLocaleString('en')} leads; p50 / p99 in ms\n\n| request | all | team | own | p99 against all | ≤ ${MOST} |\n|---|---:|---:|---:|---:|---|`,
  );
  for (const [name, request] of Object.entries(REQUESTS)) console.log(line(name, await measure(url, request, keys)));
} finally {
  await killAll();
  await database.stop();
}
