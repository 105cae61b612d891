/** The place of an error in the request: a `pointer` for bodies (RFC 9457), or the name of the parameter or header. */
export interface FieldError {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly code: string;
  readonly detail: string;
}

/** Optional members of a problem besides code and detail. */
export interface ProblemExtras {
  readonly errors?: readonly FieldError[];
  /** Seconds until a new attempt can succeed. */
  readonly retryAfter?: number;
  /** Extension members of the problem document, for example `allowed`. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/**
 * Base class of errors that services throw. Only the problem filter maps them to status codes. `code` is kebab-case and
 * stable, because clients depend on it.
 */
export abstract class DomainError extends Error {
  constructor(
    readonly code: string,
    detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(detail);
  }
}

/** The request cannot be parsed: a bad cursor or parameter. */
export class BadRequestError extends DomainError {}
/** No credential, or an invalid credential. */
export class UnauthorizedError extends DomainError {}
/** The caller is known but lacks the permission. */
export class ForbiddenError extends DomainError {}
/** The record does not exist, or the caller cannot see it. */
export class NotFoundError extends DomainError {}
/** The state of the record does not allow the action. */
export class ConflictError extends DomainError {}
/** The resource existed and is no longer available. */
export class GoneError extends DomainError {}
/** The caller's copy of the record is out of date. */
export class VersionConflictError extends DomainError {}
/** The request is well-formed, but its values are not valid. */
export class UnprocessableError extends DomainError {}
export class TooManyRequestsError extends DomainError {}
/** The action is temporarily impossible. The client can send the request again. */
export class UnavailableError extends DomainError {}

export const notFound = (what: string): NotFoundError =>
  new NotFoundError(`${what}-not-found`, `The ${what.replaceAll('-', ' ')} does not exist, or you cannot see it.`);

/** Creates the error for one mistake in the body, at a JSON pointer such as `#/email`. */
export const invalidAt = (pointer: string, code: string, detail: string): UnprocessableError =>
  new UnprocessableError('invalid-body', 'The request body is invalid.', { errors: [{ pointer, code, detail }] });
