// Type-checked against the packed SDK as an application would be; never run.
import {
  etagOf,
  isKontorError,
  Kontor,
  KontorTokens,
  verifyWebhook,
  type CountryCode,
  type CurrencyCode,
  type DealFilter,
  type ErrorCode,
  type EventOf,
  type KontorError,
  type KontorEvent,
  type LeadFilter,
  type LeadPage,
  type LeadsListOptions,
  type LeadStatus,
  type LeadView,
  type PagePromise,
  type Permission,
  type TokenSource,
} from '@kontor/sdk';
import { createKontor, events, leads } from '@kontor/sdk/resources';

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
  const nothing: void = await kontor.leads.delete(lead.id, { ifMatch: lead });
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
  // @ts-expect-error the end of a session takes no key
  await kontor.auth.logout({ idempotencyKey: 'k' });
  await kontor.apiKeys.create({ name: 'x', scopes: ['*:read'] }, { idempotencyKey: 'k' });
  // @ts-expect-error not a list
  for await (const each of kontor.leads.get('a')) console.log(each);
  // @ts-expect-error nothing to put a version on
  await kontor.leads.update('a', {}, { ifMatch: {} });
  // @ts-expect-error no filter
  await kontor.leads.search({ filter: { hello: 1 } });
  // @ts-expect-error no such field
  await kontor.leads.search({ filter: { field: 'nonsense', op: 'eq', value: 1 } });
  // @ts-expect-error text cannot be compared with an order
  await kontor.leads.search({ filter: { field: 'name', op: 'gte', value: 'a' } });
  // @ts-expect-error no such status
  await kontor.leads.search({ filter: { and: [{ field: 'status', op: 'eq', value: 'newish' }] } });
  const other: LeadFilter = { field: 'score', op: 'gte', value: 1 };
  // @ts-expect-error a filter of other records
  await kontor.activities.search({ filter: { some: { relation: 'leads', filter: other } } });
  // @ts-expect-error no such order
  await kontor.leads.search({ sort: ['nonsense'] });
  // @ts-expect-error nothing to include
  await kontor.leads.search({ include: ['nonsense'] });
  // @ts-expect-error no such facet
  await kontor.leads.countFacets({ facets: ['nonsense'] });
  // @ts-expect-error no such event
  await kontor.webhooks.create({ name: 'x', url: 'https://example.com', events: ['lead.creatd'] });
  // @ts-expect-error no such resource
  await kontor.apiKeys.create({ name: 'x', scopes: ['leds:read'] });
  // @ts-expect-error the data of events is typed
  (await kontor.events.list()).data[0].data.foo.bar;
}

/** Parameters have names, and files are responses. */
export async function named(options: LeadsListOptions, code: ErrorCode): Promise<number> {
  const file: Response = await kontor.auditLogs.export({ format: 'csv' });
  const raw: Response = await kontor.request('GET', '/api/v1/leads', { query: { limit: 1 } });
  const { data } = await kontor.leads.list({ ...options, limit: 5 });
  const unknown: unknown = new Error(code);
  // @ts-expect-error no such code
  if (isKontorError(unknown, 'lead-not-fuond')) return 1;
  if (isKontorError(unknown, 'lead-not-found') || isKontorError(unknown, 'timed-out')) return unknown.status;
  return data.length + file.status + raw.status;
}

/** The filter language is typed with its fields, also of linked records and custom fields. */
export async function filtered(): Promise<void> {
  const filter: DealFilter = {
    and: [
      { field: 'company.industry', op: 'in', value: ['aviation'] },
      { not: { field: 'status', op: 'eq', value: 'lost' } },
      { field: 'ownerId', op: 'eq', value: '$me' },
      { field: 'createdAt', op: 'gte', value: { rel: '-30d' } },
      { field: 'custom.tier', op: 'eq', value: 'gold' },
      { field: 'contact.custom.seats', op: 'gte', value: 10 },
      { some: { relation: 'activities', filter: { field: 'type', op: 'eq', value: 'call' } } },
    ],
  };
  await kontor.deals.search({ filter, sort: ['-value', 'custom.tier'], include: ['company'] });
  await kontor.views.create({ resource: 'deals', name: 'Mine', filter });
  await kontor.webhooks.create({ name: 'x', url: 'https://example.com', events: ['lead.*', 'deal.won'], filter: null });
  await kontor.apiKeys.create({ name: 'x', scopes: ['leads:read', '*:*'] });
  for (const event of (await kontor.events.list()).data)
    if (event.type === 'lead.status_changed') event.data.newStatus.trim();
}

/** Requests accept single values, readonly lists, undefined for omitted fields, and dates. */
export async function inputs(wanted: readonly LeadStatus[], email: string | undefined): Promise<void> {
  await kontor.leads.list({ status: 'new', include: 'owner', tags: undefined, signal: undefined });
  await kontor.leads.list({ status: wanted, updatedAt: { gte: new Date(), lt: undefined } });
  const tags = ['vip', 'fair'] as const;
  await kontor.leads.create({ name: 'Ada', email, tags });
  await kontor.activities.create({ type: 'task', subject: 'Call', dueAt: new Date(), leadId: undefined });
  await kontor.leads.search({
    filter: { field: 'createdAt', op: 'gte', value: new Date() },
    sort: ['-score'] as const,
  });
  await kontor.leads.bulk({ operations: [{ create: { firstName: 'Ada' } }, { remove: { id: 'a' } }] });
  await kontor.leads.convert('a', { company: { id: 'b' }, contact: { create: { lastName: 'Lovelace' } }, deal: null });
  await kontor.leads.upsert('hubspot', '1', {});
}

/** Bodies that the server rejects do not compile. */
export async function rejected(): Promise<void> {
  // @ts-expect-error a lead needs a name, or a first or last name
  await kontor.leads.create({});
  // @ts-expect-error a contact needs a name, or a first or last name
  await kontor.contacts.create({ email: 'ada@example.com' });
  // @ts-expect-error an operation has exactly one action
  await kontor.leads.bulk({ operations: [{}] });
  // @ts-expect-error an operation has exactly one action
  await kontor.leads.bulk({ operations: [{ create: { name: 'Ada' }, remove: { id: 'a' } }] });
  // @ts-expect-error either an existing or a new company
  await kontor.leads.convert('a', { company: { id: 'b', create: { name: 'Engines' } } });
  // @ts-expect-error a day is a text without a time
  await kontor.leads.create({ name: 'Ada', expectedCloseDate: new Date() });
}

/** Known values are closed lists. */
export async function closedLists(country: CountryCode, permission: Permission): Promise<void> {
  await kontor.companies.create({ name: 'Engines', country, currency: 'GBP' });
  await kontor.roles.create({ name: 'Reader', permissions: [permission, 'leads:read'] });
  await kontor.apiKeys.create({ name: 'x', scopes: ['leads:write', 'deals:*', '*:read', permission] });
  const currency: CurrencyCode | null = (await kontor.settings.get('default_currency')).value;
  const days: number | null = (await kontor.settings.set('event_retention_days', { value: 90 })).value;
  console.log(currency, days);
  // @ts-expect-error no such country
  await kontor.companies.create({ name: 'Engines', country: 'Germany' });
  // @ts-expect-error no such currency
  await kontor.deals.create({ title: 'Engines', currency: 'EURO' });
  // @ts-expect-error no such action
  await kontor.apiKeys.create({ name: 'x', scopes: ['leads:raed'] });
  // @ts-expect-error no such permission
  await kontor.roles.create({ name: 'Reader', permissions: ['leads:raed'] });
  // @ts-expect-error no such setting
  await kontor.settings.get('default_curency');
  // @ts-expect-error the value is a number
  await kontor.settings.set('event_retention_days', { value: 'many' });
  // @ts-expect-error no such related record
  await kontor.leads.list({ include: 'company' });
}

interface Fields {
  leads: { tier: 'gold' | 'silver'; seats?: number };
  deals: { region?: string };
}

/** Custom fields are unknown values, or have the types of the type parameter. */
export async function customFields(event: KontorEvent<Fields>): Promise<void> {
  const untyped = (await kontor.leads.get('a')).customFields['tier'];
  // @ts-expect-error an unknown value
  untyped.trim();
  const typed = new Kontor<Fields>({ baseUrl: 'https://crm.example.com', apiKey: 'key' });
  const { customFields: values } = await typed.leads.create({ name: 'Ada', customFields: { tier: 'gold', seats: 3 } });
  const tier: 'gold' | 'silver' | undefined = values.tier;
  await typed.leads.update('a', { customFields: { tier: null } });
  for await (const deal of typed.deals.list()) console.log(tier, deal.customFields.region?.trim());
  const found = await typed.leads.search({ limit: 1 });
  console.log(found.data[0]?.customFields.seats?.toFixed());
  (await typed.contacts.get('a')).customFields['free'];
  if (event.type === 'lead.created') console.log(event.data.object.customFields.tier);
  // @ts-expect-error no such value
  await typed.leads.create({ name: 'Ada', customFields: { tier: 'brass' } });
  // @ts-expect-error a required value
  await typed.leads.create({ name: 'Ada', customFields: { seats: 3 } });
  // @ts-expect-error no such field
  console.log(values.size);
}

/** Only the given resources exist on a small client. */
export async function small(): Promise<LeadView> {
  const some = createKontor({ baseUrl: 'https://crm.example.com', apiKey: 'key' }, [leads, events]);
  for await (const event of some.events.feed()) console.log(event.id);
  // @ts-expect-error the deals are not part of this client
  await some.deals.list();
  return some.leads.get('a');
}
