import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Load, Measured } from './load.js';
import { freePort, startNode, untilAnswers, type Started } from './processes.js';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Same flags as `npm start` and the image. */
const AS_STARTED = ['--max-semi-space-size=8'];

export interface Server {
  readonly name: 'kontor' | 'bare';
  readonly port: number;
  readonly started: Started;
}

/** Returns production settings with high limits, so that no request is rejected. */
export function environmentFor(directory: string): Record<string, string> {
  const path = join(directory, 'bench.key');
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600 });
  return {
    NODE_ENV: 'production',
    MASTER_KEY: readFileSync(path, 'utf8'),
    DATA_DIR: directory,
    LOG_LEVEL: 'info',
    TRUST_PROXY_HOPS: '1',
    RATE_LIMIT_PER_CREDENTIAL: '1000000000',
    RATE_LIMIT_PER_ADDRESS: '1000000000',
  };
}

export async function startKontor(
  directory: string,
  url: string | undefined,
  flags: readonly string[] = [],
): Promise<Server & { milliseconds: number }> {
  const port = await freePort();
  const since = performance.now();
  const started = startNode(
    file('../src/main.js'),
    { ...environmentFor(directory), ROLE: 'all', PORT: `${port}`, ...(url ? { DATABASE_URL: url } : {}) },
    [...AS_STARTED, ...flags],
  );
  return {
    name: 'kontor',
    port,
    started,
    milliseconds: await untilAnswers(`http://127.0.0.1:${port}/health/ready`, started, since),
  };
}

export function drive({ child, output }: Started, load: Load): Promise<Measured> {
  return new Promise((done, reject) => {
    const late = setTimeout(() => reject(new Error('The load client does not finish')), load.seconds * 1000 + 60_000);
    child.once('message', ({ measured, error }: { measured?: Measured; error?: string }) => {
      clearTimeout(late);
      if (measured) done(measured);
      else reject(new Error(error ?? output()));
    });
    child.send(load);
  });
}
