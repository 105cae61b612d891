import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadEnvFile } from 'node:process';
import { entities } from './modules/index.js';
import { ConfigError, readConfig } from './platform/config/index.js';
import { KeyRotation, readMasterKeys, Vault } from './platform/crypto/index.js';
import { startEmbedded } from './platform/database/embedded.js';
import { openOrm, ormOptions, Reader, Wall } from './platform/database/index.js';

/**
 * `npm run keys:rotate`: give MASTER_KEY=<new>,<old> to every instance, run this once, then drop the old key.
 * The servers may go on meanwhile: they read with both keys and write with the new one.
 */
async function main(): Promise<void> {
  if (existsSync('.env')) loadEnvFile('.env');
  const config = readConfig(process.env);
  const embedded = config.DATABASE_URL
    ? undefined
    : await startEmbedded({
        directory: resolve(config.DATA_DIR, 'postgres'),
        ...(config.EMBEDDED_PG_PORT ? { port: config.EMBEDDED_PG_PORT } : {}),
      });
  const orm = await openOrm(ormOptions(config, config.DATABASE_URL ?? embedded?.url ?? '', entities));
  try {
    const resealed = await new KeyRotation(
      new Reader(orm, new Wall(config)),
      new Vault(await readMasterKeys(config)),
    ).run();
    console.log(`${resealed} sealed values are now under the newest master key.`);
  } finally {
    await orm.close();
    await embedded?.stop();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
