import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { readConfig, type Config } from '../platform/config/index.js';
import { startEmbedded, type EmbeddedOptions } from '../platform/database/embedded/embedded.js';

/** Reads the configuration from `.env` and the environment. */
export function readSettings(overrides: Readonly<Record<string, string>> = {}): Config {
  if (existsSync('.env')) loadEnvFile('.env');
  return readConfig({ ...process.env, ...overrides });
}

/** The folder of the embedded PostgreSQL and its port, if one is set. */
export const embeddedOptions = ({ DATA_DIR, EMBEDDED_PG_PORT }: Config): EmbeddedOptions => ({
  directory: resolve(DATA_DIR, 'postgres'),
  ...(EMBEDDED_PG_PORT ? { port: EMBEDDED_PG_PORT } : {}),
});

/** The folder that belongs to the database; undefined with DATABASE_URL. */
export const dataFolderOf = ({ DATABASE_URL, DATA_DIR }: Config): string | undefined =>
  DATABASE_URL ? undefined : resolve(DATA_DIR);

/** Runs a command with the URL of its database. The embedded PostgreSQL runs until the command ends. */
export async function withDatabase<T>(config: Config, work: (url: string) => Promise<T>): Promise<T> {
  if (config.DATABASE_URL) return work(config.DATABASE_URL);
  const embedded = await startEmbedded(embeddedOptions(config));
  try {
    return await work(embedded.url);
  } finally {
    await embedded.stop();
  }
}
