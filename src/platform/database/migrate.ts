import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { ADVISORY_LOCKS } from './advisory-locks.js';

/** Brings the schema up to date and gives the names of the migrations that were run. */
export async function migrate(orm: MikroORM, url: string): Promise<string[]> {
  const lock = new pg.Client({ connectionString: url, application_name: 'kontor-migrate' });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [ADVISORY_LOCKS.migration]);
    const run = (await orm.migrator.up()).map(({ name }) => name);
    // Each time: new tables get their rights, and a database that came from elsewhere its roles. Without them it goes on as the owner.
    await lock.query('select raise_wall()');
    return run;
  } finally {
    await lock.end();
  }
}

/** Migrations of this build that the database has not seen. */
export async function pendingMigrations(orm: MikroORM): Promise<string[]> {
  return (await orm.migrator.getPending()).map(({ name }) => name);
}
