import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const run = process.env['KONTOR_TEST_RUN'] ?? createHash('sha256').update(process.cwd()).digest('hex').slice(0, 12);
/** Where the suite's one PostgreSQL is; written by the global set-up. Two checkouts may be tested at once. */
export const clusterFile = join(tmpdir(), `kontor-tests-${run}.json`);
export const TEMPLATE = 'kontor_template';

const clusterUrl = (): string => (JSON.parse(readFileSync(clusterFile, 'utf8')) as { url: string }).url;

export function databaseUrl(name: string): string {
  const url = new URL(clusterUrl());
  url.pathname = `/${name}`;
  return url.href;
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl('postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database of its own for one suite, copied from the migrated template in a tenth of a second. */
export async function copyTemplate(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `kontor_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await asAdmin(`create database ${name} template ${TEMPLATE}`);
  return { url: databaseUrl(name), drop: () => asAdmin(`drop database if exists ${name} with (force)`) };
}

export { asAdmin };
