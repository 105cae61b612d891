import { MikroORM, type Dictionary, type EntitySchema } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import type { Config } from '../config/index.js';
import { migrations } from './migrations.js';
import { BindingDriver } from './orm-driver.js';
import { watchPool } from './pool/pool-watch.js';
import { applicationRole } from './row-level-security/row-level-security.js';

export interface OrmOptions {
  readonly url: string;
  readonly entities: readonly EntitySchema[];
  readonly poolSize?: number;
  /** Milliseconds. */
  readonly connectionTimeout?: number;
  /** Milliseconds; 0 disables the timeout. */
  readonly statementTimeout?: number;
  readonly applicationName?: string;
  /** Role of the connections, instead of the login user. */
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

/** Opens the connection of the application, with a role that owns no tables. The schema must be up to date. */
export const openForWork = async (config: Config, url: string, entities: readonly EntitySchema[]): Promise<MikroORM> =>
  openOrm({ ...ormOptions(config, url, entities), role: await applicationRole(config, url) });

/**
 * Opens the connection for migrations without a statement timeout, because filling a large table takes minutes. The
 * lock timeout stays.
 */
export const openForMigrations = (config: Config, url: string): Promise<MikroORM> =>
  openOrm({ ...ormOptions(config, url, []), statementTimeout: 0 });

const PLANNER: Readonly<Record<string, string | number>> = {
  // Cost of starting parallel workers. High, because parallel workers slow down many concurrent requests. Only scans of
  // large tables still use parallel workers.
  parallel_setup_cost: 20_000,
  // PostgreSQL sizes the Memoize cache for all rows of a join instead of one page. This takes 1 ms for 25 rows.
  enable_memoize: 'off',
  // Allows two swapped letters in a name of ten letters: 7 of 15 trigrams still match.
  'pg_trgm.word_similarity_threshold': 0.45,
};
const settings = Object.entries({ TimeZone: 'UTC', ...PLANNER })
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ');

const MIGRATIONS = {
  migrationsList: migrations,
  snapshot: false,
  silent: true,
  transactional: true,
  allOrNothing: false,
  disableForeignKeys: false,
};

/**
 * Opens MikroORM with a timeout for every wait. Without timeouts, an exhausted pool or a lost lock would block forever.
 */
export const openOrm = (options: OrmOptions): Promise<MikroORM> =>
  MikroORM.init({
    driver: BindingDriver,
    clientUrl: options.url,
    entities: [...options.entities],
    extensions: [Migrator],
    forceUtcTimezone: true,
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: options.poolSize ?? 10, idleTimeoutMillis: 30_000 },
    driverOptions: driverOptionsOf(options),
    migrations: MIGRATIONS,
  });

const driverOptionsOf = ({
  connectionTimeout = 1_000,
  statementTimeout = 5_000,
  applicationName = 'kontor',
  role,
}: OrmOptions): Dictionary => ({
  connectionTimeoutMillis: connectionTimeout,
  statement_timeout: statementTimeout,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
  application_name: applicationName,
  keepAlive: true,
  options: `${settings}${role ? ` -c role=${role}` : ''}`,
  // A frozen server cannot send its own timeout. The driver closes the connection one second later.
  ...(statementTimeout > 0 && { query_timeout: statementTimeout + 1_000 }),
  onPoolCreated: watchPool,
  // Sends all statements of a transaction with row-level security, or with a generic plan, at once.
  pipeline: true,
});
