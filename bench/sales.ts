import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { hash } from '@node-rs/argon2';
import { startEmbedded } from '../src/platform/database/embedded/embedded.js';
import { capture, createKey, type Recorded } from './capture.js';
import { wire, type Call } from './cases.js';
import { prepareData, withClient } from './data.js';
import type { Measured } from './load.js';
import { explainAll } from './plans.js';
import { freePort, killAll, startNode, untilAnswers, type Started } from './processes.js';
import { plansTable, table } from './report.js';
import { createSalesCases, OWN, type AccessScope, type SalesCase } from './sales-cases.js';
import { SALES, sizesOf } from './sales-data.js';
import { drive, environmentFor, startKontor } from './serving.js';

// Measures reads of companies, contacts, deals and activities, for a user who sees all records and a user who sees own
// records. Compares reads of one statement with node:http and pg. `npm run bench:sales -- 100000`

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  args: process.argv.slice(2),
  options: {
    seconds: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    plans: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
  },
});
const contacts = Number(positionals[0] ?? 100_000);
const seconds = Number(options.seconds);
const WARM_SECONDS = 6;
const PASSWORD = 'a long password for the bench';

/** A user with access scope `own` and read permissions for all record types. */
const PERSON = `
insert into roles (name, record_access) values ('sales-own', 'own') on conflict (name) do nothing;
insert into role_permissions (role_id, permission_id) select r.id, p.id from roles r cross join permissions p
  where r.name = 'sales-own' on conflict do nothing;
delete from user_roles where user_id = (select id from users where email = '${OWN}');
insert into user_roles (user_id, role_id) select u.id, r.id from users u join roles r on u.email = '${OWN}'
  and r.name = 'sales-own'`;

async function createPerson(url: string): Promise<void> {
  const hashed = await hash(PASSWORD, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await withClient(url, async (client) => {
    await client.query(PERSON);
    await client.query('update users set password_hash = $1 where email = $2', [hashed, OWN]);
  });
}

interface Setting {
  readonly load: Started;
  readonly kontor: number;
  readonly bare: number;
  readonly keys: Readonly<Record<AccessScope, string>>;
}

interface Times {
  readonly one: Measured;
  readonly many: Measured;
}

async function timesOf({ load }: Setting, port: number, requests: readonly string[]): Promise<Times> {
  const round = (connections: number, length: number): Promise<Measured> =>
    drive(load, { port, connections, seconds: length, requests, numbers: 1 });
  // Sends requests until hot code is compiled, as long as in the other benchmark.
  await round(1, Math.min(WARM_SECONDS, 3 * seconds));
  return { one: await round(1, seconds), many: await round(16, seconds) };
}

const bareRequests = ({ name, values = [] }: SalesCase): string[] =>
  values.map(
    (value) =>
      `GET /replay/${encodeURIComponent(name)}${value ? `?was=${values[0]}&value=${value}` : ''} ` +
      `HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`,
  );

const n = (value: number): string => value.toFixed(value < 10 ? 2 : 0);
const rejected = ({ failures, requests }: Measured): string =>
  failures > 0 ? `, ${Math.ceil((100 * failures) / requests)} % refused` : '';

async function line(setting: Setting, one: SalesCase, accessScope: AccessScope): Promise<string[]> {
  const { one: alone, many } = await timesOf(
    setting,
    setting.kontor,
    one.calls.map((call: Call) => wire(call, setting.keys[accessScope])),
  );
  if (alone.failures > 0) throw new Error(`${one.name}: ${alone.failure}`);
  const bare =
    one.values && accessScope === 'all' ? await timesOf(setting, setting.bare, bareRequests(one)) : undefined;
  const said = [
    one.name,
    accessScope,
    n(alone.p50),
    n(alone.p99),
    `${n(many.p99)}${rejected(many)}`,
    bare ? `${n(bare.one.p50)} / ${n(bare.many.p99)}` : '',
    `${one.limit}`,
    many.p99 <= one.limit && many.failures === 0 ? 'met' : 'MISSED',
    one.aim ? `${one.aim}` : '',
    one.aim ? (alone.p50 <= one.aim ? 'met' : 'MISSED') : '',
  ];
  console.log(`  ${said.join(' | ')}`);
  return said;
}

async function startBare(
  directory: string,
  url: string,
  recorded: Readonly<Record<string, Recorded>>,
): Promise<number> {
  const port = await freePort();
  const recipe = join(directory, 'bare.json');
  writeFileSync(recipe, JSON.stringify({ url, port, recorded }), { mode: 0o600 });
  await untilAnswers(
    `http://127.0.0.1:${port}/replay/${encodeURIComponent('contact by id')}`,
    startNode(fileURLToPath(new URL('bare.js', import.meta.url)), { BENCH_BARE: recipe }),
  );
  return port;
}

async function run(url: string, directory: string): Promise<void> {
  const every = await createSalesCases(url);
  const cases = every.filter(({ name }) => options.only.split(',').some((only) => name.includes(only)));
  await createPerson(url);
  const { key, recorded } = await capture(url, environmentFor(directory), [
    ...new Set([...every.slice(0, 1), ...cases]),
  ]);
  if (options.plans) console.log(`\n${plansTable(await explainAll(url, recorded))}\n`);
  const kontor = await startKontor(directory, url);
  const keys = { all: key, own: await createKey(`http://127.0.0.1:${kontor.port}`, OWN, PASSWORD) };
  const setting: Setting = {
    load: startNode(fileURLToPath(new URL('load.js', import.meta.url)), {}, [], true),
    kontor: kontor.port,
    bare: await startBare(directory, url, recorded),
    keys,
  };
  const rows: string[][] = [];
  for (const one of cases) for (const accessScope of one.reaches) rows.push(await line(setting, one, accessScope));
  console.log(
    `\n${table(['request', 'sees', 'p50', 'p99', 'p99 at 16', 'bare p50 / p99 at 16', 'limit', '', 'aim, p50', ''], rows)}`,
  );
}

const directory = fileURLToPath(new URL(`../../.data/bench-sales-${contacts}`, import.meta.url));
mkdirSync(directory, { recursive: true });
chmodSync(directory, 0o755);
const database = await startEmbedded({ directory: join(directory, 'postgres'), log: (text) => console.log(text) });
try {
  const { reused, seconds: took, bytes } = await prepareData(database.url, contacts, options.fresh, SALES);
  const sizes = sizesOf(contacts);
  console.log(
    `${[contacts, contacts, sizes.companies, sizes.deals, contacts * 3].map((count) => count.toLocaleString('en')).join(', ')} leads, contacts, companies, deals, activities; ${(bytes / 1e9).toFixed(2)} GB, ${reused ? 'from an earlier run' : `made in ${Math.round(took)} s`}`,
  );
  await run(database.url, directory);
} finally {
  await killAll();
  await database.stop();
}
