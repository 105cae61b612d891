import { ADMIN, signIn, startApp, type TestApp } from '../../test/harness/app.js';
import { DemoError, loadDemo, type DemoCounts } from './load.js';

const SCALE = 0.05;
let app: TestApp;
let counts: DemoCounts;
const load = (reset: boolean): Promise<DemoCounts> =>
  loadDemo({ url: app.databaseUrl, scale: SCALE, reset, passwordHash: 'none', onProgress: () => undefined });
const sum = async (statement: string): Promise<unknown> =>
  (await app.db.query<{ sum: unknown }>(`select (${statement}) as sum`)).rows[0]?.sum;
const created = (): Promise<unknown> =>
  sum(`select md5(string_agg(line, '|' order by line)) from (
  select id || name || coalesce(email, '') || status || coalesce(owner_id::text, '') as line from leads union all
    select id || name || domain from companies union all select id || name || email || company_id from contacts
  union all select id || title || stage_id || coalesce(value::text, '') from deals union all
    select id || subject || status || coalesce(lead_id, deal_id, contact_id, company_id)::text from activities
  union all select id || coalesce(from_stage_id::text, '') || to_stage_id from deal_stage_changes) x`);

beforeAll(async () => {
  app = await startApp();
  counts = await load(false);
}, 60_000);
afterAll(() => app.close());

it('creates a company of the requested size', async () => {
  expect(counts).toEqual({ people: 28, companies: 100, contacts: 300, deals: 150, leads: 250, activities: 1000 });
  const found = (await app.admin.get('/leads?limit=1&count=exact').expect(200)).body as { total: { count: number } };
  expect(found.total.count).toBe(250);
  expect(
    (await app.admin.get('/users?limit=1&count=exact&teamId=d3300000-0000-8000-8000-000000000001').expect(200)).body,
  ).toMatchObject({ total: { count: 7 } });
  const stats = (await app.admin.get('/leads/stats').expect(200)).body as { total: number };
  expect(stats.total).toBe(250);
});

it('lets the managing director see all records, a head of sales those of the team, and a seller their own', async () => {
  const { rows } = await app.db.query<{ id: string; email: string; title: string; team_id: string | null }>(
    `select id, email, title, team_id from users where email like '%@kontor-demo.example' order by id`,
  );
  await app.db.query(
    `update users set password_hash = (select password_hash from users where email = $1) where password_hash = 'none'`,
    [ADMIN.email],
  );
  const seenBy = async (title: string) => {
    const { id = '', email = '', team_id: teamId = null } = rows.find((one) => one.title === title) ?? {};
    const person = await signIn(app.url, { ...ADMIN, email });
    const { total } = (await person.get('/companies?limit=1&count=exact').expect(200)).body as {
      total: { count: number };
    };
    return { id, teamId, count: total.count };
  };
  const head = await seenBy('Managing Director');
  const [lead, seller] = [await seenBy('Head of Sales North'), await seenBy('Account Executive')];
  expect(head.count).toBe(100);
  expect(lead.count).toBe(
    await sum(`select count(*)::int from companies where team_id = '${lead.teamId}' or owner_id = '${lead.id}'`),
  );
  expect(seller.count).toBe(await sum(`select count(*)::int from companies where owner_id = '${seller.id}'`));
  expect(seller.count).toBeGreaterThan(0);
  expect(lead.count).toBeGreaterThan(seller.count);
});

it('is found by the search', async () => {
  const { name } = (await app.db.query<{ name: string }>('select name from companies order by id limit 1')).rows[0] ?? {
    name: '',
  };
  const { best } = (await app.admin.get(`/search?q=${encodeURIComponent(name)}`).expect(200)).body as {
    best: object[];
  };
  expect(best[0]).toMatchObject({ kind: 'companies', title: name, matchedBy: 'exact-name' });
});

it('contains consistent conversions, stage visits and deal states', async () => {
  expect(await sum(`select count(*)::int from leads where converted_at is not null`)).toBeGreaterThan(20);
  expect(
    await sum(`select count(*)::int from leads l join deals d on d.id = l.converted_deal_id join contacts c
      on c.id = l.converted_contact_id
    where (d.company_id, d.contact_id, d.lead_id, l.email, l.converted_at) is distinct
      from (l.converted_company_id, c.id, l.id, c.email, d.created_at)`),
  ).toBe(0);
  expect(await sum(`select count(*)::int from deal_stage_changes`)).toBeGreaterThan(300);
  expect(
    await sum(
      `select count(*)::int from deals d where d.created_at <> (select min(s.valid_from) from deal_states s
        where s.deal_id = d.id)`,
    ),
  ).toBe(0);
  expect(
    await sum(`select count(distinct date_trunc('month', changed_at))::int from deal_stage_changes`),
  ).toBeGreaterThan(9);
  expect(
    await sum(
      `select sum(value) = (select sum(t.value) from deal_day_totals t where t.day = 'infinity'
        and t.status <> 'abandoned') from deals where status <> 'abandoned'`,
    ),
  ).toBe(true);
  expect(await sum(`select count(distinct status)::int from deals`)).toBeGreaterThanOrEqual(3);
});

it('rejects a database with records and changes nothing', async () => {
  const before = await created();
  await expect(load(false)).rejects.toThrow(DemoError);
  await expect(load(false)).rejects.toThrow(
    /left everything as it is.*`npm run demo -- --reset`: it removes and makes anew only records of the demo/,
  );
  expect(await created()).toBe(before);
});

it('is replaced by the same data and deletes only demo data', async () => {
  const before = await created();
  const own = (await app.admin.post('/leads').send({ name: 'Not of the demo', email: 'real@example.com' }).expect(201))
    .body as { id: string };
  await app.db.query(
    `update leads set name = 'Changed' where id = (select min(id::text)::uuid from leads where id <> $1)`,
    [own.id],
  );
  await load(true);
  await app.admin.get(`/leads/${own.id}`).expect(200);
  await app.db.query('delete from leads where id = $1', [own.id]);
  expect(await created()).toBe(before);
}, 60_000);
