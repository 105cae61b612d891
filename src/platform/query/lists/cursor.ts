import { hash } from 'node:crypto';
import { BadRequestError } from '../../../kernel/errors.js';
import { isText, KINDS, type Scalar } from '../fields/kinds.js';
import { momentOf } from '../filters/moments.js';
import type { SortTerm } from './sort.js';

/** Position in a list: the sort values and id of a row, and the direction of the next page. */
export interface Cursor {
  readonly direction: 'next' | 'prev';
  readonly values: readonly Scalar[];
}

const VERSION = 1;
const MAX_LENGTH = 8192;
const MAX_VALUE = 4000;

/** Identifies the list of a cursor. A cursor has no meaning with another sort, filter or search. */
export const fingerprint = (...parts: readonly unknown[]): string =>
  hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 16);

export const writeCursor = ({ direction, values }: Cursor, list: string): string =>
  Buffer.from(JSON.stringify([VERSION, direction, list, values])).toString('base64url');

function reject(code: string, detail: string): never {
  throw new BadRequestError('invalid-cursor', `The cursor is invalid: ${detail}.`, {
    errors: [{ parameter: 'cursor', code, detail: `The cursor ${detail}.` }],
  });
}

function unpack(text: unknown): unknown[] {
  if (typeof text !== 'string' || text.length > MAX_LENGTH || !/^[\w-]+$/.test(text))
    return reject('garbled', 'is not a cursor of this API');
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(parts)) return parts;
  } catch {
    // The error below also covers this case.
  }
  return reject('garbled', 'is not a cursor of this API');
}

/** Allows longer texts than a filter. Timestamps keep their microseconds. */
function isValue(value: unknown, { kind }: SortTerm): value is Scalar {
  if (kind === 'timestamp') return momentOf(value) !== undefined;
  return kind === 'text' || kind === 'choice' ? isText(value, MAX_VALUE) : KINDS[kind].read(value) !== undefined;
}

/** Binds cursor values by kind only. A forged cursor can only select another position in the same list. */
export function readCursor(text: unknown, list: string, terms: readonly SortTerm[]): Cursor {
  const [version, direction, created, values] = unpack(text);
  if (version !== VERSION) return reject('version', 'was created by another version of this API');
  if (direction !== 'next' && direction !== 'prev') return reject('garbled', 'is not a cursor of this API');
  if (created !== list) return reject('foreign', 'belongs to another list, sort, filter or search');
  if (
    !Array.isArray(values) ||
    values.length !== terms.length ||
    !terms.every((term, at) => isValue(values[at], term))
  ) {
    return reject('garbled', 'does not contain the values of this sort order');
  }
  return { direction, values: values as Scalar[] };
}
