import type { NextFunction, Request, Response } from 'express';
import { BadRequestError, UnprocessableError } from '../../../kernel/errors.js';
import type { MatchedRoutes } from '../routes/matched-routes.js';
import { answerUnread, answerWith } from '../problems/problem.filter.js';
import { failureOf, type Failure } from '../problems/problem.js';

const MAX_URL = 8_192;
export const MAX_DEPTH = 20;
const MAX_ENTRIES = 1_000;
/** Properties of every object. class-validator would take such a field for a known field. */
export const FORBIDDEN_KEYS = new Set(['prototype', ...Object.getOwnPropertyNames(Object.prototype)]);

export const JSON_TYPES = ['application/json', 'application/merge-patch+json'];
/** Browsers post without JavaScript only to public forms. */
export const FORMS = '/api/v1/forms';
export const FORM_PATH = /^\/api\/v1\/forms\//;

/** Rejects invalid requests before the body is read. */
export const checkEnvelope =
  (routes: MatchedRoutes) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const found = envelopeFailure(request);
    if (found?.status === 415) return answerUnread(routes, found, request, response);
    if (found) return answerWith(found, request, response);
    next();
  };

const failure = (status: number, code: string, detail: string): Failure => ({ status, code, detail, extras: {} });

function envelopeFailure(request: Request): Failure | undefined {
  const { originalUrl: url } = request;
  if (!hasOneHost(request)) return failure(400, 'malformed-request', 'Send exactly one Host header.');
  if (url.length > MAX_URL) return failure(414, 'url-too-long', `The URL is longer than ${MAX_URL} characters.`);
  if (url.includes('%') && !isDecodable(url)) return failureOf(new URIError());
  if (!hasBody(request) || takes(request)) return undefined;
  const besides = isForm(request) ? ' A form may also be sent as application/x-www-form-urlencoded.' : '';
  return failure(415, 'unsupported-media-type', `Send JSON: Content-Type: application/json.${besides}`);
}

/** RFC 9112, 3.2: with several Host headers, a proxy may have read another one. */
function hasOneHost({ rawHeaders, httpVersion }: Request): boolean {
  const count = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
  return count === 1 || (count === 0 && httpVersion === '1.0');
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
const isForm = (request: Request): boolean => FORM_PATH.test(request.path);

function takes(request: Request): boolean {
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return JSON_TYPES.includes(type) || (type === 'application/x-www-form-urlencoded' && isForm(request));
}

export const tooDeep = (): BadRequestError =>
  new BadRequestError('body-too-deep', `The body is nested deeper than ${MAX_DEPTH} levels.`);

/** Rejects bodies that can be parsed but would harm later code. */
export const checkBody =
  (routes: MatchedRoutes) =>
  (request: Request, response: Response, next: NextFunction): void => {
    try {
      if (Array.isArray(request.body))
        throw new UnprocessableError('invalid-body', 'The body must be a JSON object.', {
          errors: [{ pointer: '#', code: 'object', detail: 'must be an object' }],
        });
      inspect(request.body, 1);
    } catch (error) {
      return answerUnread(routes, failureOf(error), request, response);
    }
    // Routes with an optional body read an empty object.
    request.body ??= {};
    next();
  };

function inspect(value: unknown, depth: number): void {
  if (value === null || typeof value !== 'object') return;
  if (depth > MAX_DEPTH) throw tooDeep();
  const keys = Object.keys(value);
  if (keys.length > MAX_ENTRIES)
    throw new BadRequestError('body-too-wide', `An object or array in the body has more than ${MAX_ENTRIES} entries.`);
  for (const key of keys) {
    if (FORBIDDEN_KEYS.has(key)) throw new BadRequestError('forbidden-key', 'The body has a forbidden key.');
    inspect((value as Record<string, unknown>)[key], depth + 1);
  }
}
