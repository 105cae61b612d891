import { hash } from 'node:crypto';
import { BadRequest } from '../../kernel/errors.js';
import { isText, KINDS, type Scalar } from './kinds.js';
import { momentOf } from './moments.js';
import type { SortTerm } from './sort.js';

/** A place in one list: the sort values and id of the row it stands at, and which way to read on. */
export interface Cursor {
  readonly direction: 'next' | 'prev';
  readonly values: readonly Scalar[];
}

const VERSION = 1;
const MAX_LENGTH = 8192;
const MAX_VALUE = 4000;

/** Names the list a cursor belongs to: another sort, filter or search would start it at a meaningless place. */
export const fingerprint = (...parts: readonly unknown[]): string =>
  hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 16);

export const writeCursor = ({ direction, values }: Cursor, list: string): string =>
  Buffer.from(JSON.stringify([VERSION, direction, list, values])).toString('base64url');

function refuse(code: string, detail: string): never {
  throw new BadRequest('invalid-cursor', `The cursor cannot be used: ${detail}.`, {
    errors: [{ parameter: 'cursor', code, detail: `The cursor ${detail}.` }],
  });
}

function unpack(text: unknown): unknown[] {
  if (typeof text !== 'string' || text.length > MAX_LENGTH || !/^[\w-]+$/.test(text))
    return refuse('garbled', 'is not one that this API gave out');
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(parts)) return parts;
  } catch {
    // Told below, like every other text that is no cursor.
  }
  return refuse('garbled', 'is not one that this API gave out');
}

/** Looser than in a filter (longer text), and exact: a time keeps its microseconds. */
function isValue(value: unknown, { kind }: SortTerm): value is Scalar {
  if (kind === 'timestamp') return momentOf(value) !== undefined;
  return kind === 'text' || kind === 'choice' ? isText(value, MAX_VALUE) : KINDS[kind].read(value) !== undefined;
}

/** Its values go into SQL by kind only, so a forged cursor can do no more than choose another place in the same list. */
export function readCursor(text: unknown, list: string, terms: readonly SortTerm[]): Cursor {
  const [version, direction, made, values] = unpack(text);
  if (version !== VERSION) return refuse('version', 'was made by another version of this API');
  if (direction !== 'next' && direction !== 'prev') return refuse('garbled', 'is not one that this API gave out');
  if (made !== list) return refuse('foreign', 'belongs to another list, sort, filter or search');
  if (
    !Array.isArray(values) ||
    values.length !== terms.length ||
    !terms.every((term, at) => isValue(values[at], term))
  ) {
    return refuse('garbled', 'does not hold the values of this sort');
  }
  return { direction, values: values as Scalar[] };
}
