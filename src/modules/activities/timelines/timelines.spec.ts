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
const made = async (path: string, body: object, who: Caller = admin): Promise<string> =>
  ((await who.post(path).send(body).expect(201)).body as { id: string }).id;
const aCompany = (who?: Caller, more: object = {}) =>
  made('/companies', { name: `Engines ${(serial += 1)}`, ...more }, who);
const aContact = (who: Caller, companyId: string, more: object = {}) =>
  made('/contacts', { firstName: 'Ada', lastName: `L${(serial += 1)}`, companyId, ...more }, who);
const aDeal = (who: Caller, companyId: string, more: object = {}) =>
  made('/deals', { title: `Engine ${(serial += 1)}`, companyId, ...more }, who);
const note = (subject: string, links: object, who?: Caller) =>
  made('/activities', { type: 'note', subject, ...links }, who);
const entries = async (path: string, who: Caller = admin): Promise<TimelineEntryView[]> =>
  (await who.get(path).expect(200)).body.data as TimelineEntryView[];
const titles = async (path: string, who?: Caller) => (await entries(path, who)).map(({ title }) => title);
const stageNamed = async (name: string) =>
  (await app.db.query<{ id: string }>('select id from pipeline_stages where name = $1', [name])).rows[0]?.id;

interface Walked {
  readonly data: TimelineEntryView[];
  readonly pageInfo: { readonly nextCursor: string | null; readonly prevCursor: string | null };
}

describe('the timeline of a company', () => {
  it('tells of its contacts and deals as well, each thing once, or of itself alone', async () => {
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
      'Deal began in New',
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

  it('leaves out related records that the caller does not see, and deleted ones', async () => {
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

  it('goes from page to page and back, without loss', async () => {
    const company = await aCompany();
    const [contact, deal] = [await aContact(admin, company), await aDeal(admin, company)];
    for (let n = 0; n < 4; n += 1)
      for (const links of [{ companyId: company }, { contactId: contact }, { dealId: deal, companyId: company }])
        await note(`Note ${n}`, links);
    const path = `/companies/${company}/timeline`;
    const all = (await entries(`${path}?limit=100`)).map(({ id }) => id);
    expect(all).toHaveLength(15);
    const walked: string[] = [];
    let back: string | null = null;
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body }: { body: Walked } = await admin.get(`${path}?limit=4${cursor && `&cursor=${cursor}`}`).expect(200);
      walked.push(...body.data.map(({ id }) => id));
      [cursor, back] = [body.pageInfo.nextCursor, body.pageInfo.prevCursor];
    }
    expect(walked).toEqual(all);
    expect((await entries(`${path}?limit=4&cursor=${back}`)).map(({ id }) => id)).toEqual(all.slice(8, 12));
    await admin.get(`${path}?limit=4&related=false&cursor=${back}`).expect(400);
  });

  it('tells a key for activities alone nothing but activities', async () => {
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
  it('tells each stage that it came into, once and with who moved it', async () => {
    const deal = await made('/deals', { title: 'Calculating machine' });
    const first = await stageNamed('New');
    await admin
      .post(`/deals/${deal}/move`)
      .send({ stageId: await stageNamed('Qualified') })
      .expect(200);
    await admin.patch(`/deals/${deal}`).send({ description: 'With a mill and a store' }).expect(200);
    const told = await entries(`/deals/${deal}/timeline`);
    expect(told.map(({ kind, title }) => [kind, title])).toEqual([
      ['event', expect.stringMatching(/^Deal updated: .*description/)],
      ['stage_change', 'Stage changed from New to Qualified'],
      ['stage_change', 'Deal began in New'],
    ]);
    expect(told[1]).toMatchObject({
      type: 'stage_change',
      resource: 'deals',
      resourceId: deal,
      changedFields: ['stageId'],
      previous: { stageId: first },
      actor: { name: expect.any(String) },
    });
  });
});
