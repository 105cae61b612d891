import { createApplication } from './start/application.js';
import { OperatorReset } from './modules/auth/index.js';
import { entities } from './modules/index.js';
import { ConfigError, type Config } from './platform/config/index.js';
import { openForMigrations, openForWork, pendingMigrations } from './platform/database/index.js';
import { readSettings, withDatabase } from './start/command-database.js';

const USAGE = `npm run admin -- reset-password <email>   (in the image: node dist/src/admin.js reset-password <email>)

Sets a random password for a user, prints it once and ends the sessions of the user. No mail is needed. The server can stay up.`;

/** A command that failed. The message is one line with the reason. */
class CommandError extends Error {}

async function main([verb, email, ...rest]: readonly string[]): Promise<void> {
  if (verb === '--help') return console.log(USAGE);
  if (verb !== 'reset-password' || !email || rest.length > 0) throw new CommandError(USAGE);
  // This process only sets the password and runs no jobs.
  const config = readSettings({ ROLE: 'web' });
  await withDatabase(config, async (url) => {
    const password = await resetPassword(config, url, email);
    console.log(`The new password of ${email} is ${password}   (shown this once)`);
  });
}

async function resetPassword(config: Config, url: string, email: string): Promise<string> {
  await requireSchema(config, url);
  const orm = await openForWork(config, url, entities);
  const app = await createApplication(config, orm);
  try {
    const resets = app.get(OperatorReset, { strict: false });
    const password = await resets.reset(email);
    if (password) return password;
    throw new CommandError(
      `No active user has the address ${email}. Active admins: ` +
        `${(await resets.adminAddresses()).join(', ') || 'none'}.`,
    );
  } finally {
    await app.close();
    await orm.close();
  }
}

async function requireSchema(config: Config, url: string): Promise<void> {
  const orm = await openForMigrations(config, url);
  const pending = await pendingMigrations(orm);
  await orm.close();
  if (pending.length > 0)
    throw new CommandError(
      `The schema lacks ${pending.length} migrations: run npm run migrate:up, or start this version of ` +
        `Kontor once.`,
    );
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof ConfigError || error instanceof CommandError ? error.message : error);
  process.exitCode = 1;
}
