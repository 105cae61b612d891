import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { createApplication } from './bootstrap.js';
import { entities } from './modules/index.js';
import { FirstAdmin, type NewAdmin } from './modules/users/index.js';
import { ConfigError, type Config } from './platform/config/index.js';
import { KeyRotation } from './platform/crypto/index.js';
import { migrate, openForMigrations, openForWork } from './platform/database/index.js';
import type { EmbeddedDatabase } from './platform/database/embedded.js';
import { keepEmbedded } from './platform/database/embedded-watch.js';
import { greet } from './greeting.js';
import { Overload } from './platform/http/index.js';

interface Running {
  readonly app: NestExpressApplication;
  readonly orm: MikroORM;
  readonly embedded: EmbeddedDatabase | undefined;
}

/** From nothing to an address that answers: configuration, database, schema, first admin, server. */
async function start(config: Config): Promise<Running> {
  const started = performance.now();
  const embedded = config.DATABASE_URL ? undefined : await startDatabase(config);
  const url = config.DATABASE_URL ?? embedded?.url ?? '';
  const open: { orm?: MikroORM; app?: NestExpressApplication } = {};
  try {
    const migrated = await bringUpToDate(config, url);
    const orm = (open.orm = await openForWork(config, url, entities));
    const app = (open.app = await createApplication(config, orm));
    await app.get(KeyRotation).check();
    const admin: NewAdmin | undefined = await app.get(FirstAdmin).ensure();
    if (config.ROLE !== 'worker') await listen(app, config);
    greet({ config, app, migrated: migrated.length, admin, embedded, milliseconds: performance.now() - started });
    return { app, orm, embedded };
  } catch (error) {
    // A start that fails leaves nothing running; a database that others use as well stays.
    for (const close of [() => open.app?.close(), () => open.orm?.close(), () => embedded?.stop()])
      await Promise.resolve(close()).catch(() => undefined);
    throw error;
  }
}

/** The schema belongs to the user of DATABASE_URL; what works with it afterwards owns nothing. */
async function bringUpToDate(config: Config, url: string): Promise<string[]> {
  const owner = await openForMigrations(config, url);
  try {
    return await migrate(owner, url);
  } finally {
    await owner.close();
  }
}

async function startDatabase(config: Config): Promise<EmbeddedDatabase> {
  const directory = resolve(config.DATA_DIR);
  await mkdir(directory, { recursive: true });
  // Not the folder itself: where root starts it, that lies elsewhere.
  if (!existsSync(resolve(directory, 'postgres.json'))) console.log('Making the embedded PostgreSQL (first start)…');
  return keepEmbedded({
    directory: resolve(directory, 'postgres'),
    ...(config.EMBEDDED_PG_PORT ? { port: config.EMBEDDED_PG_PORT } : {}),
  });
}

async function listen(app: NestExpressApplication, config: Config): Promise<void> {
  try {
    // Nest would log a failure as well, above the line that says what to do.
    app.useLogger(false);
    await app.listen(config.PORT, config.HOST);
    app.useLogger(app.get(Logger));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new ConfigError(
      `Port ${config.PORT} on ${config.HOST} is in use by another program; set PORT to a free one (PORT=3001 npm start).`,
    );
  }
}

/** Stops taking requests, lets the open ones finish, then closes the database. */
async function stop({ app, orm, embedded }: Running, config: Config): Promise<void> {
  const late = setTimeout(() => {
    console.error(`Still at work after ${config.SHUTDOWN_SECONDS} s; ending anyway.`);
    process.exit(1);
  }, config.SHUTDOWN_SECONDS * 1_000);
  app.get(Overload).drain();
  const server = app.getHttpServer();
  server.closeIdleConnections();
  await app.close();
  await orm.close();
  await embedded?.stop();
  clearTimeout(late);
}

function endOnSignals(running: Running, config: Config): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    stop(running, config).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** Serves until it is told to end. */
export async function run(config: Config): Promise<void> {
  endOnSignals(await start(config), config);
}
