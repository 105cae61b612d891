import type { Request, Response } from 'express';

/** Where a handler or `dress` says a status that only this one answer has: 304, or 201 for a `PUT` that made something. */
export const answerAs = (response: Response, status: number): void => {
  response.locals['status'] = status;
};

export const statusOf = (response: Response): number | undefined => response.locals['status'] as number | undefined;

/** The collection that the made record of this answer lies in, for `Location`. */
export const answerWithin = (response: Response, collection: string): void => {
  response.locals['collection'] = collection;
};

interface Single {
  readonly id?: unknown;
  readonly version?: unknown;
}

/** What all answers have in common: `Location` of what was made, `ETag` of what has a version, 304 for who has it already. */
export function dress(body: unknown, response: Response): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const { id, version } = body as Single;
  const collection = response.locals['collection'] as string | undefined;
  if (collection !== undefined && response.statusCode < 300 && typeof id === 'string')
    response.setHeader('Location', `/api/v1/${collection}/${id}`);
  // Included records change without their host's version, so such an answer has no tag.
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

// If-None-Match compares weakly (RFC 9110, 13.1.2).
const matchesTag = (header: string | undefined, tag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === tag));
