import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { withRequestContext } from '../../kernel/request-context.js';

declare module 'express-serve-static-core' {
  interface Request {
    requestId?: string;
  }
}

const WELL_FORMED = /^[A-Za-z0-9._:+/=-]{8,100}$/;

/** Sets the request id (the id of the caller if well-formed) and the context for events and logs. */
export function requestScope(request: Request, response: Response, next: NextFunction): void {
  const header = request.headers['x-request-id'];
  const requestId = typeof header === 'string' && WELL_FORMED.test(header) ? header : randomUUID();
  request.requestId = requestId;
  response.setHeader('X-Request-Id', requestId);
  withRequestContext(
    {
      requestId,
      method: request.method,
      path: request.path.slice(0, 500),
      ipAddress: request.ip ?? null,
      userAgent: request.headers['user-agent']?.slice(0, 500) ?? null,
    },
    next,
  );
}
