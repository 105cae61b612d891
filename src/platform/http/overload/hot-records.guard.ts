import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request, Response } from 'express';
import { UnavailableError } from '../../../kernel/errors.js';

/** Concurrent database writes of one record: one works, and one waits for the lock. */
const AT_ONCE = 2;
/** Waiting writes of one record in this process. More would wait too long. */
const MOST_WAITING = 100;
/** Milliseconds that a write waits in this process. */
const LONGEST_WAIT = 10_000;
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

interface Line {
  working: number;
  readonly waiting: (() => void)[];
}

const busy = (): UnavailableError =>
  new UnavailableError('busy', 'Too many simultaneous changes of this record. Nothing was changed; try again.', {
    retryAfter: 1,
  });

/**
 * Queues writes of the same record before they take a connection. They would wait for the lock of the record anyway. So
 * a record with many writers does not use up the connections.
 */
@Injectable()
export class HotRecordsGuard implements CanActivate {
  private readonly lines = new Map<string, Line>();

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const { id } = request.params;
    if (READS.has(request.method) || typeof id !== 'string') return true;
    const key = id.toLowerCase();
    const line = this.lines.get(key) ?? { working: 0, waiting: [] };
    this.lines.set(key, line);
    const response = http.getResponse<Response>();
    if (line.working < AT_ONCE) return this.begin(key, line, response);
    if (line.waiting.length >= MOST_WAITING) throw busy();
    return this.wait(key, line, response);
  }

  private begin(key: string, line: Line, response: Response): true {
    line.working += 1;
    // `close` is emitted after the response has ended or the caller has disconnected.
    response.once('close', () => {
      line.working -= 1;
      line.waiting.shift()?.();
      if (line.working === 0 && line.waiting.length === 0) this.lines.delete(key);
    });
    return true;
  }

  private wait(key: string, line: Line, response: Response): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const turn = (): void => {
        clearTimeout(timer);
        if (response.closed) return void line.waiting.shift()?.();
        resolve(this.begin(key, line, response));
      };
      const timer = setTimeout(() => {
        line.waiting.splice(line.waiting.indexOf(turn), 1);
        reject(busy());
      }, LONGEST_WAIT);
      line.waiting.push(turn);
    });
  }
}
