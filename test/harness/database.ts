import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const run = process.env['KONTOR_TEST_RUN'] ?? createHash('sha256').update(process.cwd()).digest('hex').slice(0, 12);
/**
 * File with the address of the shared PostgreSQL, written by the global setup. Two checkouts can run tests at the same
 * time.
 */
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

/** Larger databases are dropped immediately to free disk space. */
const LARGE_BYTES = 60e6;

/**
 * Creates a database for one suite from the migrated template, which takes 0.1 s. Small databases are removed with the
 * cluster. On ext4, creating files is ten times slower after many files were removed.
 */
export async function copyTemplate(): Promise<{ url: string; leave: () => Promise<void> }> {
  const name = `kontor_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await asAdmin(`create database ${name} template ${TEMPLATE}`);
  const url = databaseUrl(name);
  return { url, leave: () => leave(name, url) };
}

async function leave(name: string, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()',
      [name],
    );
    const { rows } = await client.query<{ size: number }>('select pg_database_size($1)::float8 as size', [name]);
    if ((rows[0]?.size ?? 0) > LARGE_BYTES)
      await client.query('truncate leads, companies, contacts, deals, activities, events cascade');
  } finally {
    await client.end();
  }
}

export { asAdmin };
