import type { Request, Response } from 'express';

/** Sets a status for this response only: 304, or 201 for a `PUT` that created a record. */
export const answerAs = (response: Response, status: number): void => {
  response.locals['status'] = status;
};

export const statusOf = (response: Response): number | undefined => response.locals['status'] as number | undefined;

/** Sets the collection of the created record, for `Location`. */
export const answerWithin = (response: Response, collection: string): void => {
  response.locals['collection'] = collection;
};

interface Single {
  readonly id?: unknown;
  readonly version?: unknown;
}

/**
 * Sets the common headers: `Location` of a created record, and `ETag` of a record with a version. Sets 304 if the
 * client has this version.
 */
export function dress(body: unknown, response: Response): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const { id, version } = body as Single;
  const collection = response.locals['collection'] as string | undefined;
  if (collection !== undefined && response.statusCode < 300 && typeof id === 'string')
    response.setHeader('Location', `/api/v1/${collection}/${id}`);
  // A response with included records has no tag: they change without the version of the main record.
  return typeof version !== 'number' || response.req.query['include'] !== undefined
    ? body
    : tagged(body, `"${version}"`, response.req, response);
}

function tagged(body: object, tag: string, request: Request, response: Response): object | undefined {
  response.setHeader('ETag', tag);
  if (request.method !== 'GET' || !matchesTag(request.headers['if-none-match'], tag)) return body;
  answerAs(response, 304);
  return undefined;
}

// If-None-Match uses the weak comparison (RFC 9110, 13.1.2).
const matchesTag = (header: string | undefined, tag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === tag));

/** Whether the body is sent as JSON as it is. */
export const isJsonBody = (body: unknown): boolean =>
  typeof body === 'object' &&
  body !== null &&
  (Object.getPrototypeOf(body) === Object.prototype || Array.isArray(body));
