import { isIP } from 'node:net';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Agent, Dispatcher, request } from 'undici';
import { AllowedAddresses, isPublic } from './allowed-addresses.js';
import { checkedConnector, CONNECT_MS, systemLookup, type Lookup } from './checked-connector.js';
import { failureByCode, OutboundFailure } from './outbound-failure.js';

export interface OutboundRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Total time for resolving, connecting, sending and reading. */
  readonly timeoutMs: number;
  /** Maximum of bytes to read of the response. The rest is discarded. */
  readonly maxBytes: number;
}

export interface OutboundAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** Whether the response was longer than `maxBytes`. */
  readonly truncated: boolean;
}

interface Client {
  readonly agent: Agent;
  readonly send: typeof request;
}

/**
 * Sends requests to servers that a user configured. Allows public addresses and OUTBOUND_ALLOW, and only `http` and
 * `https`. Does not send URL credentials, follow redirects or decompress. Every time and size is limited.
 */
@Injectable()
export class Outbound implements OnApplicationShutdown {
  private readonly allowed: AllowedAddresses;
  /** Loaded with the first request: most processes send none, and the library takes 5 MB. */
  private opened: Promise<Client> | undefined;

  constructor(
    allow: readonly string[],
    private readonly lookup: Lookup = systemLookup,
  ) {
    this.allowed = new AllowedAddresses(allow);
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.opened)?.agent.destroy();
  }

  async request({ method, url, headers = {}, body, timeoutMs, maxBytes }: OutboundRequest): Promise<OutboundAnswer> {
    const target = this.check(url);
    this.opened ??= this.open();
    const { agent, send } = await this.opened;
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const sent = send(target, {
        method,
        headers: { 'accept-encoding': 'identity', ...headers },
        body: body ?? null,
        signal,
        dispatcher: agent,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
      });
      const answer = await Promise.race([sent, onceAborted(signal)]);
      return { status: answer.statusCode, headers: answer.headers, ...(await read(answer.body, maxBytes)) };
    } catch (error) {
      throw failureOf(error, signal, target);
    }
  }

  /** Rejects forbidden URLs without resolving the host. */
  check(url: string): URL {
    const target = URL.parse(url);
    if (!target) throw new OutboundFailure('invalid-url', 'This is not a URL.');
    if (target.protocol !== 'http:' && target.protocol !== 'https:')
      throw new OutboundFailure('forbidden-scheme', 'Only http and https are called.');
    if (target.username || target.password)
      throw new OutboundFailure('credentials-in-url', 'A URL with a user name or password in it is not called.');
    if (this.isForbidden(target))
      throw new OutboundFailure('forbidden-address', `${target.hostname} is not a public address`);
    if (!this.isServicePort(target)) throw new OutboundFailure('forbidden-port', `Port ${target.port} is not called.`);
    return target;
  }

  private async open(): Promise<Client> {
    const { Agent, request } = await import('undici');
    const agent = new Agent({
      connect: await checkedConnector(this.allowed, this.lookup),
      connections: 20,
      pipelining: 1,
      keepAliveTimeout: 4_000,
      connectTimeout: CONNECT_MS,
      maxHeaderSize: 16_384,
    });
    return { agent, send: request };
  }

  // Checks literals and local names (RFC 6761), which need no resolver. Other names are checked at the connection.
  private isForbidden({ hostname }: URL): boolean {
    const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
    const isInside = isIP(host) ? !isPublic(host) : host === 'localhost' || host.endsWith('.localhost');
    return isInside && !this.allowed.hasHost(host) && !this.allowed.hasAddress(host);
  }

  // Ports below 1024 belong to other protocols, such as mail and DNS. Listed hosts may use any port.
  private isServicePort({ port, hostname }: URL): boolean {
    const host = hostname.replace(/^\[|\]$/g, '');
    return (
      port === '' ||
      port === '80' ||
      port === '443' ||
      Number(port) >= 1024 ||
      this.allowed.hasHost(host) ||
      this.allowed.hasAddress(host)
    );
  }
}

/** Rejects immediately at an abort. The dispatcher notices an abort only after the connection is open. */
const onceAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));

async function read(
  body: Dispatcher.ResponseData['body'],
  maxBytes: number,
): Promise<{ body: Buffer; truncated: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    // Leaving the loop destroys the stream and the connection.
    if (size > maxBytes) break;
  }
  return { body: Buffer.concat(chunks).subarray(0, maxBytes), truncated: size > maxBytes };
}

function failureOf(error: unknown, signal: AbortSignal, { host }: URL): OutboundFailure {
  if (error instanceof OutboundFailure) return error;
  if (signal.aborted) return new OutboundFailure('timeout', `${host} took too long`, { cause: error });
  return failureByCode(error, host);
}
