import type pg from 'pg';
import { get, post, type Call } from './cases.js';
import { withClient } from './data.js';
import { INDUSTRIES } from './sales-data.js';

export type AccessScope = 'all' | 'own';

export interface SalesCase {
  readonly name: string;
  readonly calls: readonly Call[];
  /** Required limit of p99 in milliseconds, at 16 connections. */
  readonly limit: number;
  /** Goal for p50 in milliseconds, at one connection on a quiet machine. */
  readonly aim?: number;
  readonly reaches: readonly AccessScope[];
  /** The values that differ between calls, for the bare server, which reuses the first statement. */
  readonly values?: readonly string[];
}

/** The first users own the most records. This user owns 0.5 % of all records. */
export const OWN = 'person10@kontor.example';
const BOTH = ['all', 'own'] as const;
const ALL = ['all'] as const;
const MANY = 200;
const owners = Array.from({ length: 20 }, (_, at) => `00000000-0000-7000-8000-${String(at * 7 + 1).padStart(12, '0')}`);

interface Samples {
  readonly contacts: readonly string[];
  readonly emails: readonly string[];
  readonly companies: readonly string[];
  readonly houses: readonly string[];
  readonly pipeline: string;
}

const column = async (client: pg.Client, text: string): Promise<string[]> =>
  (await client.query<{ value: string }>(text)).rows.map(({ value }) => value);

const samplesOf = (url: string): Promise<Samples> =>
  withClient(url, async (client) => ({
    contacts: await column(
      client,
      `select id as value from contacts where deleted_at is null order by md5(id::text) limit ${MANY}`,
    ),
    emails: await column(
      client,
      `select email as value from contacts where deleted_at is null and email is not null order by md5(id::text)
        limit ${MANY}`,
    ),
    companies: await column(
      client,
      `select id as value from companies where deleted_at is null order by md5(id::text) limit ${MANY}`,
    ),
    houses: await column(
      client,
      `select lower(split_part(company, ' ', 1)) as value from leads where deleted_at is null order by md5(id::text)
        limit ${MANY}`,
    ),
    pipeline: (await column(client, 'select id as value from pipelines where is_default'))[0] ?? '',
  }));

const equals = (field: string, value: string): object => ({ field, op: 'eq', value });
const openDeals = { some: { relation: 'deals', filter: equals('status', 'open') } };

function lists({ contacts }: Samples): SalesCase[] {
  const list = { limit: 50, aim: 2, reaches: BOTH };
  return [
    {
      name: 'contact by id',
      limit: 25,
      aim: 1,
      reaches: ALL,
      calls: contacts.map((id) => get(`/contacts/${id}`)),
      values: contacts,
    },
    ...(['contacts', 'companies', 'deals', 'activities'] as const).flatMap((resource) => [
      { ...list, name: `${resource}, newest`, calls: [get(`/${resource}?limit=25`)], values: [''] },
      {
        ...list,
        name: `${resource} of an owner`,
        reaches: ALL,
        calls: owners.map((id) => get(`/${resource}?limit=25&ownerId=${id}`)),
        values: owners,
      },
    ]),
    { ...list, name: 'deals by value', calls: [get('/deals?limit=25&sort=-value')], values: [''] },
    {
      ...list,
      name: 'contacts filtered, with total',
      aim: 15,
      calls: ['DE', 'AT', 'CH', 'FR'].map((country) =>
        get(`/contacts?limit=25&country=${country}&status=customer&count=exact`),
      ),
    },
    {
      ...list,
      name: 'deals filtered, with total',
      aim: 15,
      calls: ['low', 'medium', 'high'].map((priority) =>
        get(`/deals?limit=25&status=open&priority=${priority}&count=exact`),
      ),
    },
    {
      ...list,
      name: "contacts by their company's industry",
      calls: INDUSTRIES.map((name) =>
        post('/contacts/search', { filter: equals('company.industry', name), limit: 25 }),
      ),
    },
    {
      ...list,
      name: 'companies with some open deal',
      calls: [post('/companies/search', { filter: openDeals, limit: 25 })],
    },
    {
      ...list,
      name: 'companies of an industry with some open deal',
      calls: INDUSTRIES.map((name) =>
        post('/companies/search', { filter: { and: [equals('industry', name), openDeals] }, limit: 25 }),
      ),
    },
  ];
}

function overviews({ pipeline, companies }: Samples): SalesCase[] {
  const before = new Date(Date.now() - 90 * 86_400_000).toISOString();
  const lastWeek = new Date(Date.now() - 7 * 86_400_000).toISOString();
  const at = `/pipelines/${pipeline}`;
  return [
    { name: 'board', limit: 75, aim: 10, reaches: BOTH, calls: [get(`${at}/board`)] },
    {
      name: 'board of an owner',
      limit: 75,
      aim: 10,
      reaches: ALL,
      calls: owners.map((id) => get(`${at}/board?ownerId=${id}`)),
    },
    { name: 'board 90 days ago', limit: 75, aim: 10, reaches: BOTH, calls: [get(`${at}/board?asOf=${before}`)] },
    { name: 'forecast', limit: 150, aim: 80, reaches: BOTH, calls: [get(`${at}/forecast?months=12`)] },
    {
      name: 'forecast 90 days ago',
      limit: 150,
      aim: 80,
      reaches: BOTH,
      calls: [get(`${at}/forecast?months=12&asOf=${before}`)],
    },
    {
      name: 'what changed in a week',
      limit: 150,
      aim: 80,
      reaches: BOTH,
      calls: [get(`${at}/changes?since=${lastWeek}`)],
    },
    {
      name: 'deals that changed in a week',
      limit: 50,
      aim: 2,
      reaches: BOTH,
      calls: [get(`${at}/changed-deals?since=${lastWeek}`)],
    },
    { name: 'agenda', limit: 75, aim: 10, reaches: ['own'], calls: [get('/activities/agenda?days=7')] },
    {
      name: 'timeline of a company',
      limit: 50,
      aim: 2,
      reaches: ALL,
      calls: companies.map((id) => get(`/companies/${id}/timeline`)),
    },
  ];
}

/** Replaces the third letter from the end. */
const mistyped = (word: string): string => `${word.slice(0, -3)}${word.at(-3) === 'x' ? 'y' : 'x'}${word.slice(-2)}`;

function searches({ emails, houses }: Samples): SalesCase[] {
  const search = (name: string, aim: number, words: readonly string[]): SalesCase => ({
    name: `search, ${name}`,
    limit: 200,
    aim,
    reaches: BOTH,
    calls: words.map((word) => get(`/search?q=${encodeURIComponent(word)}`)),
  });
  return [
    search('exact e-mail', 15, emails),
    search('rare word', 15, houses),
    search('frequent word', 15, ['anna', 'peter', 'maria', 'thomas', 'offer']),
    search('two words', 15, ['anna ber', 'call back', 'send offer', 'website gmbh']),
    search('mistyped', 35, houses.map(mistyped)),
    search('no hit', 3, ['qqxxzz', 'zzqqxx', 'xqzwvq', '!!!', 'wqxj kvzq']),
  ];
}

function facets(): SalesCase[] {
  const facet = { limit: 50, reaches: BOTH };
  const counted = (resource: string, fields: readonly string[], filter?: object): Call =>
    post(`/${resource}/facets`, { facets: fields, ...(filter ? { filter } : {}) });
  return [
    { ...facet, name: 'facets of contacts', aim: 5, calls: [counted('contacts', ['status', 'source', 'country'])] },
    { ...facet, name: 'facets of deals', aim: 5, calls: [counted('deals', ['status', 'priority'])] },
    {
      ...facet,
      name: 'facets of contacts, filtered',
      aim: 25,
      calls: ['Paris', 'London', 'Madrid'].map((city) =>
        counted('contacts', ['status', 'source'], equals('city', city)),
      ),
    },
    {
      ...facet,
      name: "facets of an owner's deals",
      aim: 25,
      reaches: ALL,
      calls: owners.map((id) => counted('deals', ['status', 'priority'], equals('ownerId', id))),
    },
  ];
}

export async function createSalesCases(url: string): Promise<SalesCase[]> {
  const samples = await samplesOf(url);
  return [...lists(samples), ...overviews(samples), ...searches(samples), ...facets()];
}
