import { entities } from './modules/index.js';
import { ConfigError, type Config } from './platform/config/index.js';
import { KeyRotation, readMasterKeys, SecretCipher } from './platform/crypto/index.js';
import { openOrm, ormOptions, QueryRunner, RowLevelSecurity } from './platform/database/index.js';
import { readSettings, withDatabase } from './start/command-database.js';

/**
 * `npm run keys:rotate`: set MASTER_KEY=<new>,<old> on every instance, run this once, then remove the old key. Servers
 * can run meanwhile: they read with both keys and write with the new key.
 */
async function main(): Promise<void> {
  const config = readSettings();
  const rotated = await withDatabase(config, (url) => rotateKeys(config, url));
  console.log(`${rotated} encrypted values now use the newest master key.`);
}

async function rotateKeys(config: Config, url: string): Promise<number> {
  const orm = await openOrm(ormOptions(config, url, entities));
  try {
    const queryRunner = new QueryRunner(orm, new RowLevelSecurity(config));
    return await new KeyRotation(queryRunner, new SecretCipher(await readMasterKeys(config))).run();
  } finally {
    await orm.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
