/** What PostgreSQL and the driver say when something fails, in the few kinds that callers tell apart. */
interface DriverFailure {
  readonly code?: string;
  readonly message?: string;
  readonly constraint?: string;
  readonly detail?: string;
  readonly cause?: unknown;
  readonly name?: string;
}

const RETRYABLE = new Set(['40001', '40P01']);
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
const UNAVAILABLE_TEXT =
  /timeout exceeded when trying to connect|connection terminated|terminating connection|not queryable|pool after calling end|server closed the connection|client has encountered a connection error/i;

function* chain(error: unknown): Generator<DriverFailure> {
  let current = error as DriverFailure | undefined;
  for (let depth = 0; current && typeof current === 'object' && depth < 5; depth += 1) {
    yield current;
    current = current.cause as DriverFailure | undefined;
  }
}

const some = (error: unknown, accepts: (failure: DriverFailure) => boolean): boolean => [...chain(error)].some(accepts);

/** A deadlock or a serialization failure: the whole unit of work may be tried again. */
export const isRetryable = (error: unknown): boolean => some(error, ({ code }) => RETRYABLE.has(code ?? ''));
/** Somebody else changed the record between our reading and our writing it. */
export const isLostUpdate = (error: unknown): boolean => some(error, ({ name }) => name === 'OptimisticLockError');
/** The database is away, starting, or has no connection for us. */
export const isUnavailable = (error: unknown): boolean =>
  some(error, ({ code, message }) => UNAVAILABLE.has(code ?? '') || UNAVAILABLE_TEXT.test(message ?? ''));
/** A statement or a lock took longer than it may. */
export const isTooSlow = (error: unknown): boolean => some(error, ({ code }) => code === '57014' || code === '55P03');
/** The unique constraint that a write ran into. */
export const violatedUnique = (error: unknown): string | undefined =>
  [...chain(error)].find(({ code }) => code === '23505')?.constraint;
/** A value that the schema refuses though validation let it pass: a check, a foreign key, a range. */
export const isRefusedValue = (error: unknown): boolean => some(error, ({ code }) => /^(22|23)/.test(code ?? ''));
/** The record, or something on it, is under a legal hold; the code is that of the triggers. */
export const isHeld = (error: unknown): boolean => some(error, ({ code }) => code === 'KH001');
/** The foreign key that points at nothing, or would; one that restricts has a code of its own. */
export const violatedForeignKey = (error: unknown): string | undefined =>
  [...chain(error)].find(({ code }) => code === '23503' || code === '23001')?.constraint;
/** The rule of the schema that a write ran into: a check, or a trigger that speaks as one. */
export const violatedCheck = (error: unknown): string | undefined =>
  [...chain(error)].find(({ code }) => code === '23514')?.constraint;
/** The key of a unique custom field whose value another record has; the table has it in its primary key. */
export const takenCustomField = (error: unknown): string | undefined =>
  /=\([a-z-]+, (\w+), /.exec(
    [...chain(error)].find(({ constraint }) => constraint === 'custom_field_values_pkey')?.detail ?? '',
  )?.[1];
