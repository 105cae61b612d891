import { MikroORM, type EntitySchema } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import type { Config } from '../config/index.js';
import { migrations } from './migrations.js';
import { applicationRole } from './wall.js';

export interface OrmOptions {
  readonly url: string;
  readonly entities: readonly EntitySchema[];
  readonly poolSize?: number;
  /** Milliseconds. */
  readonly connectionTimeout?: number;
  /** Milliseconds; 0 for none. */
  readonly statementTimeout?: number;
  readonly applicationName?: string;
  /** What the connections work as, instead of the user that they sign in as. */
  readonly role?: string | undefined;
}

export const ormOptions = (config: Config, url: string, entities: readonly EntitySchema[]): OrmOptions => ({
  url,
  entities,
  poolSize: config.DATABASE_POOL_SIZE,
  connectionTimeout: config.DATABASE_CONNECTION_TIMEOUT,
  statementTimeout: config.DATABASE_STATEMENT_TIMEOUT,
  applicationName: `kontor-${config.ROLE}`,
});

/** For the application itself: in the role that owns nothing. The schema is up to date by then. */
export const openForWork = async (config: Config, url: string, entities: readonly EntitySchema[]): Promise<MikroORM> =>
  openOrm({ ...ormOptions(config, url, entities), role: await applicationRole(config, url) });

/** For changes of the schema: filling a new table from a large one takes minutes, and is not to be broken off. Locks are still waited for as briefly. */
export const openForMigrations = (config: Config, url: string): Promise<MikroORM> =>
  openOrm({ ...ormOptions(config, url, []), statementTimeout: 0 });

const PLANNER: Readonly<Record<string, string | number>> = {
  // What the start of workers is taken for. Of many requests at once each would ask for its own, which takes longer than what they share, and
  // the processors of all the others with it: only what reads a large table from end to end still has them.
  parallel_setup_cost: 20_000,
  // A cache before a join is made for as many rows as the join would have, not for the page that is read of it: a millisecond for 25 rows.
  enable_memoize: 'off',
};
const settings = Object.entries({ TimeZone: 'UTC', ...PLANNER })
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ');

/** Opens MikroORM with every wait bounded: without these an exhausted pool and a lost lock wait for ever. */
export function openOrm({
  url,
  entities,
  poolSize = 10,
  connectionTimeout = 1_000,
  statementTimeout = 5_000,
  applicationName = 'kontor',
  role,
}: OrmOptions): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities: [...entities],
    extensions: [Migrator],
    forceUtcTimezone: true,
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: poolSize, idleTimeoutMillis: 30_000 },
    driverOptions: {
      connectionTimeoutMillis: connectionTimeout,
      statement_timeout: statementTimeout,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 10_000,
      application_name: applicationName,
      keepAlive: true,
      options: `${settings}${role ? ` -c role=${role}` : ''}`,
      // The parts of a read behind the wall, or of one whose plan is kept, leave in one go.
      pipeline: true,
    },
    migrations: {
      migrationsList: migrations,
      snapshot: false,
      silent: true,
      transactional: true,
      allOrNothing: false,
      disableForeignKeys: false,
    },
  });
}
