import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { parseArgs } from 'node:util';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { createApplication } from './bootstrap.js';
import { DemoRefused, loadDemo } from './demo/load.js';
import { DOMAIN } from './demo/people.js';
import { entities } from './modules/index.js';
import { FirstAdmin } from './modules/users/index.js';
import { ConfigError, readConfig, type Config } from './platform/config/index.js';
import { startEmbedded } from './platform/database/embedded.js';
import { migrate, openForMigrations, openForWork } from './platform/database/index.js';

const PASSWORD = 'demo people sell well';
const WIDTH = 30;

const USAGE = `npm run demo [-- options]: a company to look around in.

  --reset        makes it anew where there is one already
  --scale <n>    how much of it, above 0 and at most 10; 0.1 makes a tenth
  --help         says this`;

interface Wanted {
  readonly reset: boolean;
  readonly scale: number;
}

/** Nothing where only help is wanted. */
function wanted(): Wanted | undefined {
  const { values } = parsed();
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 10)) throw new DemoRefused('--scale is a number above 0, at most 10.');
  return values.help ? undefined : { reset: values.reset, scale };
}

function parsed() {
  try {
    return parseArgs({
      options: {
        reset: { type: 'boolean', default: false },
        scale: { type: 'string', default: '1' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new DemoRefused(`${(error as Error).message}\n\n${USAGE}`);
  }
}

async function main(): Promise<void> {
  const choice = wanted();
  if (!choice) return console.log(USAGE);
  if (existsSync('.env')) loadEnvFile('.env');
  const config = readConfig(process.env);
  const embedded = config.DATABASE_URL
    ? undefined
    : await startEmbedded({
        directory: resolve(config.DATA_DIR, 'postgres'),
        ...(config.EMBEDDED_PG_PORT ? { port: config.EMBEDDED_PG_PORT } : {}),
      });
  const url = config.DATABASE_URL ?? embedded?.url ?? '';
  try {
    await openHouse(config, url);
    const started = performance.now();
    const counts = await loadDemo({ url, ...choice, passwordHash: await hash(PASSWORD), onProgress: show });
    console.log(
      `${Object.entries(counts)
        .map(([name, count]) => `${count.toLocaleString('en')} ${name}`)
        .join(', ')} in ${((performance.now() - started) / 1000).toFixed(1)} s.`,
    );
    console.log(
      `Everybody of the demo signs in with the password "${PASSWORD}": anna.abel@${DOMAIN} leads the house. Not for a server that others can reach.`,
    );
  } finally {
    await embedded?.stop();
  }
}

/** As the first start does: the schema, and somebody who may do everything. Later, nobody would be made any more. */
async function openHouse(config: Config, url: string): Promise<void> {
  const owner = await openForMigrations(config, url);
  await migrate(owner, url).finally(() => owner.close());
  if (await isInhabited(url)) return;
  const orm = await openForWork(config, url, entities);
  const app = await createApplication(config, orm);
  try {
    const admin = await app.get(FirstAdmin).ensure();
    if (admin) console.log(`First admin: ${admin.email}${admin.password ? `, password ${admin.password}` : ''}`);
  } finally {
    await app.close();
    await orm.close();
  }
}

async function isInhabited(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, application_name: 'kontor-demo' });
  await client.connect();
  try {
    return (await client.query('select 1 from users limit 1')).rowCount !== 0;
  } finally {
    await client.end();
  }
}

let told = '';
/** A bar where somebody watches, a line for each step where not. */
function show(done: number, title: string): void {
  if (process.stdout.isTTY)
    process.stdout.write(
      `\r\x1b[K${'█'.repeat(Math.round(done * WIDTH)).padEnd(WIDTH, '░')} ${Math.round(done * 100)} % ${title}${done === 1 ? '\n' : ''}`,
    );
  else if (title !== told) console.log(`${Math.round(done * 100)} % ${title}`);
  told = title;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof ConfigError || error instanceof DemoRefused ? error.message : error);
  process.exitCode = 1;
}
