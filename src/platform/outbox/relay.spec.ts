import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../../../test/harness/app.js';
import { EventFanOut, Relay, type OutboxEvent } from './index.js';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(holds: () => boolean | Promise<boolean>, milliseconds = 8_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('It did not come true in time');
    await pause(10);
  }
}

describe('the relay', () => {
  let app: TestApp;
  const seen: OutboxEvent[] = [];
  const choke = new Set<string>();
  const breakRows = new Set<string>();

  beforeAll(async () => {
    app = await startApp();
    await app.db.query(
      `create table heard (event_id uuid primary key, type varchar(100) not null); grant select, insert
        on heard to kontor_app`,
    );
    app.app.get(EventFanOut).subscribe({
      load: async () => (event) => {
        if (choke.has(event.resourceId)) throw new Error('this one cannot be digested');
        seen.push(event);
        return {
          rows: [
            { table: 'heard', row: { event_id: event.id, type: breakRows.has(event.resourceId) ? null : event.type } },
          ],
          jobs: [],
        };
      },
    });
  });
  afterAll(() => app.close());

  const createLead = async (name = 'Relayed') =>
    (
      await app.admin
        .post('/leads')
        .send({ name, email: `${randomUUID()}@example.com` })
        .expect(201)
    ).body.id as string;
  const heard = async (leadId: string) =>
    (
      await app.db.query<{ n: number }>(
        `select count(*)::int as n from heard h join events e on e.id = h.event_id where e.resource_id = $1
          and e.type = 'lead.created'`,
        [leadId],
      )
    ).rows[0]?.n;
  const eventOf = async (leadId: string) =>
    (
      await app.db.query<{
        attempts: number;
        dead_lettered_at: Date | null;
        dispatched_at: Date | null;
        last_error: string | null;
      }>(
        `select attempts, dead_lettered_at, dispatched_at, last_error from events where resource_id = $1
          and type = 'lead.created'`,
        [leadId],
      )
    ).rows[0];

  it('dispatches an event once, soon after its commit', async () => {
    const asked = performance.now();
    const lead = await createLead();
    await until(async () => (await heard(lead)) === 1);
    expect(performance.now() - asked).toBeLessThan(1_500);
    expect((await eventOf(lead))?.dispatched_at).not.toBeNull();
  });

  it('passes the event unchanged, with actor and request', async () => {
    const answer = await app.admin
      .post('/leads')
      .set('X-Request-Id', 'relay-test-0001')
      .send({ name: 'Ada', email: 'ada@example.com' })
      .expect(201);
    await until(() => seen.some(({ resourceId }) => resourceId === answer.body.id));
    const event = seen.find(({ resourceId, type }) => resourceId === answer.body.id && type === 'lead.created');
    expect(event).toMatchObject({
      type: 'lead.created',
      resourceType: 'leads',
      requestId: 'relay-test-0001',
      actor: { kind: 'api-key' },
      payload: { object: { name: 'Ada' } },
    });
    expect(event?.occurredAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  it('numbers the events of a record in order', async () => {
    const lead = await createLead();
    for (const status of ['contacted', 'qualified', 'proposal'])
      await app.admin
        .post(`/leads/${lead}/status`)
        .send({ status })
        .ok(() => true);
    await app.admin.patch(`/leads/${lead}`).send({ notes: 'later' }).expect(200);
    await until(
      async () =>
        (await app.db.query(`select 1 from events where resource_id = $1 and dispatched_at is null`, [lead])).rows
          .length === 0,
    );
    const { rows } = await app.db.query<{ in_order: boolean }>(
      `select bool_and(ok) as in_order from (select feed_sequence > lag(feed_sequence, 1, 0) over (order by sequence)
        as ok from events where resource_id = $1) s`,
      [lead],
    );
    expect(rows[0]?.in_order).toBe(true);
  });

  it('dispatches each event once with many relays', async () => {
    const relay = app.app.get(Relay);
    const leads: string[] = [];
    await Promise.all([
      ...Array.from({ length: 30 }, async () => leads.push(await createLead('Raced'))),
      ...Array.from({ length: 30 }, (_, index) => pause(index * 5).then(() => relay.relay())),
    ]);
    await until(async () => (await Promise.all(leads.map((lead) => heard(lead)))).every((count) => count === 1));
    expect(
      leads.map((lead) => seen.filter(({ resourceId, type }) => resourceId === lead && type === 'lead.created').length),
    ).toEqual(leads.map(() => 1));
  });

  it('is not blocked by an event that a subscriber rejects', async () => {
    const bad = randomUUID();
    choke.add(bad);
    await app.db.query(
      `insert into events (id, type, resource_type, resource_id, payload)
        values ($1, 'lead.created', 'leads', $2, '{}')`,
      [randomUUID(), bad],
    );
    const good = await createLead();
    await until(async () => (await heard(good)) === 1);
    await until(async () => ((await eventOf(bad))?.attempts ?? 0) >= 1);
    expect(await eventOf(bad)).toMatchObject({
      dispatched_at: null,
      last_error: expect.stringContaining('cannot be digested') as string,
    });
    choke.delete(bad);
    await until(async () => (await heard(bad)) === 1);
  });

  it('finds the event whose rows the database rejects, and dispatches the others', async () => {
    const bad = randomUUID();
    breakRows.add(bad);
    await app.db.query(
      `insert into events (id, type, resource_type, resource_id, payload)
        values ($1, 'lead.created', 'leads', $2, '{}')`,
      [randomUUID(), bad],
    );
    const good = await createLead();
    await until(async () => (await heard(good)) === 1);
    await until(async () => ((await eventOf(bad))?.attempts ?? 0) >= 1);
    expect((await eventOf(bad))?.last_error).toMatch(/null value/);
    breakRows.delete(bad);
    await until(async () => (await heard(bad)) === 1);
  });

  it('dead-letters an event after ten attempts, with an event', async () => {
    const bad = randomUUID();
    const id = randomUUID();
    choke.add(bad);
    await app.db.query(
      `insert into events (id, type, resource_type, resource_id, payload, attempts)
        values ($1, 'lead.created', 'leads', $2, '{}', 9)`,
      [id, bad],
    );
    await until(async () => (await eventOf(bad))?.dead_lettered_at !== null);
    await until(() => seen.some(({ type, resourceId }) => type === 'event.dead_lettered' && resourceId === id));
    expect(
      seen.find(({ type, resourceId }) => type === 'event.dead_lettered' && resourceId === id)?.payload,
    ).toMatchObject({
      type: 'lead.created',
      error: expect.stringContaining('digested') as string,
    });
  });
});
