import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { BadRequestError } from '../../../kernel/errors.js';
import { hasCredential } from '../credentials/known-credentials.js';
import { FORMS, JSON_TYPES, MAX_DEPTH, tooDeep } from './limits.js';

const MAX_BODY_BYTES = 1_048_576;
/** Limit for public forms and for every request without a credential. */
const MAX_ANONYMOUS_BYTES = 65_536;

/** Returns the body parsers by path prefix. */
export function bodyParsers(): readonly [path: string, parser: RequestHandler][] {
  const small = json(MAX_ANONYMOUS_BYTES);
  const large = json(MAX_BODY_BYTES);
  const bySize = (request: Request, response: Response, next: NextFunction): void =>
    void (hasCredential(request) ? large : small)(request, response, next);
  return [
    [FORMS, express.urlencoded({ extended: false, limit: MAX_ANONYMOUS_BYTES, parameterLimit: 100 })],
    [FORMS, small],
    ['/', bySize],
  ];
}

/** Checks the depth on the raw text: 500,000 levels take 200 ms to parse, 1 MB takes 2 ms to scan. */
const json = (limit: number): RequestHandler => express.json({ limit, type: JSON_TYPES, verify: checkRawText });

function checkRawText(_request: unknown, _response: unknown, body: Buffer, encoding: string): void {
  // RFC 8259, 8.1. In other encodings the scan does not recognize brackets.
  if (encoding !== 'utf-8') throw Object.assign(new Error('unsupported charset'), { type: 'charset.unsupported' });
  if (isDeeperThan(MAX_DEPTH, body)) throw tooDeep();
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** `[` and `{`, `]` and `}` differ only in this bit. */
const BRACE_BIT = 0x20;
const OPENING = 0x7b;
const CLOSING = 0x7d;

function isDeeperThan(most: number, text: Buffer): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] ?? 0;
    if (isInString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isInString = false;
    } else if (byte === QUOTE) isInString = true;
    else if ((byte | BRACE_BIT) === OPENING) depth += 1;
    else if ((byte | BRACE_BIT) === CLOSING) depth -= 1;
    if (depth > most) return true;
  }
  return false;
}

/**
 * Handles errors of zlib, which have no type of body-parser. They mean that the body does not match Content-Encoding.
 */
export function decodingError(error: unknown, { headers }: Request): unknown {
  const { type, status } = error as { type?: unknown; status?: unknown };
  const isEncoded = !/^(identity)?$/i.test(headers['content-encoding'] ?? '');
  return isEncoded && type === undefined && status === 400
    ? new BadRequestError('malformed-encoding', 'The body is not encoded as Content-Encoding says.')
    : error;
}
