import { ExpressAdapter } from '@nestjs/platform-express';
import express, { type Response } from 'express';
import { dress, statusOf } from './answer.js';
import { Replay } from './idempotency.js';
import { branchRoutes } from './route-branches.js';

/**
 * The last step of every answer. It is here and not in an interceptor, because one interceptor takes every request
 * through rxjs: a tenth of a read. Express' own `json()` costs a tenth of a list; here JSON goes out as it is.
 * The status of one answer wins over the route's.
 */
export class AnswerAdapter extends ExpressAdapter {
  constructor() {
    const app = express();
    branchRoutes(app);
    super(app);
  }

  override reply(response: Response, body: unknown, statusCode?: number): unknown {
    const shown = body instanceof Replay ? body : dress(body, response);
    const status = statusOf(response) ?? statusCode;
    const text = shown instanceof Replay ? shown.text : isPlain(shown) ? JSON.stringify(shown) : undefined;
    if (text === undefined) return super.reply(response, shown, status);
    if (status !== undefined) response.status(status);
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    return response.end(text);
  }
}

const isPlain = (body: unknown): boolean =>
  typeof body === 'object' &&
  body !== null &&
  (Object.getPrototypeOf(body) === Object.prototype || Array.isArray(body));
