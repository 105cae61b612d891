import type { Operation } from '../harness/document.js';
import type { Answer, Client, Question } from './client.js';
import type { Asker, Decision } from './decide.js';
import { changedBetween, fingerprintOf } from './fingerprint.js';
import { addressOf, type Caller, type Scene } from './scene.js';

/** One cell of the matrix: a caller, a request and the expected outcome. */
export interface Cell extends Question {
  readonly about: string;
  readonly outcome: Decision;
}

/** Minimum number of cells of each part. The numbers grow with the routes. */
export const AT_LEAST = { credentials: 1_400, roles: 700, scopes: 1_300, visibility: 1_600 } as const;

const WITH_BODY = new Set(['post', 'put', 'patch']);
const OF_CREDENTIAL = new Set(['not-signed-in', 'invalid-credentials', 'permission-missing']);

/** Returns the example of the document with ids of existing records. */
export function bodyOf(operation: Operation, ids: Readonly<Record<string, string | null>> = {}): object | undefined {
  if (!WITH_BODY.has(operation.method)) return undefined;
  return replaced(operation.bodyExample ?? {}, ids) as object;
}

function replaced(value: unknown, ids: Readonly<Record<string, string | null>>): unknown {
  if (Array.isArray(value)) return value.map((entry) => replaced(entry, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, key in ids ? ids[key] : replaced(entry, ids)]),
  );
}

/** Returns a request that has an effect if it is allowed. */
export const inEarnest = (
  operation: Operation,
  caller: Caller,
  id?: string,
  ids: Readonly<Record<string, string | null>> = {},
): Question => ({
  method: operation.method,
  path: addressOf(operation, id),
  headers: caller.headers,
  body: bodyOf(operation, ids),
});

/** Returns a request that passes the guard and is then rejected for its input, so that it has no effect. */
export function harmless(operation: Operation, caller: Caller): Question {
  const path = addressOf(operation);
  if (WITH_BODY.has(operation.method))
    return { method: operation.method, path, headers: caller.headers, body: { nobodyKnowsThis: 1 } };
  return {
    method: operation.method,
    path: operation.method === 'delete' ? `${path}?nobodyKnowsThis=1` : path,
    headers: caller.headers,
  };
}

/** Returns the error of a response, or undefined if it is as expected. */
export function mistakeOf({ outcome }: Pick<Cell, 'outcome'>, { status, body }: Answer): string | undefined {
  const said = `${status} ${String(body['code'] ?? '')}`;
  if (status >= 500) return `broke: ${said}`;
  if (outcome.kind === 'open') return OF_CREDENTIAL.has(String(body['code'])) ? `should be open: ${said}` : undefined;
  if (outcome.kind === 'rejected')
    return status === outcome.status && (!outcome.code || body['code'] === outcome.code)
      ? undefined
      : `should be ${outcome.status} ${outcome.code ?? ''}, is ${said}`;
  // A route may also require a session, which a key does not have.
  if (status === 403 && body['code'] === 'session-required') return undefined;
  return status === 401 || status === 403 || (status === 404 && outcome.strictly)
    ? `should be allowed, is ${said}`
    : undefined;
}

const where = ({ about, method, path }: Cell): string => `${about}: ${method.toUpperCase()} ${path}`;

async function mistakesOf(client: Client, cells: readonly Cell[]): Promise<string[]> {
  const mistakes: string[] = [];
  await client.askAll(cells, async (cell) => {
    const mistake = await client.ask(cell).then(
      (answer) => mistakeOf(cell, answer),
      (error: unknown) => String(error).slice(0, 300),
    );
    if (mistake) mistakes.push(`${where(cell)} ${mistake}`);
  });
  return mistakes;
}

/**
 * Finds the rejected cells that changed data by repeating them one by one. Called only if all cells together changed
 * data.
 */
async function culprits(scene: Scene, cells: readonly Cell[]): Promise<string[]> {
  const found: string[] = [];
  let before = await fingerprintOf(scene.db);
  for (const cell of cells.slice(0, 2_000)) {
    await scene.client.ask(cell).catch(() => undefined);
    const after = await fingerprintOf(scene.db);
    const changed = changedBetween(before, after);
    if (changed.length > 0) found.push(`${where(cell)} changed ${changed.join(', ')}`);
    before = after;
    if (found.length > 5) break;
  }
  return found;
}

/**
 * Sends every cell and returns the errors. Rejected cells run first and together must not change the database, so that
 * one comparison is enough.
 */
export async function waitUntilSettled(scene: Scene, cells: readonly Cell[]): Promise<string[]> {
  const rejected = cells.filter(({ outcome }) => outcome.kind === 'rejected');
  const began = performance.now();
  const before = await fingerprintOf(scene.db);
  const mistakes = await mistakesOf(scene.client, rejected);
  const changed = changedBetween(before, await fingerprintOf(scene.db));
  const left =
    changed.length === 0 ? [] : [`rejected, but changed: ${changed.join(', ')}`, ...(await culprits(scene, rejected))];
  const letIn = await mistakesOf(
    scene.client,
    cells.filter(({ outcome }) => outcome.kind !== 'rejected'),
  );
  scene.note(cells.length, performance.now() - began);
  return [...left, ...mistakes, ...letIn].slice(0, 30);
}

export const aboutOf = (asker: Asker, operation: Operation, more = ''): string =>
  `${operation.operationId} by ${asker.name}${more && ` on ${more}`}`;
