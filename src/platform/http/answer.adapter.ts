import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';
import { Replay } from './idempotency.js';

/** Where a handler or the interceptor says a status that only this one answer has: 304, or 201 for a `PUT` that made something. */
export const answerAs = (response: Response, status: number): void => {
  response.locals['status'] = status;
};

/** Express' own `json()` costs a tenth of a list; here JSON goes out as it is. The status of one answer wins over the route's. */
export class AnswerAdapter extends ExpressAdapter {
  override reply(response: Response, body: unknown, statusCode?: number): unknown {
    const status = (response.locals['status'] as number | undefined) ?? statusCode;
    const text = body instanceof Replay ? body.text : isPlain(body) ? JSON.stringify(body) : undefined;
    if (text === undefined) return super.reply(response, body, status);
    if (status !== undefined) response.status(status);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    return response.end(text);
  }
}

const isPlain = (body: unknown): boolean => typeof body === 'object' && body !== null && (Object.getPrototypeOf(body) === Object.prototype || Array.isArray(body));
