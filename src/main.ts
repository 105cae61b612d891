import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { ConfigError, readConfig } from './platform/config/index.js';
import { startProblem } from './start/quick-checks.js';

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
  const problem = await startProblem(process.env);
  if (problem) throw new ConfigError(problem);
  // Imported after the checks: the import takes seconds, and a wrong setting must be reported at once.
  const { runServer: run } = await import('./start/server.js');
  await run(config);
} catch (error) {
  explain(error);
}
