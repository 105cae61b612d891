import { setTimeout as sleep } from 'node:timers/promises';
import type { Response } from 'supertest';
import { Pool } from 'undici';
import { checkAnswer } from '../harness/contract.js';

export interface Question {
  readonly method: string;
  /** The full path, exactly as sent. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | undefined;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly body: Record<string, unknown>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

const CONNECTIONS = 12;
const TRIES = 8;

/**
 * A client for many small requests with keep-alive, which is ten times as fast as new connections. Checks responses
 * against the API document.
 */
export class Client {
  private readonly pool: Pool;

  constructor(url: string) {
    this.pool = new Pool(url, { connections: CONNECTIONS, pipelining: 1 });
  }

  /** Repeats a request after an overload response, which has no effect, with the delay of the response. */
  async ask(question: Question): Promise<Answer> {
    for (let tries = 1; ; tries += 1) {
      const answer = await this.askOnce(question);
      if (answer.status !== 503 || tries === TRIES) return answer;
      await sleep(200 * tries);
    }
  }

  private async askOnce({ method, path, headers, body }: Question): Promise<Answer> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const {
      statusCode,
      headers: got,
      body: stream,
    } = await this.pool.request({
      method: method.toUpperCase() as 'GET',
      path,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...sent,
    });
    const text = await stream.text();
    const answer = { status: statusCode, text, body: parsed(text), headers: got };
    checkAnswer(method.toLowerCase(), path, answer as unknown as Response);
    return answer;
  }

  /** Sends all requests with one per connection at a time. Returns the responses in order of the requests. */
  async askAll<T>(
    items: readonly T[],
    ask: (item: T, index: number) => Promise<void>,
    width = CONNECTIONS,
  ): Promise<void> {
    const todo = items.entries();
    await Promise.all(
      Array.from({ length: width }, async () => {
        for (const [index, item] of todo) await ask(item, index);
      }),
    );
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return (JSON.parse(text) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}
