import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Config } from '../config/index.js';
import { addressBlock } from './client-address.js';

/** Timeout for the headers, and for headers and body together. */
const REQUEST_MS = 10_000;
const CONNECTIONS_PER_REQUEST = 4;
/** Time for a client to read the response to a request that is not valid HTTP. */
const LINGER_MS = 1_000;

/** Creates the HTTP server. Node checks for slow requests every second instead of every 30 s. */
export const createHttpServer = (listener: RequestListener): Server =>
  createServer(
    {
      connectionsCheckingInterval: 1_000,
      headersTimeout: REQUEST_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: 65_000,
      requireHostHeader: false,
    },
    listener,
  );

/** Limits the connections in total and per address, and answers requests that Node cannot parse. */
export function guardConnections(server: Server, config: Config): void {
  server.maxConnections = CONNECTIONS_PER_REQUEST * config.MAX_REQUESTS_IN_FLIGHT;
  // Behind a proxy all connections come from its address.
  if (config.TRUST_PROXY_HOPS === 0) limitConnectionsPerAddress(server, config.MAX_REQUESTS_IN_FLIGHT);
  server.on('clientError', answerUnparsable);
}

function limitConnectionsPerAddress(server: Server, most: number): void {
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = addressBlock(socket.remoteAddress);
    const count = (open.get(address) ?? 0) + 1;
    if (count > most) return void socket.destroy();
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left === 0) open.delete(address);
      else open.set(address, left);
    });
  });
}

function answerUnparsable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, code] = unparsable(error.code);
  const body = JSON.stringify({
    type: `urn:kontor:problem:${code}`,
    title: STATUS_CODES[status],
    status,
    detail: 'The request cannot be read.',
    instance: '/',
    code,
    requestId: 'unknown',
  });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // A client that keeps its side of the connection open would keep the socket open.
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

function unparsable(code: string | undefined): [number, string] {
  if (code === 'HPE_HEADER_OVERFLOW') return [431, 'headers-too-large'];
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? [408, 'request-timeout'] : [400, 'malformed-request'];
}
