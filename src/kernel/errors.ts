/** Where in the request the mistake is: RFC 9457's `pointer` for bodies, or the parameter or header by name. */
export interface FieldError {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly header?: string;
  readonly code: string;
  readonly detail: string;
}

/** What a refused request may tell besides its code and its sentence. */
export interface ProblemExtras {
  readonly errors?: readonly FieldError[];
  /** Seconds until another try makes sense. */
  readonly retryAfter?: number;
  /** Extension members of the problem document, for example `allowed`. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/**
 * A refusal in words. Services throw these; status codes live in the problem filter alone.
 * `code` is kebab-case and stable: clients branch on it.
 */
export abstract class Refusal extends Error {
  constructor(
    readonly code: string,
    detail: string,
    readonly extras: ProblemExtras = {},
  ) {
    super(detail);
  }
}

/** The request cannot be read: a bad cursor, a bad parameter. */
export class BadRequest extends Refusal {}
/** Nobody is signed in, or the credential is not valid. */
export class Unauthorized extends Refusal {}
/** The caller is known and may not. */
export class Forbidden extends Refusal {}
/** The record does not exist, or the caller may not see it. */
export class NotFound extends Refusal {}
/** The record's state does not allow this. */
export class Conflict extends Refusal {}
/** It was there and is not kept any longer. */
export class Gone extends Refusal {}
/** The caller's copy of the record is out of date. */
export class Stale extends Refusal {}
/** Well-formed, but its values are not acceptable. */
export class Invalid extends Refusal {}
/** Too many requests. */
export class TooMany extends Refusal {}
/** For the moment this cannot be done; nothing is lost by trying again. */
export class Unavailable extends Refusal {}

export const notFound = (what: string): NotFound =>
  new NotFound(`${what}-not-found`, `There is no such ${what.replaceAll('-', ' ')}, or you may not see it.`);

/** One mistake in the body, at a JSON pointer such as `#/email`. */
export const invalidAt = (pointer: string, code: string, detail: string): Invalid =>
  new Invalid('invalid-body', 'The request body is not acceptable.', { errors: [{ pointer, code, detail }] });
