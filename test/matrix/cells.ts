import type { Operation } from '../harness/document.js';
import type { Answer, Client, Question } from './client.js';
import type { Asker, Verdict } from './decide.js';
import { changedBetween, fingerprintOf } from './fingerprint.js';
import { addressOf, type Caller, type Scene } from './scene.js';

/** One square of the matrix: who asks what, and what the design says to it. */
export interface Cell extends Question {
  readonly about: string;
  readonly verdict: Verdict;
}

/** How many cells each part has at least; they grow with the routes. */
export const AT_LEAST = { credentials: 1_400, roles: 700, scopes: 1_300, sight: 1_600 } as const;

const WITH_BODY = new Set(['post', 'put', 'patch']);
const OF_CREDENTIAL = new Set(['not-signed-in', 'invalid-credentials', 'permission-missing']);

/** The document's example, with the ids of what is really there. */
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

/** What would have an effect if it were let in. */
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

/** What is let in and then refused for what it says, so that nothing becomes of it: input is read after the guard. */
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

/** What an answer has wrong, in a word; undefined when it is as decided. */
export function mistakeOf({ verdict }: Pick<Cell, 'verdict'>, { status, body }: Answer): string | undefined {
  const said = `${status} ${String(body['code'] ?? '')}`;
  if (status >= 500) return `broke: ${said}`;
  if (verdict.kind === 'open') return OF_CREDENTIAL.has(String(body['code'])) ? `should be open: ${said}` : undefined;
  if (verdict.kind === 'refused')
    return status === verdict.status && (!verdict.code || body['code'] === verdict.code)
      ? undefined
      : `should be ${verdict.status} ${verdict.code ?? ''}, is ${said}`;
  // A route may ask for a browser's session besides: a key has none.
  if (status === 403 && body['code'] === 'session-required') return undefined;
  return status === 401 || status === 403 || (status === 404 && verdict.strictly)
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

/** Which of the refused cells left something behind: asked once more, one by one. Only when together they did. */
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
 * Asks every cell and gives what is not as decided. The refused come first and together must leave the whole database
 * as it was: what is equal after all of them was changed by none.
 */
export async function settle(scene: Scene, cells: readonly Cell[]): Promise<string[]> {
  const refused = cells.filter(({ verdict }) => verdict.kind === 'refused');
  const began = performance.now();
  const before = await fingerprintOf(scene.db);
  const mistakes = await mistakesOf(scene.client, refused);
  const changed = changedBetween(before, await fingerprintOf(scene.db));
  const left =
    changed.length === 0 ? [] : [`refused, but changed: ${changed.join(', ')}`, ...(await culprits(scene, refused))];
  const letIn = await mistakesOf(
    scene.client,
    cells.filter(({ verdict }) => verdict.kind !== 'refused'),
  );
  scene.note(cells.length, performance.now() - began);
  return [...left, ...mistakes, ...letIn].slice(0, 30);
}

export const aboutOf = (asker: Asker, operation: Operation, more = ''): string =>
  `${operation.operationId} by ${asker.name}${more && ` on ${more}`}`;
