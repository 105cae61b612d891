import type { Request, Response } from 'express';

/**
 * `reading`: the body is not complete. `waiting`: waits in the queue. `working`: in flight. `unread`: the response is
 * complete, but the client has not read all of it.
 */
export type Phase = 'reading' | 'waiting' | 'working' | 'unread';

export interface Exchange {
  readonly request: Request;
  readonly response: Response;
  /** The address block of the client. */
  readonly address: string;
  /** Whether the credential was accepted, now or recently. */
  isSignedIn: boolean;
  phase: Phase;
  /** Start of the phase, in milliseconds of the monotonic clock. */
  since: number;
  /** Bytes written to the socket at the last progress of an unfinished response. */
  bytesWritten: number;
  /** Starts the work of a waiting request. */
  proceed?: () => void;
}

const nameOf = (
  phase: Phase,
  { isSignedIn, address }: Pick<Exchange, 'isSignedIn' | 'address'>,
  perAddress: boolean,
): string => `${phase} ${isSignedIn ? 'signed-in' : 'stranger'}${perAddress ? ` ${address}` : ''}`;

/** All requests with open responses, counted by phase, by address and by whether the caller is signed in. */
export class Exchanges {
  private readonly open = new Map<Request, Exchange>();
  private readonly counts = new Map<string, number>();

  begin(request: Request, response: Response, address: string, isSignedIn: boolean): Exchange {
    const exchange: Exchange = {
      request,
      response,
      address,
      isSignedIn,
      phase: 'reading',
      since: performance.now(),
      bytesWritten: 0,
    };
    this.open.set(request, exchange);
    this.add(exchange, 1);
    return exchange;
  }

  /** The number of requests in all phases. */
  get size(): number {
    return this.open.size;
  }

  of(request: Request): Exchange | undefined {
    return this.open.get(request);
  }

  move(exchange: Exchange, phase: Phase): void {
    this.add(exchange, -1);
    exchange.phase = phase;
    exchange.since = performance.now();
    this.add(exchange, 1);
  }

  signIn(exchange: Exchange): void {
    this.add(exchange, -1);
    exchange.isSignedIn = true;
    this.add(exchange, 1);
  }

  end(exchange: Exchange): void {
    if (this.open.delete(exchange.request)) this.add(exchange, -1);
  }

  /** Returns the number of requests without sign-in in this phase, in total or of one address. */
  strangers(phase: Phase, address?: string): number {
    return this.counts.get(nameOf(phase, { isSignedIn: false, address: address ?? '' }, address !== undefined)) ?? 0;
  }

  signedIn(phase: Phase, address?: string): number {
    return this.counts.get(nameOf(phase, { isSignedIn: true, address: address ?? '' }, address !== undefined)) ?? 0;
  }

  /** Returns the requests of a phase in order of arrival. */
  *in(phase: Phase): Generator<Exchange> {
    for (const exchange of this.open.values()) if (exchange.phase === phase) yield exchange;
  }

  private add(exchange: Exchange, change: number): void {
    for (const perAddress of [false, true]) {
      const name = nameOf(exchange.phase, exchange, perAddress);
      const count = (this.counts.get(name) ?? 0) + change;
      if (count === 0) this.counts.delete(name);
      else this.counts.set(name, count);
    }
  }
}
