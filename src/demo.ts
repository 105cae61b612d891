import { parseArgs } from 'node:util';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { createApplication } from './start/application.js';
import { DemoError, loadDemo } from './demo/load.js';
import { DOMAIN } from './demo/people.js';
import { entities } from './modules/index.js';
import { FirstAdmin } from './modules/users/index.js';
import { ConfigError, type Config } from './platform/config/index.js';
import { migrate, openForMigrations, openForWork } from './platform/database/index.js';
import { dataFolderOf, readSettings, withDatabase } from './start/command-database.js';

const PASSWORD = 'demo people sell well';
const WIDTH = 30;

const USAGE = `npm run demo [-- options]: creates a demo company.

  --reset        replaces an existing demo company
  --scale <n>    size, above 0 and at most 10; 0.1 creates a tenth of the records
  --help         prints this text`;

interface DemoArguments {
  readonly reset: boolean;
  readonly scale: number;
}

/** Returns undefined if only help is requested. */
function options(): DemoArguments | undefined {
  const { values } = parsed();
  const scale = Number(values.scale);
  if (!(scale > 0 && scale <= 10)) throw new DemoError('--scale must be a number above 0 and at most 10.');
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
    throw new DemoError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

async function main(): Promise<void> {
  const choice = options();
  if (!choice) return console.log(USAGE);
  const config = readSettings();
  await withDatabase(config, async (url) => {
    await openDemo(config, url);
    const started = performance.now();
    const counts = await loadDemo({ url, ...choice, passwordHash: await hash(PASSWORD), onProgress: show });
    const summary = Object.entries(counts).map(([name, count]) => `${count.toLocaleString('en')} ${name}`);
    console.log(`${summary.join(', ')} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
    console.log(
      `All demo users have the password "${PASSWORD}"; anna.abel@${DOMAIN} leads the company. Do not use ` +
        `the demo on a server that others can reach.`,
    );
  });
}

/**
 * Prepares the database as the first start does: the schema and an admin. After the demo data is loaded, no admin would
 * be created.
 */
async function openDemo(config: Config, url: string): Promise<void> {
  const owner = await openForMigrations(config, url);
  try {
    await migrate(owner, url, dataFolderOf(config));
  } finally {
    await owner.close();
  }
  if (await hasUsers(url)) return;
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

async function hasUsers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, application_name: 'kontor-demo' });
  await client.connect();
  try {
    return (await client.query('select 1 from users limit 1')).rowCount !== 0;
  } finally {
    await client.end();
  }
}

let lastTitle = '';
/** Shows a progress bar in a terminal, otherwise a line for each step. */
function show(done: number, title: string): void {
  if (process.stdout.isTTY)
    process.stdout.write(
      `\r\x1b[K${'█'.repeat(Math.round(done * WIDTH)).padEnd(WIDTH, '░')} ${Math.round(done * 100)} % ` +
        `${title}${done === 1 ? '\n' : ''}`,
    );
  else if (title !== lastTitle) console.log(`${Math.round(done * 100)} % ${title}`);
  lastTitle = title;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof ConfigError || error instanceof DemoError ? error.message : error);
  process.exitCode = 1;
}
