import { withClient } from './data.js';

export interface WriteCase {
  readonly name: string;
  /** Required share of the requests of the plain tables at 16 connections. */
  readonly share: number;
  readonly requests: (key: string) => string[];
  /** Restores the records before each round, for a change that is possible once. */
  readonly reset?: () => Promise<unknown>;
}

const SOURCE = 'bench';
/** The SDK sends a key with each POST. The load client replaces the number. */
const KEY = 'Idempotency-Key: bench-####:####\r\n';

function request(method: string, path: string, body: object, key: string): string {
  const text = JSON.stringify(body);
  return (
    `${method} /api/v1${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-API-Key: ${key}\r\nAccept: application/json\r\n` +
    `${method === 'POST' ? KEY : ''}Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\n` +
    `\r\n${text}`
  );
}

const LEAD = {
  name: 'Bench ####:####',
  email: 'bench@mail.example',
  company: 'Bench GmbH',
  message: 'We are looking for a partner for our new online shop.',
  source: SOURCE,
};

interface Samples {
  readonly leads: string[];
  readonly deals: string[];
  readonly activities: string[];
  readonly stages: string[];
}

const SAMPLES: Readonly<Record<keyof Samples, string>> = {
  leads: `select id from leads where deleted_at is null and converted_at is null order by md5(id::text) limit 5000`,
  deals: `select d.id from deals d join pipelines p on p.id = d.pipeline_id where p.is_default and d.status = 'open'
    and d.deleted_at is null order by md5(d.id::text) limit 5000`,
  activities: `select a.id from activities a join leads l on l.id = a.lead_id where a.type = 'task'
    and a.deleted_at is null and l.deleted_at is null order by md5(a.id::text) limit 8000`,
  stages: `select s.id from pipeline_stages s join pipelines p on p.id = s.pipeline_id
    where p.is_default and s.kind = 'open' and s.is_active order by s.rank limit 3`,
};

/** Changes rows without triggers, in the tables of Kontor and in the plain tables. */
const restore = (url: string, statement: (schema: string) => string, values: unknown[]): Promise<void> =>
  withClient(url, async (client) => {
    await client.query('set session_replication_role = replica');
    for (const schema of ['public', 'plain']) await client.query(statement(schema), values);
  });

const reopen = (schema: string): string => `update ${schema}.activities set status = 'pending', completed_at = null
  where id = any($1::uuid[]) and status = 'completed'`;
const backToFirst = (schema: string): string => `update ${schema}.deals set stage_id = $2::uuid
  where id = any($1::uuid[]) and stage_id <> $2::uuid`;

/** Removes what the cases created. Rows of the audit log stay: they cannot be removed. */
export const clearUp = (url: string): Promise<void> =>
  withClient(url, async (client) => {
    await client.query('set session_replication_role = replica');
    const created = (schema: string): string => `select id from ${schema}.leads where source = '${SOURCE}'`;
    for (const schema of ['public', 'plain']) {
      await client.query(`delete from ${schema}.activities where lead_id in (${created(schema)})`);
      await client.query(`delete from ${schema}.leads where source = '${SOURCE}'`);
    }
    await client.query('truncate events, idempotency_keys, plain.events, plain.audit_logs');
  });

export async function createWriteCases(url: string): Promise<WriteCase[]> {
  const read = (text: string): Promise<string[]> =>
    withClient(url, async (client) => (await client.query<{ id: string }>(text)).rows.map(({ id }) => id));
  const [leads = [], deals = [], activities = [], stages = []] = await Promise.all(
    (['leads', 'deals', 'activities', 'stages'] as const).map((name) => read(SAMPLES[name])),
  );
  const [first = '', ...others] = stages;
  await restore(url, backToFirst, [deals, first]);
  return [
    { name: 'create lead', share: 0.5, requests: (key) => [request('POST', '/leads', LEAD, key)] },
    {
      name: 'PATCH lead',
      share: 0.5,
      requests: (key) => leads.map((id) => request('PATCH', `/leads/${id}`, { notes: 'Call ####:####' }, key)),
    },
    {
      name: 'move deal',
      share: 0.4,
      requests: (key) =>
        [...others, first].flatMap((stageId) =>
          deals.map((id) => request('POST', `/deals/${id}/move`, { stageId }, key)),
        ),
    },
    {
      name: 'complete activity',
      share: 0.4,
      requests: (key) => activities.map((id) => request('POST', `/activities/${id}/complete`, {}, key)),
      reset: () => restore(url, reopen, [activities]),
    },
  ];
}
