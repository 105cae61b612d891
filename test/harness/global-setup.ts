import { writeFileSync } from 'node:fs';
import { entities } from '../../src/modules/index.js';
import { startDisposable } from '../../src/platform/database/embedded/embedded-disposable.js';
import { migrate, openOrm } from '../../src/platform/database/index.js';
import { asAdmin, clusterFile, databaseUrl, TEMPLATE } from './database.js';

/** Starts one disposable PostgreSQL for all suites and migrates the template once. */
export default async function setUp(): Promise<void> {
  const cluster = await startDisposable();
  (globalThis as { kontorCluster?: unknown }).kontorCluster = cluster;
  writeFileSync(clusterFile, JSON.stringify({ url: cluster.url }));
  await asAdmin(`create database ${TEMPLATE}`);
  const url = databaseUrl(TEMPLATE);
  const orm = await openOrm({ url, entities });
  await migrate(orm, url);
  await orm.close();
}
