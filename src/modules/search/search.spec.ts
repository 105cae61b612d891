import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { Caller } from '../../../test/harness/caller.js';
import type { SearchHitView, SearchView } from './search.dto.js';

let app: TestApp;
const idOf = async (statement: string, values: readonly unknown[]): Promise<string> =>
  (await app.db.query<{ id: string }>(`${statement} returning id`, [...values])).rows[0]?.id ?? '';
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = await startApp();
  ids['company'] = await idOf(
    `insert into companies (name, domain, email, phone, city, industry, external_ids)
      values ('Analytical Engines Ltd', 'engines.example', 'office@engines.example', '+44 20 7946 0000', 'London',
      'Builds looms besides', '{"hubspot":"C-4711"}')`,
    [],
  );
  ids['contact'] = await idOf(
    `insert into contacts (first_name, last_name, email, phone, mobile, title, company_id)
      values ('Ada', 'Lovelace', 'ada@engines.example', '+44 20 7946 0958', '0044 7700 900123', 'Head of Engines', $1)`,
    [ids['company']],
  );
  ids['lead'] = await idOf(
    `insert into leads (name, email, company, job_title, message)
      values ('Charles Babbage', 'charles@difference.example', 'Difference Machines', 'Inventor',
      'We want to print tables of logarithms')`,
    [],
  );
  ids['deal'] = await idOf(
    `insert into deals (title, description, value, currency, pipeline_id, stage_id)
      select 'Punch cards for Lovelace', 'A thousand of them', 1200, 'GBP', pipeline_id, id from pipeline_stages
      order by rank limit 1`,
    [],
  );
  ids['activity'] = await idOf(
    `insert into activities (type, subject, description, lead_id, due_at)
      values ('task', 'Send the prospectus', 'Mention the Jacquard loom', $1, now())`,
    [ids['lead']],
  );
});
afterAll(() => app.close());

async function find(q: string, more = '', caller: Caller = app.admin): Promise<SearchView> {
  return (await caller.get(`/search?q=${encodeURIComponent(q)}${more}`).expect(200)).body as SearchView;
}
const hitsOf = (view: SearchView): SearchHitView[] => view.groups.flatMap(({ hits }) => hits);
const found = async (q: string, more?: string, caller?: Caller): Promise<string[]> =>
  hitsOf(await find(q, more, caller))
    .map(
      ({ kind, matchedBy, id }) =>
        `${kind} ${matchedBy} ${Object.keys(ids).find((name) => ids[name] === id) ?? 'another'}`,
    )
    .toSorted();

describe('match strategies', () => {
  it.each([
    ['ada@engines.example', ['companies exact-domain company', 'contacts exact-email contact']],
    ['ADA@Engines.Example', ['companies exact-domain company', 'contacts exact-email contact']],
    ['020 7946 0958', ['contacts exact-phone contact']],
    ['+44 20 7946 0958', ['contacts exact-phone contact']],
    ['0044 (0)20 7946-0958', ['contacts exact-phone contact']],
    ['+44 7700 900123', ['contacts exact-phone contact']],
    ['https://www.engines.example/about', ['companies exact-domain company']],
    ['C-4711', ['companies external-id company']],
    ['ada lovelace', ['contacts exact-name contact']],
    ['babbage', ['leads words lead']],
    ['lovelace ada', ['contacts words contact']],
    ['logarithms', ['leads words lead']],
    ['babb', ['leads fragment lead']],
    ['logar', ['leads words lead']],
    ['tables logar', ['leads words lead']],
    ['loom', ['activities words activity', 'companies words company']],
    ['prospectus jacq', ['activities words activity']],
    ['ovelac', ['contacts fragment contact', 'deals fragment deal']],
    ['bbage', ['leads fragment lead']],
    ['charls babage', ['leads similar lead']],
    ['zzqqxx', []],
  ] as const)('%s', async (q, expected) => {
    expect(await found(q)).toEqual(expected);
  });

  it('return the fields to show a hit', async () => {
    const {
      best: [hit],
    } = await find('ada@engines.example');
    expect(hit).toEqual({
      id: ids['contact'],
      kind: 'contacts',
      title: 'Ada Lovelace',
      subtitle: 'Head of Engines',
      matchedBy: 'exact-email',
      rank: 1,
      email: 'ada@engines.example',
      phone: '+44 20 7946 0958',
      status: 'new',
      ownerId: null,
      updatedAt: expect.stringMatching(/Z$/),
    });
  });

  it('return the value of a deal and the text of an activity', async () => {
    expect((await find('punch cards')).best[0]).toMatchObject({
      kind: 'deals',
      subtitle: '1200.00 GBP',
      status: 'open',
    });
    expect((await find('prospectus')).best[0]).toMatchObject({
      kind: 'activities',
      subtitle: 'Mention the Jacquard loom',
      status: 'pending',
    });
  });

  it('return a group per record type in one order, and the best hits of all', async () => {
    const view = await find('lovelace');
    expect(view.groups.map(({ kind }) => kind)).toEqual(['leads', 'contacts', 'companies', 'deals', 'activities']);
    expect(view.best.map(({ kind }) => kind)).toEqual(['contacts', 'deals']);
    expect(
      (await find('lovelace', '&kinds=deals&kinds=leads')).groups.map(({ kind, hits }) => [kind, hits.length]),
    ).toEqual([
      ['leads', 0],
      ['deals', 1],
    ]);
  });

  it('find a deal by a word of its description', async () => {
    expect((await find('thousand')).best.map(({ kind, title }) => [kind, title])).toEqual([
      ['deals', 'Punch cards for Lovelace'],
    ]);
  });

  it('rank a name before other text, and a whole name before its beginning', async () => {
    await app.db.query(
      `insert into leads (name, email, message)
        values ('Someone', 'some1@example.com', 'I know Turing'), ('Turing Machines', 'some2@example.com', ''),
        ('Turing', 'some3@example.com', '')`,
    );
    const {
      groups: [leads],
    } = await find('turing', '&kinds=leads');
    expect(leads?.hits.map(({ title, matchedBy }) => [title, matchedBy])).toEqual([
      ['Turing', 'exact-name'],
      ['Turing Machines', 'words'],
      ['Someone', 'words'],
    ]);
    expect(leads?.hits.map(({ rank }) => rank)).toEqual(
      leads?.hits.map(({ rank }) => rank).toSorted((one, other) => other - one),
    );
  });

  it('report that more hits exist', async () => {
    await app.db.query(
      `insert into contacts (first_name, last_name) select 'Grace', 'Hopper ' || n from generate_series(1, 7) n`,
    );
    const {
      groups: [contacts],
      best,
    } = await find('hopper', '&kinds=contacts&limit=3');
    expect([contacts?.hits.length, contacts?.hasMore, best.length]).toEqual([3, true, 3]);
    expect((await find('hopper', '&kinds=contacts&limit=25')).groups[0]).toMatchObject({ hasMore: false });
  });

  it('find an exact name among more hits than are ranked', async () => {
    await app.db.query(
      `insert into contacts (first_name, last_name, department) select 'Crowd', 'Member ' || n, 'knows Kurt'
        from generate_series(1, 900) n; insert into contacts (first_name) values ('Kurt')`,
    );
    expect((await find('kurt')).best[0]).toMatchObject({ title: 'Kurt', matchedBy: 'exact-name' });
  });

  it('omit deleted records and their activities', async () => {
    const lead = await idOf(`insert into leads (name, email) values ('Vanished Person', 'vanished@example.com')`, []);
    await app.db.query(`insert into activities (type, subject, lead_id) values ('task', 'Vanished call', $1)`, [lead]);
    expect((await find('vanished')).best).toHaveLength(2);
    await app.db.query(`update leads set deleted_at = now() where id = $1`, [lead]);
    expect((await find('vanished')).best).toEqual([]);
    expect((await find('vanished@example.com')).best).toEqual([]);
  });
});

describe('search input', () => {
  it.each([
    'ab',
    'A!',
    '--',
    "''",
    '"',
    '"""',
    '& | !',
    '!!!',
    '( ) ( )',
    'a & !b',
    'foo <-> bar',
    'foo:*',
    ':*',
    '\\',
    "\\\\'",
    '%%%',
    '___',
    '%_\\',
    '*:* OR 1=1',
    "'; drop table leads; --",
    'or or or',
    '-babbage',
    '"unclosed',
    '$1 $2',
    '{}[]',
    '日本語',
    'Ärzte Größe',
    'İstanbul',
    '👩‍👩‍👧‍👦👩‍👩‍👧‍👦',
    '\u202Eabc',
    'e\u0301e\u0301',
    '\t\t a',
    'a\nb',
    '@@',
    '@example.com',
    'a@',
    '+()--/',
    '..',
    'http://',
    'www.',
    '1',
    '00000',
    '9'.repeat(100),
    'x'.repeat(100),
    'a '.repeat(50),
    "'a':* & 'b'",
  ])('%j is harmless', async (q) => {
    const answer = await app.admin.get(`/search?q=${encodeURIComponent(q)}`);
    expect(answer.status).toBe(q.trim().length < 2 || q.length > 100 ? 400 : 200);
  });

  it.each([
    '',
    '?q=a',
    '?q=%20%20%20',
    '?q=%00%00',
    `?q=${'x'.repeat(101)}`,
    '?q=abc&kinds=secrets',
    '?q=abc&limit=0',
    '?q=abc&limit=26',
    '?q=abc&owner=1',
  ])('%s is rejected', async (query) => {
    await app.admin.get(`/search${query}`).expect(400);
  });

  it('finds text with other letters', async () => {
    await app.db.query(`insert into companies (name) values ('Größenwahn Öl AG'), ('東京システム株式会社')`);
    expect((await find('größenw')).best.map(({ title }) => title)).toEqual(['Größenwahn Öl AG']);
    expect((await find('GRÖSSENWAHN')).best.map(({ title }) => title)).toEqual(['Größenwahn Öl AG']);
    expect((await find('東京シス')).best.map(({ title }) => title)).toEqual(['東京システム株式会社']);
  });
});

describe('search visibility', () => {
  const texts = async (caller: Caller, q: string): Promise<string[]> =>
    hitsOf(await find(q, '&limit=25', caller))
      .map(({ kind, title }) => `${kind} ${title}`)
      .toSorted();

  it('requires a credential', async () => {
    await app.anonymous.get('/search?q=abc').expect(401);
  });

  it('covers own records, records of the team, or all records', async () => {
    const team = await idOf(`insert into teams (name) values ('North')`, []);
    const own = await app.as('sales', { teamId: team });
    const manager = await app.as('manager', { teamId: team });
    const stranger = await app.as('sales');
    await app.db.query(
      `insert into leads (name, email, owner_id) select 'Zebra ' || n, 'zebra' || n || '@example.com', o
        from unnest($1::uuid[]) with ordinality x (o, n)`,
      [[own.userId, manager.userId, stranger.userId]],
    );
    await app.db.query(`insert into companies (name, domain, owner_id) values ('Zebra House', 'zebra.example', $1)`, [
      stranger.userId,
    ]);
    await app.db.query(
      `insert into contacts (first_name, email, owner_id) values ('Zebra', 'zebra@stripes.example', $1)`,
      [manager.userId],
    );
    await app.db.query(
      `insert into deals (title, currency, owner_id, pipeline_id, stage_id)
        select 'Zebra deal', 'EUR', $1, pipeline_id, id from pipeline_stages order by rank limit 1`,
      [own.userId],
    );
    await app.db.query(
      `insert into activities (type, subject, lead_id) select 'task', 'Zebra call ' || name, id from leads
        where name like 'Zebra %'`,
    );
    expect(await texts(own, 'zebra')).toEqual(['activities Zebra call Zebra 1', 'deals Zebra deal', 'leads Zebra 1']);
    expect(await texts(stranger, 'zebra')).toEqual([
      'activities Zebra call Zebra 3',
      'companies Zebra House',
      'leads Zebra 3',
    ]);
    expect((await texts(app.admin, 'zebra')).length).toBe(9);
    for (const q of ['zebra.example', 'ebra', 'zebra house', 'Zebra Hous'])
      expect((await texts(own, q)).filter((text) => text.startsWith('companies'))).toEqual([]);
    expect(await texts(own, 'zebra3@example.com')).toEqual([]);
    expect((await texts(own, 'zebra@stripes.example')).filter((text) => text.startsWith('contacts'))).toEqual([]);
    // The best match for the similar spelling is not visible and must not affect the result.
    expect(await texts(stranger, 'zebro house')).toEqual(['companies Zebra House']);
    expect(await texts(own, 'zebro house')).not.toContain('companies Zebra House');
  });

  it('is not limited by hits of other users', async () => {
    const own = await app.as('sales');
    await app.db.query(
      `insert into leads (name, email) select 'Crowded ' || n, 'crowded' || n || '@example.com'
        from generate_series(1, 400) n`,
    );
    await app.db.query(
      `insert into leads (name, email, owner_id) values ('Crowded mine', 'mine@crowded.example', $1)`,
      [own.userId],
    );
    expect(await texts(own, 'crowded')).toEqual(['leads Crowded mine']);
    expect(await texts(own, 'rowde')).toEqual(['leads Crowded mine']);
  });

  it('has groups only for readable record types', async () => {
    const key = await app.as('admin', { scopes: ['contacts:read', 'deals:read'] });
    expect((await find('lovelace', '', key)).groups.map(({ kind, hits }) => [kind, hits.length])).toEqual([
      ['contacts', 1],
      ['deals', 1],
    ]);
    expect((await find('lovelace', '&kinds=leads', key)).groups).toEqual([]);
    expect(await find('babbage', '', key)).toMatchObject({ best: [] });
  });
});

describe('the schema', () => {
  it('updates the words of leads and activities with every change, without events', async () => {
    const lead = (await app.admin.post('/leads').send({ name: 'Emmy Noether', email: 'emmy@example.com' }).expect(201))
      .body as { id: string };
    expect(await found('symmetries')).toEqual([]);
    await app.admin.patch(`/leads/${lead.id}`).send({ message: 'Symmetries and what is conserved' }).expect(200);
    expect(await found('symmetries')).toEqual(['leads words another']);
    const { rows } = await app.db.query<{ changes: object }>(`select changes from audit_logs where resource_id = $1`, [
      lead.id,
    ]);
    expect(JSON.stringify(rows)).not.toContain('search_words');
  });
});
