import { fileURLToPath } from 'node:url';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { startDisposable } from '../src/platform/database/embedded/embedded-disposable.js';
import { migrate, openOrm } from '../src/platform/database/index.js';
import { prepareData } from './data.js';
import { freePort, killAll, startNode, stop, untilAnswers } from './processes.js';

/**
 * `npm run bench:rls -- 100000` measures row-level security: the same requests to two servers alternately, with and
 * without it.
 */
const rows = Number(process.argv[2] ?? 100_000);
const ROUNDS = Number(process.argv[3] ?? 300);
const PASSWORD = 'amber ladders cross the wide harbour';
const MODES = ['off', 'on'] as const;
type Mode = (typeof MODES)[number];

async function key(url: string, db: pg.Pool, email: string, role: string): Promise<string> {
  const headers = { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' };
  await db.query(`update users set password_hash = $2 where email = $1`, [email, await hash(PASSWORD)]);
  await db.query(`delete from user_roles where user_id = (select id from users where email = $1)`, [email]);
  await db.query(
    `insert into user_roles (user_id, role_id) select u.id, r.id from users u cross join roles r where u.email = $1
      and r.name = 'admin'`,
    [email],
  );
  const login = await fetch(`${url}/auth/login`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const created = (await (
    await fetch(`${url}/api-keys`, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: JSON.stringify({ name: 'bench', scopes: ['*:*'] }),
    })
  ).json()) as { key: string };
  await db.query(
    `update user_roles set role_id = (select id from roles where name = $2) where user_id = (select id from users
      where email = $1)`,
    [email, role],
  );
  return created.key;
}

interface Call {
  readonly method?: string;
  readonly path: string;
  readonly body?: () => unknown;
}

async function timed(url: string, credential: string, { method = 'GET', path, body }: Call): Promise<number> {
  const started = performance.now();
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { 'X-API-Key': credential, 'Content-Type': 'application/json' },
    ...(body && { body: JSON.stringify(body()) }),
  });
  const text = await answer.text();
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${text}`);
  return performance.now() - started;
}

const at = (values: number[], share: number): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

async function compare(urls: Record<Mode, string>, credential: string, call: Call): Promise<string> {
  const times: Record<Mode, number[]> = { off: [], on: [] };
  for (let round = -20; round < ROUNDS; round += 1) {
    for (const mode of round % 2 ? MODES : [...MODES].reverse()) {
      const time = await timed(urls[mode], credential, call);
      if (round >= 0) times[mode].push(time);
    }
  }
  const [off, on] = [at(times.off, 0.5), at(times.on, 0.5)];
  return (
    `| ${off.toFixed(2)} | ${on.toFixed(2)} | ${(on / off).toFixed(2)} | ${at(times.off, 0.95).toFixed(1)} | ` +
    `${at(times.on, 0.95).toFixed(1)} |`
  );
}

let created = 0;
const stamp = Date.now();
const casesFor = (id: string): [string, Call][] => [
  ['by id', { path: `/leads/${id}` }],
  ['list', { path: '/leads?limit=25' }],
  ['by status', { path: '/leads?status=qualified&limit=25' }],
  ['frequent word', { path: '/leads?q=son&limit=25' }],
  ['rare word', { path: '/leads?q=zuzu%20qx&limit=25' }],
  [
    'facets',
    {
      method: 'POST',
      path: '/leads/facets',
      body: () => ({
        facets: ['status'],
        filter: { field: 'createdAt', op: 'gte', value: new Date(Date.now() - 30 * 864e5).toISOString() },
      }),
    },
  ],
  ['stats', { path: '/leads/stats' }],
  ['activities', { path: '/activities?limit=25' }],
  ['timeline', { path: `/leads/${id}/timeline` }],
  [
    'create',
    {
      method: 'POST',
      path: '/leads',
      body: () => ({ name: `Wall ${(created += 1)}`, email: `wall${stamp}.${created}@bench.test` }),
    },
  ],
  ['change', { method: 'PATCH', path: `/leads/${id}`, body: () => ({ notes: `Note ${(created += 1)}` }) }],
];

async function explain(url: string, title: string, role: string, context: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: `-c role=${role}` });
  await client.connect();
  await client.query(`begin; ${context}`);
  await client.query(statement);
  const plan = (
    await client.query<Record<string, string>>(`explain (analyze, buffers, costs off, timing off) ${statement}`)
  ).rows.map((row) => row['QUERY PLAN'] ?? '');
  console.log(
    `${title}: ${/shared.*/.exec(plan.find((line) => line.includes('Buffers')) ?? '')?.[0]}, ${plan.at(-1)?.trim()}, ${plan
      .filter((line) => /Scan/.test(line))
      .map((line) => line.trim().replace(/ \(actual.*/, ''))
      .join(' / ')}`,
  );
  await client.end();
}

const server = await startDisposable();
try {
  await prepareData(server.url, rows, true);
  const owner = await openOrm({ url: server.url, entities: [] });
  await migrate(owner, server.url);
  await owner.close();
  const db = new pg.Pool({ connectionString: server.url, max: 2 });
  db.on('error', () => undefined);
  await db.query(
    `set session_replication_role = replica; set statement_timeout = 0; update leads l set team_id = u.team_id
      from users u where u.id = l.owner_id; update activities a set team_id = u.team_id from users u
      where u.id = a.owner_id; set session_replication_role = origin`,
  );
  await db.query('vacuum (analyze)');
  const urls = {} as Record<Mode, string>;
  const started = [];
  for (const mode of MODES) {
    const port = await freePort();
    const child = startNode(fileURLToPath(new URL('../src/main.js', import.meta.url)), {
      PORT: String(port),
      DATABASE_URL: server.url,
      ROLE: 'web',
      ROW_LEVEL_SECURITY: mode,
      LOG_LEVEL: 'silent',
      MASTER_KEY: '11'.repeat(32),
      RATE_LIMIT_PER_CREDENTIAL: '10000000',
      RATE_LIMIT_PER_ADDRESS: '10000000',
      MAX_LOOP_DELAY: '20000',
      NODE_ENV: 'test',
      DATA_DIR: '/tmp/kontor-bench-wall',
    });
    await untilAnswers(`http://127.0.0.1:${port}/health/ready`, child);
    urls[mode] = `http://127.0.0.1:${port}/api/v1`;
    started.push(child);
  }
  const person = (
    await db.query<{ id: string; team_id: string }>(
      `select id, team_id from users where email = 'person7@kontor.example'`,
    )
  ).rows[0];
  const lead =
    (
      await db.query<{ id: string }>(
        `select id from leads where owner_id = $1 and deleted_at is null order by created_at limit 1`,
        [person?.id],
      )
    ).rows[0]?.id ?? '';
  for (const [accessScope, role] of [
    ['all', 'admin'],
    ['team', 'manager'],
    ['own', 'sales'],
  ] as const) {
    const credential = await key(urls.off, db, 'person7@kontor.example', role);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    console.log(
      `\n${accessScope}, ${rows} leads\n| | off ms | on ms | on/off | off p95 | on p95 |\n|---|---|---|---|---|---|`,
    );
    for (const [name, call] of casesFor(lead)) console.log(`| ${name} ${await compare(urls, credential, call)}`);
  }
  const [user, team] = [
    `set local kontor.user_id = '${person?.id}'`,
    `set local kontor.team_id = '${person?.team_id}'`,
  ];
  const list = (where: string): string =>
    `select * from leads l where deleted_at is null and ${where} order by created_at desc, id desc limit 26`;
  await explain(server.url, 'list of all, free', 'kontor_app', 'select 1', list('true'));
  await explain(server.url, 'list of team, free', 'kontor_app', 'select 1', list(`team_id = '${person?.team_id}'`));
  await explain(
    server.url,
    'list of team, guarded',
    'kontor_rls',
    `${user}; ${team}`,
    list(`team_id = '${person?.team_id}'`),
  );
  await explain(server.url, 'list of own, free', 'kontor_app', 'select 1', list(`owner_id = '${person?.id}'`));
  await explain(server.url, 'list of own, guarded', 'kontor_rls', user, list(`owner_id = '${person?.id}'`));
  await explain(
    server.url,
    'word of team, free',
    'kontor_app',
    'select 1',
    list(`team_id = '${person?.team_id}' and search_text like '%zuzu qx%'`),
  );
  await explain(
    server.url,
    'word of team, guarded',
    'kontor_rls',
    `${user}; ${team}`,
    list(`team_id = '${person?.team_id}' and search_text like '%zuzu qx%'`),
  );
  await db.end();
  for (const child of started) await stop(child);
} finally {
  await killAll();
  await server.stop();
}
