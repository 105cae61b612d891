import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';

/** A request and its answer, for the few routes that set cookies. */
export interface BrowserVisit {
  readonly request: Request;
  readonly response: Response;
}

export const Visit = createParamDecorator((_: unknown, context: ExecutionContext): BrowserVisit => {
  const http = context.switchToHttp();
  return { request: http.getRequest<Request>(), response: http.getResponse<Response>() };
});
