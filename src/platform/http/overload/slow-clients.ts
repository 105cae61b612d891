import type { Exchange, Exchanges, Phase } from './exchanges.js';
import { answerWith } from '../problems/problem.filter.js';

/** A body or a response that takes longer is slow. */
const SLOW_AFTER_MS = 1_000;
/** Time to read a complete response, or between two parts of an incomplete response. */
const ANSWER_MS = 30_000;
const CLOSE_AFTER_MS = 1_000;

/** Maximum of slow bodies and unread responses, per address and in total. */
const MOST = {
  stranger: { ofOneAddress: 20, ofAll: 200 },
  signedIn: { ofOneAddress: 100, ofAll: 400 },
} as const;

/**
 * Closes connections of clients that send or read too slowly. Above the limit the newest are closed immediately. Unread
 * responses are closed after 30 s. The request timeout of the server ends slow bodies.
 */
export class SlowClients {
  constructor(private readonly exchanges: Exchanges) {}

  close(): void {
    this.findUnread();
    for (const phase of ['reading', 'unread'] as const) this.closeBeyond(phase);
  }

  private findUnread(): void {
    const now = performance.now();
    for (const phase of ['reading', 'working', 'waiting'] as const) {
      for (const exchange of this.exchanges.in(phase)) {
        if (exchange.response.writableEnded) this.exchanges.move(exchange, 'unread');
        else if (exchange.response.headersSent) this.closeStalled(exchange, now);
      }
    }
  }

  /** A response in parts, such as an export, must make progress. */
  private closeStalled(exchange: Exchange, now: number): void {
    const written = exchange.request.socket.bytesWritten;
    if (written !== exchange.bytesWritten) {
      exchange.bytesWritten = written;
      exchange.since = now;
    } else if (now - exchange.since > ANSWER_MS) exchange.request.socket.destroy();
  }

  private closeBeyond(phase: Phase): void {
    const now = performance.now();
    const seen = new Map<string, number>();
    const next = (name: string): number => {
      seen.set(name, (seen.get(name) ?? 0) + 1);
      return seen.get(name) ?? 0;
    };
    for (const exchange of this.exchanges.in(phase)) {
      if (now - exchange.since < SLOW_AFTER_MS) continue;
      const kind = exchange.isSignedIn ? 'signedIn' : 'stranger';
      const isTooMany = next(`${kind} ${exchange.address}`) > MOST[kind].ofOneAddress || next(kind) > MOST[kind].ofAll;
      if (isTooMany || (phase === 'unread' && now - exchange.since > ANSWER_MS)) closeExchange(exchange);
    }
  }
}

function closeExchange({ request, response }: Exchange): void {
  if (response.headersSent) return void request.socket.destroy();
  response.setHeader('Connection', 'close');
  answerWith(
    {
      status: 503,
      code: 'overloaded',
      detail: 'Too many slow requests from this address.',
      extras: { retryAfter: 1 },
    },
    request,
    response,
  );
  setTimeout(() => request.socket.destroy(), CLOSE_AFTER_MS).unref();
}
