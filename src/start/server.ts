import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { createApplication } from './application.js';
import { entities } from '../modules/index.js';
import { FirstAdmin, type NewAdmin } from '../modules/users/index.js';
import type { Config } from '../platform/config/index.js';
import { KeyRotation } from '../platform/crypto/index.js';
import { migrate, openForMigrations, openForWork } from '../platform/database/index.js';
import type { EmbeddedDatabase } from '../platform/database/embedded/embedded.js';
import { keepEmbedded } from '../platform/database/embedded/embedded-watch.js';
import { openDataFolder } from '../platform/private-files/index.js';
import { dataFolderOf, embeddedOptions } from './command-database.js';
import { printStartupBanner } from './startup-banner.js';
import { explainConnection, explainListening } from './start-errors.js';
import { Overload } from '../platform/http/index.js';

const IDLE_CHECK_MS = 100;

interface Running {
  readonly app: NestExpressApplication;
  readonly orm: MikroORM;
  readonly embedded: EmbeddedDatabase | undefined;
}

/** Starts Kontor: configuration, database, schema, first admin, server. */
async function start(config: Config): Promise<Running> {
  const embedded = config.DATABASE_URL ? undefined : await startDatabase(config);
  if (!embedded && existsSync(config.DATA_DIR)) openDataFolder(config.DATA_DIR);
  const url = config.DATABASE_URL ?? embedded?.url ?? '';
  const open: { orm?: MikroORM; app?: NestExpressApplication } = {};
  try {
    const migrated = await bringUpToDate(config, url).catch((error: unknown) => {
      throw explainConnection(error, config);
    });
    const orm = (open.orm = await openForWork(config, url, entities));
    const app = (open.app = await createApplication(config, orm));
    await app.get(KeyRotation).check();
    const admin: NewAdmin | undefined = await app.get(FirstAdmin).ensure();
    if (config.ROLE !== 'worker') await listen(app, config);
    printStartupBanner({ config, app, migrated: migrated.length, admin, embedded, milliseconds: performance.now() });
    return { app, orm, embedded };
  } catch (error) {
    // A failed start stops everything that it started. A database that is shared with other processes keeps running.
    for (const close of [() => open.app?.close(), () => open.orm?.close(), () => embedded?.stop()])
      await Promise.resolve(close()).catch(() => undefined);
    throw error;
  }
}

/** Migrates as the user of DATABASE_URL, who owns the schema. The application role owns nothing. */
async function bringUpToDate(config: Config, url: string): Promise<string[]> {
  const owner = await openForMigrations(config, url);
  try {
    return await migrate(owner, url, dataFolderOf(config));
  } finally {
    await owner.close();
  }
}

async function startDatabase(config: Config): Promise<EmbeddedDatabase> {
  // Not the folder itself: if root starts Kontor, the database is in another folder.
  if (!existsSync(resolve(config.DATA_DIR, 'postgres.json')))
    console.log('Creating the embedded PostgreSQL (first start)…');
  return keepEmbedded(embeddedOptions(config));
}

async function listen(app: NestExpressApplication, config: Config): Promise<void> {
  try {
    // Nest would log the error too, before the line with the solution.
    app.useLogger(false);
    await app.listen(config.PORT, config.HOST);
    app.useLogger(app.get(Logger));
  } catch (error) {
    throw await explainListening(error, config);
  }
}

/** Stops accepting requests, waits for open requests, then closes the database. */
async function stop({ app, orm, embedded }: Running, config: Config): Promise<void> {
  const late = setTimeout(() => {
    console.error(`Requests or jobs are still running after ${config.SHUTDOWN_SECONDS} s; Kontor stops now.`);
    process.exit(1);
  }, config.SHUTDOWN_SECONDS * 1_000);
  const started = performance.now();
  const { open } = app.get(Overload).drain();
  const first =
    open === 0 ? 'no request is open' : `${open} open request${open === 1 ? ' is' : 's are'} finished first`;
  say(`Kontor is stopping: ${first}.`);
  const server = app.getHttpServer();
  server.closeIdleConnections();
  // A connection whose last request ends now would otherwise stay open for the next request.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  await app.close();
  clearInterval(idle);
  await orm.close();
  await embedded?.stop();
  clearTimeout(late);
  say(
    `Kontor has stopped after ${((performance.now() - started) / 1_000).toFixed(1)} s: open requests and jobs ` +
      `are finished, connections are closed${embedded ? ', the embedded PostgreSQL is down' : ''}.`,
  );
}

/** Ignores a closed output. */
function say(line: string): void {
  if (process.stdout.writable) console.log(line);
}

/** Handles a signal after the start has finished, so that no started process keeps running. */
function endOnSignals(starting: Promise<Running>, config: Config): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    // The caller reports a failed start.
    starting.then(
      (running) =>
        stop(running, config).then(
          () => process.exit(0),
          (error: unknown) => {
            console.error(error);
            process.exit(1);
          },
        ),
      () => undefined,
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

/** Runs the server until it receives a signal. */
export async function runServer(config: Config): Promise<void> {
  const starting = start(config);
  endOnSignals(starting, config);
  await starting;
}
