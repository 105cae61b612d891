import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { ConfigError, readConfig } from './platform/config/index.js';

function explain(error: unknown): never {
  console.error(
    error instanceof ConfigError
      ? error.message
      : error instanceof Error && process.env['LOG_LEVEL'] !== 'debug'
        ? `Kontor could not start: ${error.message}`
        : error,
  );
  process.exit(1);
}

try {
  if (existsSync('.env')) loadEnvFile('.env');
  const config = readConfig(process.env);
  // Loaded afterwards: it takes seconds, and what is wrong with a setting is known at once.
  const { run } = await import('./run.js');
  await run(config);
} catch (error) {
  explain(error);
}
