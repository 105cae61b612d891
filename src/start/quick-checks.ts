import { accessSync, constants, existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, resolve } from 'node:path';

// This file also runs from the sources before the first build: use only Node modules and types that Node can strip.

type Environment = Readonly<Record<string, string | undefined>>;

const TIMEOUT_MS = 3_000;
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/**
 * Returns one sentence about a problem that prevents the start: a busy port, a folder without permissions, an
 * unreachable database. Takes milliseconds.
 */
export async function startProblem(environment: Environment): Promise<string | undefined> {
  return folderProblem(environment) ?? (await portProblem(environment)) ?? (await databaseProblem(environment));
}

function folderProblem({ DATA_DIR = '.data', DATABASE_URL }: Environment): string | undefined {
  if (DATABASE_URL) return undefined;
  let folder = resolve(DATA_DIR);
  while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return (
      `${folder} cannot be written (${codeOf(error)}); start Kontor as the user who owns the folder, or set ` +
      `DATA_DIR to another one.`
    );
  }
}

async function portProblem({ PORT = '3000', HOST = '127.0.0.1', ROLE }: Environment): Promise<string | undefined> {
  const port = Number(PORT);
  if (ROLE === 'worker' || !Number.isInteger(port) || port < 0 || port > 65_535) return undefined;
  const error = await listeningError(port, HOST);
  return error && listeningProblem(error, port, HOST);
}

const WRONG_HOST = ['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL', 'EINVAL', 'ENODEV'];

/** Returns a sentence with the setting that prevents listening. Undefined for other errors. */
export async function listeningProblem(error: unknown, port: number, host: string): Promise<string | undefined> {
  const code = codeOf(error);
  if (code === 'EADDRINUSE') return busyPort(port, host);
  if (code === 'EACCES') return `PORT ${port} cannot be used by this user; set PORT to a port above 1023.`;
  if (!WRONG_HOST.includes(code)) return undefined;
  return (
    `HOST ${host} is not an address of this machine (${code}); 127.0.0.1 listens for this machine only, ` +
    `0.0.0.0 for all.`
  );
}

/** Describes the program that uses the port, and the solution. */
async function busyPort(port: number, host: string): Promise<string> {
  return (
    `Port ${port} on ${host} is in use by ${await lockOwnerOf(port, host)}; set PORT to a free one ` +
    `(PORT=${port === 65_535 ? 3000 : port + 1} npm start).`
  );
}

const listeningError = (port: number, host: string): Promise<Error | undefined> =>
  new Promise((done) => {
    const server = createServer();
    server.once('error', done);
    server.listen(port, host, () => server.close(() => done(undefined)));
  });

async function lockOwnerOf(port: number, host: string): Promise<string> {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  try {
    const answer = await fetch(`http://${name.includes(':') ? `[${name}]` : name}:${port}/health/live`, {
      signal: AbortSignal.timeout(1_000),
    });
    const since = answer.headers.get('X-Kontor-Since');
    if (since) return `Kontor, which runs since ${since}`;
  } catch {
    // Another program, or a Kontor that is too busy to respond.
  }
  return 'another program';
}

const UNREACHABLE: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its host name is unknown',
  EAI_AGAIN: 'its host name cannot be looked up',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'its host cannot be reached',
  ENETUNREACH: 'its network cannot be reached',
  '28P01': 'the user or the password is wrong',
  '28000': 'the user may not sign in',
  '3D000': 'there is no such database',
};

/**
 * Returns a sentence with DATABASE_URL, without its password, as the reason of a failed connection. Undefined for other
 * codes.
 */
export function connectionProblem(code: string, url: string): string | undefined {
  const reason = UNREACHABLE[code];
  if (!reason) return undefined;
  const { host, pathname } = URL.canParse(url) ? new URL(url) : { host: 'the given address', pathname: '' };
  return `DATABASE_URL: the database at ${host || 'localhost'}${pathname} cannot be reached: ${reason} (${code}).`;
}

function databaseProblem({ DATABASE_URL }: Environment): Promise<string | undefined> {
  if (!DATABASE_URL || !URL.canParse(DATABASE_URL)) return Promise.resolve(undefined);
  const { hostname, port } = new URL(DATABASE_URL);
  if (hostname === '') return Promise.resolve(undefined);
  const address = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 5_432) };
  return new Promise((done) => {
    const socket = connect(address);
    const end = (problem?: string): void => {
      socket.destroy();
      done(problem && connectionProblem(problem, DATABASE_URL));
    };
    socket.setTimeout(TIMEOUT_MS, () => end('ETIMEDOUT'));
    socket.once('connect', () => end());
    socket.once('error', (error) => end(codeOf(error)));
  });
}
