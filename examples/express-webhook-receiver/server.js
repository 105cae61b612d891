import { memoryInbox } from './inbox.js';
import { receiver } from './receiver.js';

const secrets = (process.env.KONTOR_WEBHOOK_SECRET ?? '').split(',').filter(Boolean);
if (secrets.length === 0)
  throw new Error(
    'KONTOR_WEBHOOK_SECRET must hold the secret that was shown when the webhook was made; several with commas ' +
      'between them.',
  );

const inbox = memoryInbox((event) => {
  switch (event.type) {
    case 'lead.created':
      return console.log(`${event.id} ${event.type}: ${event.data.object.name}`);
    case 'lead.status_changed':
      return console.log(
        `${event.id} ${event.type}: ${event.data.object.name} went from ${event.data.oldStatus} to ` +
          `${event.data.newStatus}`,
      );
    default:
      return console.log(`${event.id} ${event.type}`);
  }
});

const server = receiver({ secrets, inbox }).listen(
  Number(process.env.PORT ?? 3100),
  process.env.HOST ?? '127.0.0.1',
  (error) => {
    if (error) throw error;
    const { address, port } = server.address();
    console.log(`Listening at http://${address}:${port}/webhooks/kontor`);
  },
);

// Process all events with a 2xx response before the process ends.
for (const signal of ['SIGTERM', 'SIGINT'])
  process.once(signal, () => server.close(() => void inbox.done().then(() => process.exit(0))));
