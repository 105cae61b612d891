import { lengthOf } from '../../../kernel/values/text.js';
import { dayOf, momentOf } from '../filters/moments.js';

export type Scalar = string | number | boolean;
export type FieldKind =
  'text' | 'integer' | 'decimal' | 'boolean' | 'timestamp' | 'day' | 'choice' | 'uuid' | 'tags' | 'json';

const EQUALITY = ['eq', 'ne', 'in', 'notIn', 'isNull'] as const;
const ORDER = ['lt', 'lte', 'gt', 'gte'] as const;
const WORDS = ['contains', 'startsWith'] as const;
const SETS = ['has', 'hasAny', 'hasAll'] as const;
export type Operator = (typeof EQUALITY | typeof ORDER | typeof WORDS | typeof SETS)[number];

/** Operators of a kind of field, and how input becomes a value of the kind. */
interface Kind {
  readonly cast: string;
  readonly expects: string;
  readonly operators: readonly Operator[];
  /** Returns the value in normal form; undefined if the value is not of this kind. */
  readonly read: (value: unknown) => Scalar | undefined;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const DECIMAL = /^-?\d{1,30}(\.\d{1,15})?$/;
const MAX_TEXT = 500;

/** PostgreSQL rejects NUL characters. An unpaired surrogate is not valid text. */
export const isText = (value: unknown, most = MAX_TEXT): value is string =>
  typeof value === 'string' && lengthOf(value) <= most && !value.includes('\0') && value.isWellFormed();

const readText = (value: unknown): string | undefined => (isText(value) ? value.normalize('NFC') : undefined);

function readUuid(value: unknown): string | undefined {
  const lower = isText(value, 36) ? value.toLowerCase() : '';
  return UUID.test(lower) ? lower : undefined;
}

function readDecimal(value: unknown): string | undefined {
  const written = typeof value === 'number' ? String(value) : value;
  return isText(written, 50) && DECIMAL.test(written) ? written : undefined;
}

function readJson(value: unknown): Scalar | undefined {
  const scalar = typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
  return scalar ? value : readText(value);
}

const texts = { cast: 'text', expects: `text of at most ${MAX_TEXT} characters`, read: readText };

// Text has no `lt` and `gt`. Text order depends on the collation of the database, which `matches` cannot reproduce.
export const KINDS: Readonly<Record<FieldKind, Kind>> = {
  text: { ...texts, operators: [...EQUALITY, ...WORDS] },
  choice: { ...texts, operators: EQUALITY },
  tags: { ...texts, operators: [...SETS, 'isNull'] },
  json: {
    ...texts,
    expects: `a number, a boolean, or ${texts.expects}`,
    read: readJson,
    operators: [...EQUALITY, ...ORDER, ...WORDS, 'has'],
  },
  integer: {
    cast: 'bigint',
    expects: 'an integer',
    operators: [...EQUALITY, ...ORDER],
    read: (value) => (Number.isSafeInteger(value) ? (value as number) : undefined),
  },
  decimal: {
    cast: 'numeric',
    expects: 'a decimal such as "12.50"',
    operators: [...EQUALITY, ...ORDER],
    read: readDecimal,
  },
  boolean: {
    cast: 'boolean',
    expects: 'true or false',
    operators: ['eq', 'ne', 'isNull'],
    read: (value) => (typeof value === 'boolean' ? value : undefined),
  },
  timestamp: {
    cast: 'timestamptz',
    expects: 'an ISO 8601 time with its zone, a day, or {"rel": "-30d"}',
    operators: [...EQUALITY, ...ORDER],
    read: (value) => momentOf(value) ?? dayOf(value),
  },
  day: {
    cast: 'date',
    expects: 'a day such as "2026-01-31", or {"rel": "-30d"}',
    operators: [...EQUALITY, ...ORDER],
    read: dayOf,
  },
  uuid: { cast: 'uuid', expects: 'a UUID', operators: EQUALITY, read: readUuid },
};

export const takesList = (op: Operator): boolean => op === 'in' || op === 'notIn' || op === 'hasAny' || op === 'hasAll';
export const isOrder = (op: Operator): boolean => (ORDER as readonly string[]).includes(op);
export const isWords = (op: Operator): boolean => (WORDS as readonly string[]).includes(op);
