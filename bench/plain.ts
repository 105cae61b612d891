// The upper bound of writes: node:http and pg with named statements on plain tables (bench/plain-tables.ts). Each write
// is one transaction with the same rows as in Kontor: record, activity or stage change, event, audit row.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import pg from 'pg';
import { v7 } from 'uuid';

type Row = Record<string, unknown>;

const pool = new pg.Pool({
  connectionString: process.env['BENCH_URL'],
  max: 10,
  application_name: 'kontor-plain',
  options: '-c TimeZone=UTC -c search_path=plain',
});

const USER = v7();
const ACTOR = JSON.stringify({ kind: 'user', userId: USER, email: 'bench@kontor.example', name: 'bench' });

/** Inserts a row with a named statement. */
async function insert(client: pg.PoolClient, table: string, row: Row): Promise<void> {
  const names = Object.keys(row);
  const places = names.map((_, at) => `$${at + 1}`).join(', ');
  const text = `insert into ${table} (${names.join(', ')}) values (${places})`;
  await client.query({ name: `${table} ${names.length}`, text, values: Object.values(row) });
}

/** Writes the event and the audit row. */
async function log(client: pg.PoolClient, request: IncomingMessage, what: string, record: Row, changes: Row) {
  const [type, action] = what.split('.');
  const about = { resource_type: type, request_id: v7() };
  const payload = JSON.stringify({ object: record, previous: {}, changedFields: Object.keys(changes) });
  await insert(client, 'events', { id: v7(), type: what, ...about, resource_id: record['id'], payload, actor: ACTOR });
  await insert(client, 'audit_logs', {
    id: v7(),
    action,
    ...about,
    resource_id: record['id'],
    changes: JSON.stringify(changes),
    actor_kind: 'user',
    user_id: USER,
    user_email: 'bench@kontor.example',
    user_name: 'bench',
    api_key_id: USER,
    ip_address: '127.0.0.1',
    user_agent: 'bench',
    request_method: request.method,
    request_path: request.url,
  });
}

async function transaction(work: (client: pg.PoolClient) => Promise<Row>): Promise<Row> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    client.release();
  }
}

const create = (request: IncomingMessage, body: Row): Promise<Row> =>
  transaction(async (client) => {
    const at = new Date().toISOString();
    const lead: Row = { id: v7(), ...body, owner_id: USER, created_at: at, updated_at: at };
    await insert(client, 'leads', lead);
    await insert(client, 'activities', {
      id: v7(),
      type: 'status_change',
      subject: 'Lead created',
      status: 'completed',
      lead_id: lead['id'],
      owner_id: USER,
      new_status: 'new',
      created_at: at,
      updated_at: at,
      completed_at: at,
    });
    await log(client, request, 'leads.create', lead, lead);
    return lead;
  });

interface Change {
  readonly table: string;
  readonly values: (body: Row) => Row;
}

const CHANGES: Readonly<Record<string, Change>> = {
  leads: { table: 'leads', values: (body) => body },
  move: { table: 'deals', values: (body) => ({ stage_id: body['stageId'], stage_entered_at: new Date() }) },
  complete: { table: 'activities', values: () => ({ status: 'completed', completed_at: new Date() }) },
};

const change = (request: IncomingMessage, name: string, id: string, body: Row): Promise<Row> =>
  transaction(async (client) => {
    const { table, values } = CHANGES[name] as Change;
    const read = { name: `${name} read`, text: `select * from ${table} where id = $1 for update`, values: [id] };
    const before = (await client.query<Row>(read)).rows[0] as Row;
    const next = values(body);
    const set = Object.keys(next).map((column, at) => `${column} = $${at + 2}`);
    const text = `update ${table} set ${set.join(', ')}, updated_at = now(), version = version + 1 where id = $1 returning *`;
    const update = { name: `${name} update`, text, values: [id, ...Object.values(next)] };
    const after = (await client.query<Row>(update)).rows[0] as Row;
    if (name === 'move')
      await insert(client, 'deal_stage_changes', {
        id: v7(),
        deal_id: id,
        from_stage_id: before['stage_id'],
        to_stage_id: after['stage_id'],
        changed_by_id: USER,
        changed_at: new Date(),
      });
    const changes = Object.fromEntries(
      Object.keys(next).map((column) => [column, { from: before[column], to: after[column] }]),
    );
    await log(client, request, `${table}.update`, after, changes);
    return after;
  });

async function answer(request: IncomingMessage, body: Row): Promise<[number, unknown]> {
  const [, , , resource = '', id, action = resource] = (request.url ?? '').split('/');
  return id === undefined ? [201, await create(request, body)] : [200, await change(request, action, id, body)];
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  const text = JSON.stringify(body);
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
}

const server = createServer((request, response) => {
  let text = '';
  request
    .setEncoding('utf8')
    .on('data', (part: string) => (text += part))
    .on('end', () => {
      if (request.method === 'GET') return send(response, 200, {});
      answer(request, text ? (JSON.parse(text) as Row) : {}).then(
        ([status, body]) => send(response, status, body),
        (error: unknown) => send(response, 500, { error: String(error) }),
      );
    });
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
