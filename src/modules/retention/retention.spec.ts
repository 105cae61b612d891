import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../../../test/harness/app.js';
import { until } from '../../../test/harness/receiver.js';
import { ScheduledJobs } from '../../platform/schedule/index.js';
import type { RetentionPolicyView, RetentionRunView } from './policies/policies.dto.js';

let t: TestApp;
beforeAll(async () => void (t = await startApp()));
afterAll(() => t.close());

const rows = async <T = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await t.db.query(sql, values)).rows as T[];
const createLead = async (fields: object = {}): Promise<string> =>
  (
    await t.admin
      .post('/leads')
      .send({ name: 'Ada Lovelace', email: `${randomUUID()}@example.com`, ...fields })
      .expect(201)
  ).body.id as string;
const createActivity = async (leadId: string, type: string): Promise<string> =>
  (await t.admin.post('/activities').send({ type, subject: 'About it', leadId }).expect(201)).body.id as string;
const isThere = async (table: string, id: string): Promise<boolean> =>
  (await rows(`select 1 from ${table} where id = $1`, [id])).length === 1;
const hold = async (requested: object): Promise<string> =>
  (
    await t.admin
      .post('/legal-holds')
      .send({ reason: 'Litigation 4711', ...requested })
      .expect(201)
  ).body.id as string;
const release = (id: string) => t.admin.post(`/legal-holds/${id}/release`).expect(200);
const runsOf = async (kind: string): Promise<RetentionRunView[]> =>
  (await t.admin.get(`/retention-runs?kind=${kind}&mode=real`).expect(200)).body.data;
/** Calls the scheduled method with a chosen due time. */
const apply = (slotAt: Date, signal = new AbortController().signal) =>
  t.app.get(ScheduledJobs, { strict: false }).find('retention.apply')?.run({ slotAt, signal }) as Promise<{
    removed: Record<string, number>;
  }>;
const inYears = (years: number, months = 0): Date =>
  new Date(Date.UTC(new Date().getUTCFullYear() + years, new Date().getUTCMonth() + months, 1, 2, 41));

describe('retention policies', () => {
  it('have defaults of whole years', async () => {
    const { body } = await t.admin.get('/retention-policies').expect(200);
    const days = Object.fromEntries((body.data as RetentionPolicyView[]).map((policy) => [policy.kind, policy.days]));
    expect(days).toMatchObject({
      leads: 1_827,
      companies: 1_827,
      contacts: 1_827,
      tasks: 1_096,
      interactions: 2_557,
      'lead-form-submissions': 366,
    });
    expect((await t.admin.get('/retention-policies/leads').expect(200)).body).toMatchObject({
      kind: 'leads',
      enabled: true,
      version: 1,
    });
    expect((await t.admin.get('/retention-policies/nothing').expect(404)).body.code).toBe('retention-policy-not-found');
  });

  it('are changed within bounds, and with the current version', async () => {
    const { body } = await t.admin
      .patch('/retention-policies/tasks')
      .set('If-Match', '"1"')
      .send({ days: 400 })
      .expect(200);
    expect(body).toMatchObject({ days: 400, defaultDays: 1_096, version: 2 });
    expect(
      (await t.admin.patch('/retention-policies/tasks').set('If-Match', '"1"').send({ days: 500 }).expect(412)).body
        .code,
    ).toBe('stale-version');
    expect((await t.admin.patch('/retention-policies/tasks').send({ days: 29 }).expect(422)).body.errors).toMatchObject(
      [{ pointer: '#/days', code: 'too-few-days' }],
    );
    await t.admin.patch('/retention-policies/tasks').send({ days: 0 }).expect(422);
    await t.admin.patch('/retention-policies/tasks').send({ days: 1_096 }).expect(200);
  });

  it('are for admins', async () => {
    const manager = await t.as('manager');
    for (const path of ['/retention-policies', '/retention-runs', '/legal-holds', '/erasure-requests'])
      await manager.get(path).expect(403);
  });
});

describe('the retention period of a lead', () => {
  const closedAt = async (id: string) =>
    (await rows<{ closed_at: Date | null }>('select closed_at from leads where id = $1', [id]))[0]?.closed_at ?? null;

  it('starts with winning or loss, and ends when the lead is reopened', async () => {
    const id = await createLead();
    expect(await closedAt(id)).toBeNull();
    await t.admin.post(`/leads/${id}/status`).send({ status: 'lost' }).expect(200);
    const closed = await closedAt(id);
    expect(closed).not.toBeNull();
    await t.admin.patch(`/leads/${id}`).send({ notes: 'Later' }).expect(200);
    expect(await closedAt(id)).toEqual(closed);
    await t.admin.post(`/leads/${id}/status`).send({ status: 'contacted' }).expect(200);
    expect(await closedAt(id)).toBeNull();
  });
});

describe('a dry run', () => {
  it('is previewed by a dry run, which removes nothing and is logged', async () => {
    const [one, held] = [await createLead(), await createLead()];
    await t.db.query(`update leads set status = 'won', closed_at = now() - interval '400 days' where id = any($1)`, [
      [one, held],
    ]);
    const id = await hold({ resourceType: 'leads', recordId: held });
    const { body } = await t.admin.post('/retention-policies/leads/dry-run').send({ days: 399 }).expect(200);
    expect(body).toMatchObject({
      kind: 'leads',
      mode: 'dry-run',
      status: 'succeeded',
      days: 399,
      due: 1,
      held: 1,
      removed: 0,
      requestedById: expect.any(String),
    });
    expect(Date.now() - Date.parse(body.oldestAt as string)).toBeGreaterThan(399 * 86_400_000);
    expect((await t.admin.post('/retention-policies/leads/dry-run').send({}).expect(200)).body).toMatchObject({
      days: 1_827,
      due: 0,
      held: 0,
      oldestAt: null,
    });
    expect((await t.admin.get(`/retention-runs/${body.id}`).expect(200)).body).toEqual(body);
    expect([await isThere('leads', one), await isThere('leads', held)]).toEqual([true, true]);
    await release(id);
    await t.db.query(`update leads set closed_at = now() where id = any($1)`, [[one, held]]);
  });
});

describe('years later', () => {
  const night = inYears(10);
  const before = (days: number, minutes: number): Date =>
    new Date(night.getTime() - days * 86_400_000 + minutes * 60_000);

  it('exactly the expired records are removed, held records stay, and a second run removes nothing', async () => {
    const leads = Object.fromEntries(
      await Promise.all(
        ['over', 'young', 'open', 'held', 'person', 'deleted'].map(
          async (name) => [name, await createLead({ email: `${name}@retention.example` })] as const,
        ),
      ),
    );
    const id = (name: string): string => leads[name] ?? '';
    // Sets the dates of records of other specs to that year, so that these records are not due.
    await t.db.query(`update leads set closed_at = $1 where closed_at is not null`, [before(10, 0)]);
    await t.db.query(`update activities set completed_at = $1, created_at = $1 where completed_at is not null`, [
      before(10, 0),
    ]);
    await t.db.query(`update leads set status = 'lost', closed_at = $2 where id = any($1)`, [
      [id('over'), id('held'), id('person')],
      before(1_827, -1),
    ]);
    await t.db.query(`update leads set status = 'won', closed_at = $2 where id = $1`, [id('young'), before(1_827, 1)]);
    await t.db.query(`update leads set deleted_at = $2 where id = $1`, [id('deleted'), before(1_827, -1)]);
    const [onOver, oldTask, youngTask, oldCall, youngCall, openTask] = await Promise.all([
      createActivity(id('over'), 'note'),
      createActivity(id('open'), 'task'),
      createActivity(id('open'), 'task'),
      createActivity(id('open'), 'call'),
      createActivity(id('open'), 'call'),
      createActivity(id('open'), 'task'),
    ]);
    const onHeld = await createActivity(id('held'), 'task');
    const completed = (activity: string, at: Date) =>
      t.db.query(`update activities set status = 'completed', completed_at = $2 where id = $1`, [activity, at]);
    await Promise.all([
      completed(onOver, before(10, 0)),
      completed(oldTask, before(1_096, -1)),
      completed(youngTask, before(1_096, 1)),
      completed(oldCall, before(2_557, -1)),
      completed(youngCall, before(2_557, 1)),
      completed(onHeld, before(3_000, 0)),
    ]);
    const { body: form } = await t.admin.post('/lead-forms').send({ name: 'Contact' }).expect(201);
    const submission = async (at: Date) =>
      (
        await rows<{ id: string }>(
          `insert into lead_form_submissions (form_id, fingerprint, outcome, payload, received_at)
            values ($1, repeat('0', 64), 'held', '{}', $2) returning id`,
          [form.id, at],
        )
      )[0]?.id ?? '';
    const [oldForm, youngForm] = [await submission(before(366, -1)), await submission(before(366, 1))];
    const holds = [
      await hold({ resourceType: 'leads', recordId: id('held') }),
      await hold({ email: 'person@retention.example' }),
    ];

    expect((await apply(night)).removed).toMatchObject({
      leads: 2,
      tasks: 1,
      interactions: 1,
      'lead-form-submissions': 1,
    });
    expect(
      Object.fromEntries(
        await Promise.all(Object.entries(leads).map(async ([name, lead]) => [name, await isThere('leads', lead)])),
      ),
    ).toEqual({ over: false, young: true, open: true, held: true, person: true, deleted: false });
    expect(
      await Promise.all(
        [onOver, oldTask, youngTask, oldCall, youngCall, openTask, onHeld].map((one) => isThere('activities', one)),
      ),
    ).toEqual([false, false, true, false, true, true, true]);
    expect([
      await isThere('lead_form_submissions', oldForm),
      await isThere('lead_form_submissions', youngForm),
    ]).toEqual([false, true]);
    expect(
      await rows(
        `select 1 from activities a where a.lead_id is not null and not exists (select from leads l
          where l.id = a.lead_id)`,
      ),
    ).toEqual([]);
    expect(
      (await rows<{ id: string }>(`select resource_id as id from events where type = 'lead.purged'`))
        .map((event) => event.id)
        .toSorted(),
    ).toEqual([id('over'), id('deleted')].toSorted());
    expect((await runsOf('leads'))[0]).toMatchObject({
      status: 'succeeded',
      days: 1_827,
      due: 2,
      held: 2,
      removed: 2,
      cutoff: before(1_827, 0).toISOString(),
      requestedById: null,
      error: null,
    });

    const next = new Date(night.getTime() + 1_000);
    expect((await apply(next)).removed).toMatchObject({
      leads: 0,
      tasks: 0,
      interactions: 0,
      'lead-form-submissions': 0,
    });
    await Promise.all(holds.map(release));
    expect((await apply(new Date(night.getTime() + 2_000))).removed).toMatchObject({ leads: 2 });
    expect([
      await isThere('leads', id('held')),
      await isThere('leads', id('person')),
      await isThere('activities', onHeld),
    ]).toEqual([false, false, false]);
  });

  it('an interrupted run continues in the same row with the right sum', async () => {
    const night2 = inYears(20);
    await t.db.query(
      `insert into leads (name, email, status, closed_at)
        select 'Many', 'many-' || n || '@example.com', 'lost', $1::timestamptz - interval '2000 days'
        from generate_series(1, 450) n`,
      [night2],
    );
    const due =
      (
        await rows<{ n: number }>(
          `select count(*)::int as n from leads
            where least(closed_at, converted_at, deleted_at) < $1::timestamptz - interval '1827 days'`,
          [night2],
        )
      )[0]?.n ?? 0;
    const killed = new AbortController();
    await t.db.query(`
      create function slow() returns trigger language plpgsql as $$ begin perform pg_sleep(0.002); return old;
        end $$; create trigger slow before delete on leads for each row execute function slow()`);
    const first = apply(night2, killed.signal);
    await until(async () => ((await runsOf('leads')).find(({ status }) => status === 'running')?.removed ?? 0) > 0);
    killed.abort(new Error('the process ends'));
    await expect(first).rejects.toThrow('the process ends');
    await t.db.query('drop trigger slow on leads; drop function slow()');
    const [cut] = await runsOf('leads');
    expect(cut).toMatchObject({ status: 'running', finishedAt: null });
    expect(cut?.removed).toBeLessThan(due);
    await apply(night2);
    const same = (await runsOf('leads')).filter(({ cutoff }) => cutoff === cut?.cutoff);
    expect(same).toMatchObject([{ id: cut?.id, status: 'succeeded', removed: due }]);
  });

  it('a batch that takes too long is split', async () => {
    const night = inYears(25);
    await t.db.query(
      `insert into companies (name, deleted_at) select 'Large ' || n, $1::timestamptz - interval '2000 days'
        from generate_series(1, 10) n`,
      [night],
    );
    await t.db.query(`
      create function refuse_many() returns trigger language plpgsql as $$ begin
        if (select count(*) from gone) > 4 or current_setting('statement_timeout')::interval < '1 minute'
          then raise exception 'canceling statement due to statement timeout' using errcode = '57014'; end if;
        return null;
      end $$;
      create trigger refuse_many after delete on companies referencing old table as gone for each statement
        execute function refuse_many()`);
    expect((await apply(night)).removed).toMatchObject({ companies: 10 });
    expect((await runsOf('companies'))[0]).toMatchObject({ status: 'succeeded', due: 10, removed: 10, error: null });
    await t.db.query('drop trigger refuse_many on companies; drop function refuse_many()');
  });

  it('a disabled policy removes nothing', async () => {
    const night3 = inYears(30);
    const id = await createLead();
    await t.db.query(`update leads set status = 'lost', closed_at = $2 where id = $1`, [id, inYears(20, 1)]);
    await t.admin.patch('/retention-policies/leads').send({ enabled: false }).expect(200);
    expect((await apply(night3)).removed).not.toHaveProperty('leads');
    expect(await isThere('leads', id)).toBe(true);
    await t.admin.patch('/retention-policies/leads').send({ enabled: true }).expect(200);
  });

  it('logs are removed by whole months', async () => {
    const kinds = ((await t.admin.get('/retention-policies').expect(200)).body.data as RetentionPolicyView[]).map(
      ({ kind }) => kind,
    );
    expect([kinds.includes('audit-logs'), kinds.includes('security-logs')]).toEqual([true, true]);
    await t.db.query(
      `select create_log_partition('security_logs', '2020-01-01'), create_log_partition('security_logs', '2020-02-01')`,
    );
    await t.db.query(
      `insert into security_logs (event_type, description, created_at)
        values ('logout', 'Old', '2020-01-15'), ('logout', 'Young', '2020-02-15')`,
    );
    expect((await apply(new Date('2022-02-15T02:41:00Z'))).removed).toMatchObject({ 'security-logs': 1 });
    expect(
      (
        await rows<{ description: string }>(`select description from security_logs where created_at < '2021-01-01'`)
      ).map(({ description }) => description),
    ).toEqual(['Young']);
  });
});

describe('a legal hold', () => {
  it('protects a record with its linked data from deletion', async () => {
    const lead = await createLead({ email: 'on-hold@example.com' });
    const note = await createActivity(lead, 'note');
    for (const requested of [
      { resourceType: 'leads', recordId: lead },
      { email: 'ON-HOLD@example.com' },
      { resourceType: 'activities', recordId: note },
    ]) {
      const id = await hold(requested);
      expect((await t.admin.post(`/leads/${lead}/purge`).expect(409)).body.code).toBe('legal-hold');
      expect([await isThere('leads', lead), await isThere('activities', note)]).toEqual([true, true]);
      expect(
        (await t.admin.post('/erasure-requests').send({ email: 'on-hold@example.com' }).expect(409)).body.code,
      ).toBe('legal-hold');
      await release(id);
      expect((await t.admin.post(`/legal-holds/${id}/release`).expect(409)).body.code).toBe('legal-hold-released');
    }
    await t.admin.post(`/leads/${lead}/purge`).expect(204);
  });

  it('needs an existing record or a person', async () => {
    const wrong = async (requested: object) =>
      (
        await t.admin
          .post('/legal-holds')
          .send({ reason: 'x', ...requested })
          .expect(422)
      ).body.errors[0].code;
    expect(await wrong({})).toBe('record-or-person');
    expect(await wrong({ resourceType: 'leads' })).toBe('record-or-person');
    expect(await wrong({ resourceType: 'leads', recordId: randomUUID(), email: 'a@example.com' })).toBe(
      'record-or-person',
    );
    expect(await wrong({ resourceType: 'leads', recordId: randomUUID() })).toBe('unknown-record');
  });

  it('is listed while active, and as released later', async () => {
    const id = await hold({ email: 'listed@example.com' });
    const listed = async (query: string) =>
      ((await t.admin.get(`/legal-holds?${query}`).expect(200)).body.data as { id: string }[]).map((one) => one.id);
    expect(await listed('email=listed@example.com')).toEqual([id]);
    expect((await release(id)).body).toMatchObject({
      email: 'listed@example.com',
      reason: 'Litigation 4711',
      releasedAt: expect.any(String),
      releasedById: expect.any(String),
    });
    expect([await listed('email=listed@example.com'), await listed('email=listed@example.com&released=true')]).toEqual([
      [],
      [id],
    ]);
  });

  it('that is confirmed always comes before a purge', async () => {
    const leads = await Promise.all(Array.from({ length: 12 }, () => createLead()));
    const ends = await Promise.all(
      leads.map(async (recordId) => {
        const [held, purged] = await Promise.all([
          t.admin.post('/legal-holds').send({ resourceType: 'leads', recordId, reason: 'Race' }),
          t.admin.post(`/leads/${recordId}/purge`),
        ]);
        return [held.status, purged.status, await isThere('leads', recordId)];
      }),
    );
    for (const end of ends)
      expect([
        [201, 409, true],
        [422, 204, false],
      ]).toContainEqual(end);
  });

  it('waits for running removals', async () => {
    const lead = await createLead();
    const placing = await t.db.connect();
    await placing.query('begin; select pg_advisory_xact_lock(4702111508)');
    const purge = t.admin.post(`/leads/${lead}/purge`).then(({ status, body }) => [status, body.code]);
    await until(
      async () => (await rows(`select 1 from pg_locks where locktype = 'advisory' and not granted`)).length > 0,
    );
    await placing.query(
      `insert into legal_holds (id, resource_type, record_id, reason)
        values (gen_random_uuid(), 'leads', '${lead}', 'First'); commit`,
    );
    placing.release();
    expect(await purge).toEqual([409, 'legal-hold']);
  });
});
