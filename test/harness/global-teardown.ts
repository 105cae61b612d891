import { rmSync } from 'node:fs';
import { clusterFile } from './database.js';

export default async function tearDown(): Promise<void> {
  await (globalThis as { kontorCluster?: { stop(): Promise<void> } }).kontorCluster?.stop();
  rmSync(clusterFile, { force: true });
}
