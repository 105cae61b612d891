import { Logger } from '@nestjs/common';
import { startEmbedded, type EmbeddedDatabase, type EmbeddedOptions } from './embedded.js';

const CHECK_MS = 1_000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Runs the embedded server and restarts a killed server on the same port, so that the pool can reconnect. Requests get
 * 503 until the server runs again.
 */
export async function keepEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const log = new Logger('Database');
  const first = await startEmbedded(options);
  const port = Number(new URL(first.url).port);
  let current = first;
  let reviving: Promise<void> | undefined;
  const revive = async (): Promise<void> => {
    log.error(`The embedded PostgreSQL (process ${current.pid}) is gone; starting it again`);
    current = await startEmbedded({ ...options, port });
  };
  const timer = setInterval(() => {
    if (reviving || isAlive(current.pid)) return;
    reviving = revive()
      .catch((error: unknown) => log.error(error))
      .finally(() => (reviving = undefined));
  }, CHECK_MS).unref();
  const stop = async (): Promise<void> => {
    clearInterval(timer);
    await reviving;
    await current.stop();
  };
  return {
    url: first.url,
    state: first.state,
    stop,
    get pid() {
      return current.pid;
    },
  };
}
