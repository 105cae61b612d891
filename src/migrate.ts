import { writeFile } from 'node:fs/promises';
import type { Config } from './platform/config/index.js';
import { migrate, openForMigrations, pendingMigrations } from './platform/database/index.js';
import { dataFolderOf, readSettings, withDatabase } from './start/command-database.js';
import { explainConnection } from './start/start-errors.js';

/** Handles `npm run migrate:create -- name`, `migrate:up`, `migrate:down` (one step), `migrate:status`. */
async function main(verb: string | undefined, name: string | undefined): Promise<void> {
  if (verb === 'create') return create(name);
  const config = readSettings();
  await withDatabase(config, (url) => runVerb(verb, config, url));
}

async function runVerb(verb: string | undefined, config: Config, url: string): Promise<void> {
  const orm = await openForMigrations(config, url).catch((error: unknown) => {
    throw explainConnection(error, config);
  });
  try {
    if (verb === 'up') report('Applied', await migrate(orm, url, dataFolderOf(config)));
    else if (verb === 'down')
      report(
        'Reverted',
        (await orm.migrator.down()).map((migration) => migration.name),
      );
    else if (verb === 'status') report('Pending', await pendingMigrations(orm));
    else throw new Error('Use create <name>, up, down or status');
  } finally {
    await orm.close();
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

/** Describe the purpose of the change. Expand first, contract in a later release; never edit a released migration. */
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
