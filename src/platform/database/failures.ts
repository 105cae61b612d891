import { ConflictError } from '../../kernel/errors.js';

/** Common fields of errors of PostgreSQL, the driver and Node.js. */
interface DriverFailure {
  readonly code?: string;
  readonly message?: string;
  readonly constraint?: string;
  readonly detail?: string;
  readonly cause?: unknown;
  readonly name?: string;
}

/** The disk of the database or of this process is full. */
const STORAGE_FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']);
/** Out of memory, server limit reached, disk error, or read-only server. */
const FAILING = new Set(['53200', '53400', '58000', '58030', '25006']);
const RETRYABLE = new Set(['40001', '40P01', 'KONTOR_BUSY']);
const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08003',
  '08006',
  '25P03',
  '25P04',
]);
/** pg-pool: no connection became free in time. */
const POOL_EXHAUSTED = /^timeout exceeded when trying to connect$/i;
const UNAVAILABLE_TEXT =
  /timeout exceeded when trying to connect|connection terminated|terminating connection|not queryable|pool after calling end|server closed the connection|client has encountered a connection error|query read timeout/i;

function* chain(error: unknown): Generator<DriverFailure> {
  let current = error as DriverFailure | undefined;
  for (let depth = 0; current && typeof current === 'object' && depth < 5; depth += 1) {
    yield current;
    current = current.cause as DriverFailure | undefined;
  }
}

const some = (error: unknown, accepts: (failure: DriverFailure) => boolean): boolean => [...chain(error)].some(accepts);

/** Deadlock, serialization failure, or too many waiting transactions. The unit of work can be retried. */
export const isRetryable = (error: unknown): boolean => some(error, ({ code }) => RETRYABLE.has(code ?? ''));
/** Another transaction changed the record after this transaction had read it. */
export const isLostUpdate = (error: unknown): boolean =>
  some(error, ({ name }) => name === 'OptimisticLockError' || name === 'LostRace');
/** The database is unreachable, starting, or out of connections. */
export const isUnavailable = (error: unknown): boolean =>
  some(error, ({ code, message }) => UNAVAILABLE.has(code ?? '') || UNAVAILABLE_TEXT.test(message ?? ''));
/** All connections of this process are in use. The database itself may be healthy. */
export const isPoolExhausted = (error: unknown): boolean =>
  some(error, ({ message }) => POOL_EXHAUSTED.test(message ?? ''));

/** The connection was lost after a write or COMMIT was sent, so the outcome is unknown. */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('The connection to the database was lost while a change was being written.', { cause });
    this.name = 'OutcomeUnknown';
  }
}

export const isOutcomeUnknown = (error: unknown): boolean => some(error, ({ name }) => name === 'OutcomeUnknown');

/** Another writer won a race. The unit of work must be retried with current data. */
export class LostRace extends Error {
  constructor(cause: unknown) {
    super('Another request wrote the same record meanwhile.', { cause });
    this.name = 'LostRace';
  }
}

/** The disk of the database or of this process is full. */
export const isStorageFull = (error: unknown): boolean =>
  some(error, ({ code, message }) => STORAGE_FULL.has(code ?? '') || /no space left on device/i.test(message ?? ''));
/** The database responds but fails for an internal reason. */
export const isFailing = (error: unknown): boolean => some(error, ({ code }) => FAILING.has(code ?? ''));
/** A statement or lock timeout. */
export const isTooSlow = (error: unknown): boolean => some(error, ({ code }) => code === '57014' || code === '55P03');
/** Returns the name of the violated unique constraint. */
export const violatedUnique = (error: unknown): string | undefined =>
  [...chain(error)].find(({ code }) => code === '23505')?.constraint;
/** The schema rejects a value that validation accepted: a check, a foreign key or a range. */
export const isRejectedValue = (error: unknown): boolean => some(error, ({ code }) => /^(22|23)/.test(code ?? ''));
/** The record or a dependent record is under a legal hold. The triggers use this code. */
export const isHeld = (error: unknown): boolean => some(error, ({ code }) => code === 'KH001');
/** Returns the name of the violated foreign key. RESTRICT has a separate code. */
export const violatedForeignKey = (error: unknown): string | undefined =>
  [...chain(error)].find(({ code }) => code === '23503' || code === '23001')?.constraint;
/** Returns the name of the violated check, including triggers that report a check violation. */
export const violatedCheck = (error: unknown): string | undefined =>
  [...chain(error)].find(({ code }) => code === '23514')?.constraint;
const camel = (column: string): string =>
  column.replace(/_([a-z])/g, (_, character: string) => character.toUpperCase());
const pointed = (name: string): string => name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1');

/** Converts a unique violation into a conflict error, with a pointer to the value if PostgreSQL reports the column. */
export function takenValue(error: unknown): ConflictError | undefined {
  const constraint = violatedUnique(error);
  if (constraint === undefined) return undefined;
  const taken = (code: string, message: string, pointer?: string): ConflictError =>
    new ConflictError(
      code,
      message,
      pointer === undefined ? {} : { errors: [{ pointer, code: 'taken', detail: 'another record has this value' }] },
    );
  const key = takenCustomField(error);
  if (key)
    return taken(
      'custom-field-taken',
      'Another record has the same value in a field that is unique.',
      `#/customFields/${key}`,
    );
  const [, columns = '', values = ''] =
    /^Key \((.*)\)=\((.*)\) already exists/s.exec([...chain(error)].find(({ detail }) => detail)?.detail ?? '') ?? [];
  if (constraint.endsWith('_external_ids_pkey')) {
    const source = values.split(',', 1)[0] ?? '';
    return taken(
      'external-id-taken',
      'Another record has this id of the other system.',
      source ? `#/externalIds/${pointed(source)}` : '#/externalIds',
    );
  }
  const column = /(\w+)(?:::[\w ]+)?\)*$/.exec(columns)?.[1];
  return taken('already-exists', 'Another record already has this value.', column && `#/${camel(column)}`);
}

/** Returns the key of a unique custom field with a taken value, read from the violated primary key. */
export const takenCustomField = (error: unknown): string | undefined =>
  /=\([a-z-]+, (\w+), /.exec(
    [...chain(error)].find(({ constraint }) => constraint === 'custom_field_values_pkey')?.detail ?? '',
  )?.[1];
