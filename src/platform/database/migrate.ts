import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { ConfigError } from '../config/index.js';
import { ADVISORY_LOCKS } from './advisory-locks.js';

/**
 * Migrates the schema and returns the names of the applied migrations. `dataFolder` is the folder of the embedded
 * database.
 */
export async function migrate(orm: MikroORM, url: string, dataFolder?: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url, application_name: 'kontor-migrate' });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [ADVISORY_LOCKS.migration]);
    await requireBaseline(lock, dataFolder);
    const run = (await orm.migrator.up()).map(({ name }) => name);
    // Runs each time: new tables need privileges, and a restored database needs roles. Without the roles, Kontor works
    // as the owner of the tables.
    await lock.query('select enable_rls()');
    return run;
  } finally {
    await lock.end();
  }
}

/** Rejects databases with migrations of November 2026. A baseline replaced these migrations. */
async function requireBaseline(db: pg.Client, dataFolder: string | undefined): Promise<void> {
  const { rows } = await db.query(`select to_regclass('mikro_orm_migrations') is not null as "hasMigrations"`);
  if (!rows[0]?.hasMigrations) return;
  const { rowCount } = await db.query(`select from mikro_orm_migrations where name like 'Migration202611%' limit 1`);
  if (rowCount === 0) return;
  const remedy = dataFolder
    ? `remove the folder ${dataFolder} and start again`
    : 'set DATABASE_URL to an empty database';
  throw new ConfigError(`A pre-release version of Kontor created this database and it cannot be migrated: ${remedy}.`);
}

export async function pendingMigrations(orm: MikroORM): Promise<string[]> {
  return (await orm.migrator.getPending()).map(({ name }) => name);
}
