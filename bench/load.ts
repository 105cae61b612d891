// The load client in its own process: keep-alive connections over plain sockets, one request at a time each. Reads only
// status and end of a response, to use little CPU.
import { connect } from 'node:net';

export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** Complete HTTP requests. */
  readonly requests: readonly string[];
  /** Start of the numbers that replace `####:####` (hexadecimal) in each request, so that no two requests are equal. */
  readonly numbers: number;
  /** Index of the first request to send; 0 if omitted. A write that changes a record once must not be sent again. */
  readonly first?: number;
}

export interface Measured {
  readonly requests: number;
  readonly failures: number;
  /** The first unsuccessful response. */
  readonly failure: string;
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly bytes: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const PLACE = '####:####';

function placesIn(request: Buffer): number[] {
  const locations: number[] = [];
  for (let at = request.indexOf(PLACE); at >= 0; at = request.indexOf(PLACE, at + 1)) locations.push(at);
  return locations;
}

class Run {
  readonly latencies: number[] = [];
  failures = 0;
  failure = '';
  bytes = 0;
  private next = 0;
  private readonly requests: readonly { readonly bytes: Buffer; readonly locations: readonly number[] }[];
  private readonly until: number;

  constructor(private readonly load: Load) {
    this.requests = load.requests
      .map((text) => Buffer.from(text))
      .map((bytes) => ({ bytes, locations: placesIn(bytes) }));
    this.until = performance.now() + load.seconds * 1000;
  }

  private request(): Buffer {
    const number = this.next++;
    const index = ((this.load.first ?? 0) + number) % this.requests.length;
    const { bytes, locations } = this.requests[index] as (typeof this.requests)[number];
    if (locations.length === 0) return bytes;
    const text = (this.load.numbers + number).toString(16).padStart(8, '0');
    // A copy, because the socket may still send the bytes of an earlier request.
    const own = Buffer.from(bytes);
    for (const position of locations) own.write(`${text.slice(0, 4)}:${text.slice(4)}`, position, 'latin1');
    return own;
  }

  connection(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.load.port, '127.0.0.1').setNoDelay(true);
      let sent = 0;
      let head: Buffer = Buffer.alloc(0);
      let missing = -1;
      let succeeded = true;
      const send = (): void => {
        if (performance.now() >= this.until) {
          socket.end();
          return resolve();
        }
        sent = performance.now();
        socket.write(this.request());
      };
      socket.on('connect', send);
      socket.on('error', reject);
      socket.on('close', () => resolve());
      socket.on('data', (data: Buffer) => {
        this.bytes += data.length;
        if (missing < 0) {
          head = head.length === 0 ? data : Buffer.concat([head, data]);
          const end = head.indexOf(HEAD_END);
          if (end < 0) return;
          const text = head.toString('latin1', 0, end);
          const length = /\r\ncontent-length: (\d+)/i.exec(text);
          succeeded = text.startsWith('HTTP/1.1 2');
          if (!succeeded) this.failure ||= head.toString('utf8').slice(0, 1_000);
          missing = Number(length?.[1] ?? 0) - (head.length - end - 4);
        } else missing -= data.length;
        if (missing > 0) return;
        missing = -1;
        head = Buffer.alloc(0);
        if (!succeeded) this.failures += 1;
        this.latencies.push(performance.now() - sent);
        send();
      });
    });
  }
}

async function measure(load: Load): Promise<Measured> {
  const started = performance.now();
  const run = new Run(load);
  await Promise.all(Array.from({ length: load.connections }, () => run.connection()));
  const seconds = (performance.now() - started) / 1000;
  const sorted = Float64Array.from(run.latencies).sort();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    requests: sorted.length,
    failures: run.failures,
    failure: run.failure,
    seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    bytes: run.bytes,
  };
}

process.on('message', (load: Load) => {
  measure(load).then(
    (measured) => process.send?.({ measured }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
