import { MikroORM, type EntitySchema } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import type { Config } from '../config/index.js';
import { migrations } from './migrations.js';

export interface OrmOptions {
  readonly url: string;
  readonly entities: readonly EntitySchema[];
  readonly poolSize?: number;
  readonly statementTimeout?: number;
  readonly applicationName?: string;
}

export const ormOptions = (config: Config, url: string, entities: readonly EntitySchema[]): OrmOptions => ({
  url,
  entities,
  poolSize: config.DATABASE_POOL_SIZE,
  statementTimeout: config.DATABASE_STATEMENT_TIMEOUT,
  applicationName: `kontor-${config.ROLE}`,
});

/** Opens MikroORM with every wait bounded: without these an exhausted pool and a lost lock wait for ever. */
export function openOrm({ url, entities, poolSize = 10, statementTimeout = 5_000, applicationName = 'kontor' }: OrmOptions): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities: [...entities],
    extensions: [Migrator],
    forceUtcTimezone: true,
    discovery: { warnWhenNoEntities: false },
    pool: { min: 0, max: poolSize, idleTimeoutMillis: 30_000 },
    driverOptions: {
      connectionTimeoutMillis: 1_000,
      statement_timeout: statementTimeout,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 10_000,
      application_name: applicationName,
      keepAlive: true,
      options: '-c TimeZone=UTC',
    },
    migrations: { migrationsList: migrations, snapshot: false, silent: true, transactional: true, allOrNothing: false, disableForeignKeys: false },
  });
}
