// The load client, a process of its own: keep-alive connections over bare sockets, each with one request under way.
// It reads no more of an answer than its status and its end, so that the client takes little of the machine.
import { connect } from 'node:net';

export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** Whole HTTP requests. */
  readonly requests: readonly string[];
  /** Where the numbers begin that are written over `####:####` (hexadecimal) in each request, so that no two are the same. */
  readonly numbers: number;
}

export interface Measured {
  readonly requests: number;
  readonly failures: number;
  /** The first answer that was no success. */
  readonly failure: string;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
  readonly bytes: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const PLACE = '####:####';

function placesIn(request: Buffer): number[] {
  const places: number[] = [];
  for (let at = request.indexOf(PLACE); at >= 0; at = request.indexOf(PLACE, at + 1)) places.push(at);
  return places;
}

class Run {
  readonly latencies: number[] = [];
  failures = 0;
  failure = '';
  bytes = 0;
  private next = 0;
  private readonly requests: readonly { readonly bytes: Buffer; readonly places: readonly number[] }[];
  private readonly until: number;

  constructor(private readonly load: Load) {
    this.requests = load.requests.map((text) => Buffer.from(text)).map((bytes) => ({ bytes, places: placesIn(bytes) }));
    this.until = performance.now() + load.seconds * 1000;
  }

  private request(): Buffer {
    const number = this.next++;
    const { bytes, places } = this.requests[number % this.requests.length] as (typeof this.requests)[number];
    if (places.length === 0) return bytes;
    const text = (this.load.numbers + number).toString(16).padStart(8, '0');
    // A copy: the socket may still hold the bytes of an earlier one.
    const own = Buffer.from(bytes);
    for (const place of places) own.write(`${text.slice(0, 4)}:${text.slice(4)}`, place, 'latin1');
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
