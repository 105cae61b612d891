// Type-checked against the packed SDK as an application would be; never run.
import {
  etagOf,
  isKontorError,
  Kontor,
  KontorTokens,
  verifyWebhook,
  type EventOf,
  type KontorError,
  type KontorEvent,
  type LeadPage,
  type LeadStatus,
  type LeadView,
  type PagePromise,
  type TokenSource,
} from '@kontor/sdk';

const kontor = new Kontor({
  baseUrl: 'https://crm.example.com',
  apiKey: () => Promise.resolve('key'),
  onRetry: ({ call, delayMs }) => console.log(call, delayMs),
});

export async function right(): Promise<void> {
  const lead: LeadView = await kontor.leads.create(
    { name: 'Ada' },
    { idempotencyKey: 'k', signal: AbortSignal.timeout(1) },
  );
  const status: LeadStatus = lead.status;
  const nothing: void = await kontor.leads.remove(lead.id, { ifMatch: lead });
  const list: PagePromise<LeadPage, LeadView> = kontor.leads.list({
    status: [status],
    createdAt: { gte: new Date(), lt: '2027-01-01T00:00:00Z' },
  });
  await kontor.contacts.list({
    custom: { tier: ['gold', 'silver'], seats: { gte: 10 } },
    sort: ['-custom.seats', 'name'],
  });
  for await (const each of list) each.name.trim();
  for await (const each of kontor.leads.search({ limit: 1 })) each.version.toFixed();
  const { data, etag } = await kontor.leads.get(lead.id, { ifNoneMatch: etagOf(lead) }).withResponse();
  await kontor.leads.upsert('hubspot', '1', { name: data.name }, { headers: { a: etag ?? '' } });
  await kontor.leads.restore(lead.id);
  const key = await kontor.apiKeys.create({ name: 'x', scopes: ['*:read'] });
  console.log(nothing, key.id);
}

export function signedIn(): Kontor {
  const source: TokenSource = new KontorTokens({
    baseUrl: 'https://crm.example.com',
    credentials: { email: 'a@example.com', password: 'x' },
    onTokens: (tokens) => console.log(tokens?.refreshToken),
  });
  return new Kontor({ baseUrl: 'https://crm.example.com', accessToken: source });
}

export function caught(error: unknown): KontorError | undefined {
  return isKontorError(error, 'lead-not-found') ? error : undefined;
}

export async function received(
  body: Uint8Array,
  headers: Record<string, string | string[] | undefined>,
): Promise<string> {
  const event = await verifyWebhook(body, headers, ['whsec_new', 'whsec_old'], { toleranceSeconds: 60 });
  switch (event.type) {
    case 'lead.status_changed': {
      const status: LeadStatus = event.data.newStatus;
      return `${event.data.object.name} ${event.data.previous.status ?? ''} ${status}`;
    }
    case 'lead.purged':
      return event.data.id;
    case 'lead.created':
      return lately(event);
    default:
      return event.actor?.name ?? event.type.toUpperCase();
  }
}

const lately = ({ data, sequence }: EventOf<'lead.created'>): string =>
  `${data.object.company ?? ''} ${sequence.toFixed()}`;

export async function follow(): Promise<void> {
  const { lastSequence } = await kontor.events.list({ type: ['lead.*'], limit: 1 });
  for await (const event of kontor.events.feed({
    after: lastSequence,
    types: ['lead.*', 'lead.created', 'newer.thing'],
    signal: AbortSignal.timeout(1),
  })) {
    const known: KontorEvent = event;
    // @ts-expect-error a lead was created: it has no new status
    if (known.type === 'lead.created') console.log(known.data.newStatus);
    // @ts-expect-error nobody knows yet what it carries
    console.log(known.data.object);
  }
}

export async function wrong(): Promise<void> {
  // @ts-expect-error an id is missing
  await kontor.leads.get();
  // @ts-expect-error a body is missing
  await kontor.leads.update('a');
  // @ts-expect-error no such status
  await kontor.leads.list({ status: ['newish'] });
  // @ts-expect-error no such parameter
  await kontor.leads.list({ statuss: ['new'] });
  // @ts-expect-error options go by name, in the one object
  await kontor.leads.list({}, {});
  // @ts-expect-error the answer holds a secret, so the key is not kept
  await kontor.apiKeys.create({ name: 'x', scopes: ['*:read'] }, { idempotencyKey: 'k' });
  // @ts-expect-error not a list
  for await (const each of kontor.leads.get('a')) console.log(each);
  // @ts-expect-error nothing to put a version on
  await kontor.leads.update('a', {}, { ifMatch: {} });
}
