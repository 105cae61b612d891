import type { NextFunction, Request, Response } from 'express';

const NAME = /^(utm_(source|medium|campaign|term|content)|referrer)$/;
const PARAMETERS = Symbol('link parameters');

type Linked = Request & { [PARAMETERS]?: Record<string, string> };

/**
 * Keeps the UTM parameters and the referrer, and removes the query. Newsletters add unknown parameters to links, which
 * the strict query parser would reject.
 */
export function readLinkParameters(request: Linked, _response: Response, next: NextFunction): void {
  const [, query = ''] = request.originalUrl.split('?', 2);
  request[PARAMETERS] = Object.fromEntries([...new URLSearchParams(query)].filter(([name]) => NAME.test(name)));
  Object.defineProperty(request, 'query', { value: {}, configurable: true });
  next();
}

export const linkParameters = (request: Linked): Readonly<Record<string, string>> => request[PARAMETERS] ?? {};
