// Receives webhooks in its own process. Counts the events and stores their arrival times.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const arrivals = new Map<string, number>();
let count = 0;

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  const at = performance.timeOrigin + performance.now();
  let body = '';
  const wants = request.headers['x-bench-note'] === 'resource';
  request
    .setEncoding('utf8')
    .on('data', (part: string) => (body += part))
    .on('end', () => {
      count += 1;
      if (wants) arrivals.set((JSON.parse(body) as { data: { object: { id: string } } }).data.object.id, at);
      response.writeHead(204).end();
    });
});

process.on('message', (message: 'count' | 'arrivals') =>
  process.send?.(message === 'count' ? { count } : { arrivals: [...arrivals] }),
);
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('SIGTERM', () => process.exit(0));
