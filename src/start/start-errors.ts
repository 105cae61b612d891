import { ConfigError, type Config } from '../platform/config/index.js';
import { connectionProblem, listeningProblem } from './quick-checks.js';

const codeOf = (error: unknown): string => String((error as { code?: unknown } | undefined)?.code ?? '');

function* causes(error: unknown): Generator<unknown> {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; current = current.cause, depth += 1)
    yield current;
}

/** Returns an error with the setting that prevents listening, or the error itself. */
export async function explainListening(error: unknown, { HOST, PORT }: Config): Promise<unknown> {
  const problem = await listeningProblem(error, PORT, HOST);
  return problem ? new ConfigError(problem) : error;
}

/** Returns an error with DATABASE_URL, without its password, if the database is unreachable, or the error itself. */
export function explainConnection(error: unknown, { DATABASE_URL }: Config): unknown {
  if (!DATABASE_URL) return error;
  const problem = [...causes(error)]
    .map((cause) => (/timeout/i.test((cause as Error).message) && !codeOf(cause) ? 'ETIMEDOUT' : codeOf(cause)))
    .map((code) => connectionProblem(code, DATABASE_URL))
    .find((found) => found !== undefined);
  return problem ? new ConfigError(problem) : error;
}
