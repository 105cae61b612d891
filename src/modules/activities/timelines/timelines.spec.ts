import { startApp, type TestApp } from '../../../../test/harness/app.js';
import type { Caller } from '../../../../test/harness/caller.js';
import type { TimelineEntryView } from './timelines.dto.js';

let app: TestApp;
let admin: Caller;
beforeAll(async () => {
  app = await startApp();
  admin = app.admin;
}, 60_000);
afterAll(() => app.close());

let serial = 0;
const created = async (path: string, body: object, who: Caller = admin): Promise<string> =>
  ((await who.post(path).send(body).expect(201)).body as { id: string }).id;
const aCompany = (who?: Caller, more: object = {}) =>
  created('/companies', { name: `Engines ${(serial += 1)}`, ...more }, who);
const aContact = (who: Caller, companyId: string, more: object = {}) =>
  created('/contacts', { firstName: 'Ada', lastName: `L${(serial += 1)}`, companyId, ...more }, who);
const aDeal = (who: Caller, companyId: string, more: object = {}) =>
  created('/deals', { title: `Engine ${(serial += 1)}`, companyId, ...more }, who);
const note = (subject: string, links: object, who?: Caller) =>
  created('/activities', { type: 'note', subject, ...links }, who);
const entries = async (path: string, who: Caller = admin): Promise<TimelineEntryView[]> =>
  (await who.get(path).expect(200)).body.data as TimelineEntryView[];
const titles = async (path: string, who?: Caller) => (await entries(path, who)).map(({ title }) => title);
const stageNamed = async (name: string) =>
  (await app.db.query<{ id: string }>('select id from pipeline_stages where name = $1', [name])).rows[0]?.id;

interface TimelineRead {
  readonly data: TimelineEntryView[];
  readonly pageInfo: { readonly nextCursor: string | null; readonly prevCursor: string | null };
}

describe('the timeline of a company', () => {
  it('includes entries of contacts and deals once, or only entries of the company', async () => {
    const company = await aCompany();
    const contact = await aContact(admin, company);
    const deal = await aDeal(admin, company);
    await note('On the company', { companyId: company });
    await note('On the contact', { contactId: contact });
    await note('On all', { companyId: company, contactId: contact, dealId: deal });
    await admin.patch(`/contacts/${contact}`).send({ title: 'Countess' }).expect(200);
    const all = await entries(`/companies/${company}/timeline?limit=100`);
    expect(all.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^Contact updated: .*title/),
      'On all',
      'On the contact',
      'On the company',
      'Deal started in New',
      'Contact created',
      'Company created',
    ]);
    expect(all[0]).toMatchObject({ kind: 'event', resource: 'contacts', resourceId: contact, activity: null });
    expect(all.find(({ kind }) => kind === 'stage_change')).toMatchObject({
      resource: 'deals',
      resourceId: deal,
      changedFields: ['stageId'],
      previous: { stageId: null },
      actor: { name: expect.any(String) },
    });
    expect(await titles(`/companies/${company}/timeline?related=false`)).toEqual([
      'On all',
      'On the company',
      'Company created',
    ]);
    expect(await titles(`/contacts/${contact}/timeline?kind=activity`)).toEqual(['On all', 'On the contact']);
  });

  it('omits related records that are deleted or not visible', async () => {
    const [mine, other] = [await app.as('sales'), await app.as('sales')];
    const company = await aCompany(mine);
    const seen = await aContact(mine, company);
    const foreign = await aContact(admin, company, { ownerId: other.userId });
    const foreignDeal = await aDeal(admin, company, { ownerId: other.userId });
    await note('Mine', { contactId: seen });
    await note('Foreign', { contactId: foreign });
    await note('Foreign deal', { dealId: foreignDeal });
    expect(await titles(`/companies/${company}/timeline?kind=activity`, mine)).toEqual(['Mine']);
    expect(
      (await entries(`/companies/${company}/timeline?limit=100`, mine)).map(({ resourceId }) => resourceId),
    ).not.toEqual(expect.arrayContaining([foreign]));
    expect(await titles(`/companies/${company}/timeline?kind=stage_change`, mine)).toEqual([]);
    await admin.delete(`/contacts/${foreign}`).expect(204);
    expect(await titles(`/companies/${company}/timeline?kind=activity`)).toEqual(['Foreign deal', 'Mine']);
    await other.get(`/companies/${company}/timeline`).expect(404);
  });

  it('pages forward and back without gaps', async () => {
    const company = await aCompany();
    const [contact, deal] = [await aContact(admin, company), await aDeal(admin, company)];
    for (let n = 0; n < 4; n += 1)
      for (const links of [{ companyId: company }, { contactId: contact }, { dealId: deal, companyId: company }])
        await note(`Note ${n}`, links);
    const path = `/companies/${company}/timeline`;
    const all = (await entries(`${path}?limit=100`)).map(({ id }) => id);
    expect(all).toHaveLength(15);
    const pages: string[] = [];
    let back: string | null = null;
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: TimelineRead } = await admin
        .get(`${path}?limit=4${cursor && `&cursor=${cursor}`}`)
        .expect(200);
      pages.push(...body.data.map(({ id }) => id));
      [cursor, back] = [body.pageInfo.nextCursor, body.pageInfo.prevCursor];
    }
    expect(pages).toEqual(all);
    expect((await entries(`${path}?limit=4&cursor=${back}`)).map(({ id }) => id)).toEqual(all.slice(8, 12));
    await admin.get(`${path}?limit=4&related=false&cursor=${back}`).expect(400);
  });

  it('contains only activities for a key with only activities:read', async () => {
    const company = await aCompany();
    const deal = await aDeal(admin, company);
    await note('On the deal', { dealId: deal });
    const { key } = (
      await admin
        .post('/api-keys')
        .send({ name: 'a', scopes: ['activities:read'] })
        .expect(201)
    ).body as { key: string };
    for (const path of [`companies/${company}`, `deals/${deal}`]) {
      const { body } = await app.anonymous.get(`/${path}/timeline`).set('X-API-Key', key).expect(200);
      expect(body.data.map(({ title }: TimelineEntryView) => title)).toEqual(['On the deal']);
      expect(
        (await app.anonymous.get(`/${path}/timeline?kind=event`).set('X-API-Key', key).expect(200)).body.data,
      ).toEqual([]);
    }
  });
});

describe('the timeline of a deal', () => {
  it('contains every stage change once, with its actor', async () => {
    const deal = await created('/deals', { title: 'Calculating machine' });
    const first = await stageNamed('New');
    await admin
      .post(`/deals/${deal}/move`)
      .send({ stageId: await stageNamed('Qualified') })
      .expect(200);
    await admin.patch(`/deals/${deal}`).send({ description: 'With a mill and a store' }).expect(200);
    const reported = await entries(`/deals/${deal}/timeline`);
    expect(reported.map(({ kind, title }) => [kind, title])).toEqual([
      ['event', expect.stringMatching(/^Deal updated: .*description/)],
      ['stage_change', 'Stage changed from New to Qualified'],
      ['stage_change', 'Deal started in New'],
    ]);
    expect(reported[1]).toMatchObject({
      type: 'stage_change',
      resource: 'deals',
      resourceId: deal,
      changedFields: ['stageId'],
      previous: { stageId: first },
      actor: { name: expect.any(String) },
    });
  });
});

describe('a record that moves to another record', () => {
  const reported = async (path: string) =>
    (await entries(path)).map(({ kind, type, title, resourceId }) => ({ kind, type, title, resourceId }));
  const [joined, left] = [
    (resourceId: string) => ({ kind: 'move', type: 'joined', title: 'Contact joined', resourceId }),
    (resourceId: string) => ({ kind: 'move', type: 'left', title: 'Contact left', resourceId }),
  ];

  it('appears on both timelines, and earlier entries stay', async () => {
    const [first, second] = [await aCompany(), await aCompany()];
    const contact = await aContact(admin, first);
    await note('At the first', { contactId: contact });
    await admin.patch(`/contacts/${contact}`).send({ companyId: second }).expect(200);
    await note('At the second', { contactId: contact });
    expect(await titles(`/companies/${first}/timeline?kind=activity`)).toEqual(['At the first']);
    expect(await titles(`/companies/${second}/timeline?kind=activity`)).toEqual(['At the second']);
    expect(await reported(`/companies/${first}/timeline?kind=move`)).toEqual([left(contact)]);
    expect((await entries(`/companies/${second}/timeline?kind=move`))[0]).toMatchObject({
      ...joined(contact),
      changedFields: ['companyId'],
      previous: { companyId: first },
      actor: { name: expect.any(String) as unknown },
    });
    expect(await titles(`/companies/${first}/timeline`)).toEqual(
      expect.arrayContaining(['Contact created', 'Contact left', 'At the first']),
    );
    expect(await titles(`/contacts/${contact}/timeline?kind=activity`)).toEqual(['At the second', 'At the first']);
    await admin.patch(`/contacts/${contact}`).send({ companyId: first }).expect(200);
    await note('Back again', { contactId: contact });
    expect(await titles(`/companies/${first}/timeline?kind=activity`)).toEqual(['Back again', 'At the first']);
    expect((await reported(`/companies/${first}/timeline?kind=move`)).map(({ type }) => type)).toEqual([
      'joined',
      'left',
    ]);
  });

  it('appears for deals and activities too', async () => {
    const [first, second] = [await aCompany(), await aCompany()];
    const deal = await aDeal(admin, first);
    await admin.patch(`/deals/${deal}`).send({ companyId: second }).expect(200);
    expect([
      await titles(`/companies/${first}/timeline?kind=move`),
      await titles(`/companies/${second}/timeline?kind=move`),
    ]).toEqual([['Deal left'], ['Deal joined']]);
    expect(await titles(`/companies/${first}/timeline?kind=stage_change`)).toEqual(['Deal started in New']);
    expect(await titles(`/companies/${second}/timeline?kind=stage_change`)).toEqual([]);
    const activity = await note('Wrong place', { companyId: first });
    await admin.patch(`/activities/${activity}`).send({ companyId: second }).expect(200);
    expect([
      await titles(`/companies/${first}/timeline?kind=move&related=false`),
      await titles(`/companies/${second}/timeline?kind=move&related=false`),
    ]).toEqual([['Activity moved away'], ['Activity moved here']]);
    expect(await titles(`/companies/${second}/timeline?kind=activity`)).toEqual(['Wrong place']);
  });

  it('does not appear after a merge', async () => {
    const [primary, duplicate, before] = [await aCompany(), await aCompany(), await aCompany()];
    const [contact, gone] = [await aContact(admin, duplicate), await aContact(admin, duplicate)];
    await note('Before', { contactId: contact });
    await note('Gone since', { contactId: gone });
    await admin.patch(`/contacts/${gone}`).send({ companyId: before }).expect(200);
    await admin
      .post(`/companies/${primary}/merge`)
      .send({ duplicateIds: [duplicate] })
      .expect(200);
    expect(await titles(`/companies/${primary}/timeline?kind=activity`)).toEqual(['Gone since', 'Before']);
    expect(await reported(`/companies/${primary}/timeline?kind=move`)).toEqual([left(gone)]);
    await admin.post(`/companies/${primary}/unmerge`).send({}).expect(200);
    expect(await reported(`/companies/${primary}/timeline?kind=move`)).toEqual([]);
    expect(await titles(`/companies/${duplicate}/timeline?kind=activity`)).toEqual(['Gone since', 'Before']);
  });

  it('is visible to users who can see it, and is removed by a purge', async () => {
    const mine = await app.as('sales');
    const [first, second] = [await aCompany(mine), await aCompany(mine)];
    const foreign = await aContact(admin, first);
    await admin.patch(`/contacts/${foreign}`).send({ companyId: second }).expect(200);
    expect([
      await titles(`/companies/${first}/timeline?kind=move`, mine),
      await titles(`/companies/${first}/timeline?kind=move`),
    ]).toEqual([[], ['Contact left']]);
    await admin.post(`/contacts/${foreign}/purge`).expect(204);
    expect((await app.db.query('select 1 from record_moves where record_id = $1', [foreign])).rows).toEqual([]);
  });
});
