// The sales process as an application would write it. package.spec.ts compiles it in an empty project under all strict
// options, and runs it against a server. It contains no `any` and no cast.
import { createServer } from 'node:http';
import { Kontor, verifyWebhook, type KontorEvent } from '@kontor/sdk';
import type { CustomFields } from './custom-fields.js';

const kontor = new Kontor<CustomFields>();

/** Receives the deliveries of one webhook. */
async function receiver(): Promise<{ url: string; next: (secret: string) => Promise<KontorEvent>; close: () => void }> {
  let deliver: (sent: { body: string; headers: Record<string, string | string[] | undefined> }) => void;
  const first = new Promise<Parameters<typeof deliver>[0]>((resolve) => (deliver = resolve));
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      response.writeHead(204).end();
      deliver({ body, headers: request.headers });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    next: async (secret) => {
      const { body, headers } = await first;
      return verifyWebhook(body, headers, secret);
    },
    close: () => server.close(),
  };
}

const { url, next, close } = await receiver();
const webhook = await kontor.webhooks.create({ name: 'Walk', url, events: ['deal.won'] });

const lead = await kontor.leads.createFromText({
  text: 'Ada Lovelace\nCTO at Analytical Engines Ltd\nada@engines.example\n+44 20 7946 0958',
  overrides: { source: 'fair', estimatedValue: '15000.00', currency: 'GBP', customFields: { tier: 'gold' } },
});
const tier: 'gold' | 'silver' | undefined = lead.customFields.tier;
console.log('lead', lead.name, lead.email, tier);
await kontor.leads.createActivity(lead.id, { type: 'call', subject: 'First call', completedAt: new Date() });

const { deal } = await kontor.leads.convert(lead.id, { deal: { create: { title: 'Engine No. 2' } } });
if (!deal?.id) throw new Error('The conversion made no deal.');
const { id, stageId, pipelineId } = await kontor.deals.get(deal.id);

const board = await kontor.pipelines.getBoard(pipelineId);
const open = board.columns.filter(({ stage }) => stage.kind === 'open');
console.log(
  'cards',
  board.columns
    .find(({ stage }) => stage.id === stageId)
    ?.cards.map(({ title }) => title)
    .join(),
);
const target = open.find(({ stage }) => stage.id !== stageId);
if (!target) throw new Error('The pipeline has one open stage.');
const moved = await kontor.deals.move(id, { stageId: target.stage.id });
const won = await kontor.deals.win(id, { wonReason: 'Best offer' }, { ifMatch: moved });
console.log('deal', won.status);

const subjects = await kontor.deals.listActivities(id, { type: ['call', 'note'] }).toArray();
console.log('activities', subjects.map(({ subject }) => subject).join());

const event = await next(webhook.secret);
if (event.type === 'deal.won') console.log('webhook', event.data.object.title, event.data.object.status);
close();

for await (const each of kontor.events.feed({
  types: ['lead.converted'],
  pollSeconds: 1,
  signal: AbortSignal.timeout(60_000),
})) {
  if (each.type !== 'lead.converted') continue;
  console.log('feed', each.data.object.customFields.tier);
  break;
}
