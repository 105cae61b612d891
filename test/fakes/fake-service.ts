import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that a fake service received. */
export interface Received {
  readonly at: number;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Canned {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Closes the connection without a response. */
  readonly drop?: boolean;
}

/** A web service on the loopback interface. Sends the configured responses in order, then successful responses. */
export class FakeService {
  readonly received: Received[] = [];
  private readonly next: Canned[] = [];
  private server: Server | undefined;
  url = '';

  constructor(private readonly usual: (request: Received) => Canned) {}

  async start(): Promise<this> {
    this.server = createServer((request, response) => {
      void read(request).then((body) => {
        const received: Received = { at: Date.now(), path: request.url ?? '', body };
        this.received.push(received);
        const answer = this.next.shift() ?? this.usual(received);
        if (answer.drop) return request.socket.destroy();
        const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {});
        return response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers }).end(text);
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  /** Sets the responses of the next requests. */
  answer(...answers: readonly Canned[]): void {
    this.next.push(...answers);
  }

  reset(): void {
    this.received.length = 0;
    this.next.length = 0;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

let messages = 1_309_581_234_567_890_000n;

/** Responds as Discord does: with the message for `?wait=true`, otherwise without a body. */
export const fakeDiscord = (): FakeService =>
  new FakeService(({ path }) =>
    path.includes('wait=true')
      ? {
          status: 200,
          body: { id: String((messages += 1n)), type: 0 },
          headers: { 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '4', 'x-ratelimit-reset-after': '2' },
        }
      : { status: 204 },
  );
export const discordSays = {
  limited: (seconds: number, global = false): Canned => ({
    status: 429,
    body: { message: 'You are being rate limited.', retry_after: seconds, global },
    headers: { 'retry-after': String(Math.ceil(seconds)) },
  }),
  gone: { status: 404, body: { message: 'Unknown Webhook', code: 10015 } },
  badToken: { status: 401, body: { message: 'Invalid Webhook Token', code: 50027 } },
  emptyBucket: (seconds: number): Canned => ({
    status: 200,
    body: { id: '42' },
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': String(seconds) },
  }),
} as const;

let numbers = 1_000;
export const fakeTelegram = (): FakeService =>
  new FakeService(({ body }) => ({
    status: 200,
    body: { ok: true, result: { message_id: (numbers += 1), chat: { id: body['chat_id'] }, text: body['text'] } },
  }));
const telegramError = (status: number, description: string, parameters?: object): Canned => ({
  status,
  body: { ok: false, error_code: status, description, ...(parameters && { parameters }) },
});
export const telegramSays = {
  limited: (seconds: number): Canned =>
    telegramError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds }),
  kicked: telegramError(403, 'Forbidden: bot was kicked from the supergroup chat'),
  noChat: telegramError(400, 'Bad Request: chat not found'),
  badToken: telegramError(401, 'Unauthorized'),
  migrated: (id: number): Canned =>
    telegramError(400, 'Bad Request: group chat was upgraded to a supergroup chat', { migrate_to_chat_id: id }),
  badMarks: telegramError(400, "Bad Request: can't parse entities: Can't find end tag corresponding to start tag b"),
} as const;

/** Slack responds with plain text. */
export const fakeSlack = (): FakeService =>
  new FakeService(() => ({ status: 200, body: 'ok', headers: { 'content-type': 'text/html' } }));
export const slackSays = {
  limited: (seconds: number): Canned => ({
    status: 429,
    body: 'rate_limited',
    headers: { 'retry-after': String(seconds) },
  }),
  archived: { status: 410, body: 'channel_is_archived' },
  gone: { status: 404, body: 'no_service' },
  forbidden: { status: 403, body: 'action_prohibited' },
} as const;
