import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { readConfig } from './platform/config/index.js';
import { startEmbedded } from './platform/database/embedded.js';
import { migrate, openForMigrations, pendingMigrations } from './platform/database/index.js';

/** `npm run migrate:create -- name`, `migrate:up`, `migrate:down` (one step), `migrate:status`. */
async function main(verb: string | undefined, name: string | undefined): Promise<void> {
  if (verb === 'create') return create(name);
  if (existsSync('.env')) loadEnvFile('.env');
  const config = readConfig(process.env);
  const embedded = config.DATABASE_URL
    ? undefined
    : await startEmbedded({
        directory: resolve(config.DATA_DIR, 'postgres'),
        ...(config.EMBEDDED_PG_PORT ? { port: config.EMBEDDED_PG_PORT } : {}),
      });
  const url = config.DATABASE_URL ?? embedded?.url ?? '';
  const orm = await openForMigrations(config, url);
  try {
    if (verb === 'up') report('Run', await migrate(orm, url));
    else if (verb === 'down')
      report(
        'Taken back',
        (await orm.migrator.down()).map((migration) => migration.name),
      );
    else if (verb === 'status') report('Waiting', await pendingMigrations(orm));
    else throw new Error('Say create <name>, up, down or status');
  } finally {
    await orm.close();
    await embedded?.stop();
  }
}

const report = (title: string, names: readonly string[]): void =>
  console.log(names.length > 0 ? `${title}:\n  ${names.join('\n  ')}` : `${title}: nothing`);

async function create(name: string | undefined): Promise<void> {
  if (!name || !/^[a-z][a-z0-9_]{2,50}$/.test(name))
    throw new Error('Name the migration in snake_case: npm run migrate:create -- add_lead_region');
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const file = `migrations/Migration${stamp}_${name}.ts`;
  await writeFile(file, template(`Migration${stamp}_${name}`), { flag: 'wx' });
  console.log(`Wrote ${file}`);
}

const template = (className: string): string => `import { Migration } from '@mikro-orm/migrations';

/** Say what the change is for. Expand first, contract in a later release; never edit a migration that has landed. */
export class ${className} extends Migration {
  override up(): void {
    this.addSql(\`\`);
  }

  override down(): void {
    this.addSql(\`\`);
  }
}
`;

try {
  await main(process.argv[2], process.argv[3]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
