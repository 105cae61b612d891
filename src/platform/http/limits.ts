import type { NextFunction, Request, Response } from 'express';
import { BadRequest, Invalid } from '../../kernel/errors.js';
import { answerWith } from './problem.filter.js';
import { failureOf, type Failure } from './problem.js';

export const MAX_BODY_BYTES = 1_048_576;
export const MAX_FORM_BYTES = 65_536;
const MAX_URL = 8_192;
const MAX_DEPTH = 20;
const MAX_ENTRIES = 1_000;
/** What every object has already: validation by class would take a field of such a name for a known one. */
export const FORBIDDEN_KEYS = new Set(['prototype', ...Object.getOwnPropertyNames(Object.prototype)]);

export const JSON_TYPES = ['application/json', 'application/merge-patch+json'];
/** Public forms are the one place where browsers post without JavaScript. */
export const FORMS = '/api/v1/forms';
export const FORM_PATH = /^\/api\/v1\/forms\//;

const refuse = (failure: Failure, request: Request, response: Response): void => answerWith(failure, request, response);

/** Refuses what is too long or of a kind that no route takes, before anything reads it. */
export function checkEnvelope(request: Request, response: Response, next: NextFunction): void {
  if (request.originalUrl.length > MAX_URL)
    return refuse(
      { status: 414, code: 'url-too-long', detail: `The URL is longer than ${MAX_URL} characters.`, extras: {} },
      request,
      response,
    );
  if (hasBody(request) && !takes(request)) {
    return refuse(
      { status: 415, code: 'unsupported-media-type', detail: 'Send JSON: Content-Type: application/json.', extras: {} },
      request,
      response,
    );
  }
  next();
}

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

function takes(request: Request): boolean {
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return JSON_TYPES.includes(type) || (type === 'application/x-www-form-urlencoded' && FORM_PATH.test(request.path));
}

/** Refuses bodies that parse but would hurt what comes behind: V8 parses 400,000 levels and dies of printing 5,000. */
export function checkBody(request: Request, response: Response, next: NextFunction): void {
  try {
    if (Array.isArray(request.body))
      throw new Invalid('invalid-body', 'The body must be a JSON object.', {
        errors: [{ pointer: '#', code: 'object', detail: 'must be an object' }],
      });
    inspect(request.body, 1);
  } catch (error) {
    return refuse(failureOf(error), request, response);
  }
  // Routes whose whole body is optional read an empty object.
  request.body ??= {};
  next();
}

function inspect(value: unknown, depth: number): void {
  if (value === null || typeof value !== 'object') return;
  if (depth > MAX_DEPTH) throw new BadRequest('body-too-deep', `The body is nested deeper than ${MAX_DEPTH} levels.`);
  const keys = Object.keys(value);
  if (keys.length > MAX_ENTRIES)
    throw new BadRequest('body-too-wide', `An object or array in the body has more than ${MAX_ENTRIES} entries.`);
  for (const key of keys) {
    if (FORBIDDEN_KEYS.has(key)) throw new BadRequest('forbidden-key', 'The body holds a key that no object may have.');
    inspect((value as Record<string, unknown>)[key], depth + 1);
  }
}
