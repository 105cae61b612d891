import { AccountMails } from '../../../test/harness/account-mails.js';
import { startApp, type TestApp } from '../../../test/harness/app.js';
import type { Caller } from '../../../test/harness/caller.js';

const PUBLIC_URL = 'https://crm.kontor.test';
const ADMIN_EMAIL = 'boss@kontor.test';
const mails = new AccountMails();

let app: TestApp;
let [creator, seller]: (Caller & { userId: string })[] = [];
beforeAll(async () => {
  app = await startApp({ SMTP_URL: await mails.start(), PUBLIC_URL, OUTBOUND_ALLOW: '127.0.0.1' });
  creator = await app.as('admin');
  seller = await app.as('sales');
});
afterAll(async () => {
  await app.close();
  await mails.stop();
});

const as = (person: typeof creator): Caller => person as Caller;
const post = async (person: typeof creator, path: string, body: object): Promise<string> =>
  ((await as(person).post(path).send(body).expect(201)).body as { id: string }).id;
const define = (more: object = {}): Promise<string> =>
  post(creator, '/custom-fields', { resource: 'leads', key: 'size', label: 'Size <1>', type: 'text', ...more });
const emailOf = async (person: typeof creator): Promise<string> =>
  (await app.db.query<{ email: string }>('select email from users where id = $1', [person?.userId])).rows[0]?.email ??
  '';

/** The plain text of a mail, between its headers and its HTML. */
const textOf = (mail: string): string =>
  /text\/plain[\s\S]*?\r?\n\r?\n([\s\S]*?)\r?\n--/.exec(mail)?.[1]?.replaceAll('\r\n', '\n').trim() ?? mail;
const queuedMails = async (): Promise<number> =>
  (await app.db.query(`select 1 from jobs where kind = 'mail.send'`)).rows.length;

const filter = { field: 'custom.size', op: 'eq', value: 'L' };
const others = { field: 'name', op: 'eq', value: 'L' };
const intro =
  'The custom field "Size <1>" (custom.size) of leads was deleted.\n\nThe following names the field and has ' +
  'stopped working:';
const outro = 'To make it work again, remove the field from it.';

describe('deleting a custom field', () => {
  it('sends each owner one mail with all dependents that stopped working', async () => {
    await app.admin.put('/settings/admin_email').send({ value: ADMIN_EMAIL }).expect(200);
    const id = await define();
    const hook = {
      name: 'Orders',
      url: 'http://127.0.0.1:9/hook',
      events: ['lead.*'],
      filter: { and: [{ not: filter }] },
    };
    const webhook = await post(creator, '/webhooks', hook);
    await post(creator, '/webhooks', { ...hook, name: 'Others', filter: others });
    await post(creator, '/webhooks', { ...hook, name: 'Contacts', events: ['contact.*'] });
    const removed = await post(creator, '/webhooks', { ...hook, name: 'Removed' });
    await as(creator).delete(`/webhooks/${removed}`).expect(204);
    const channel = await post(creator, '/notification-channels', {
      type: 'email',
      name: 'Mail',
      config: { to: ['x@kontor.test'] },
      events: ['lead.created'],
      filter,
    });
    const byFilter = await post(seller, '/views', {
      resource: 'leads',
      name: 'By filter',
      filter: { or: [filter, others] },
    });
    const byColumn = await post(seller, '/views', {
      resource: 'leads',
      name: 'By column',
      columns: ['name', 'custom.size'],
    });
    await post(seller, '/views', {
      resource: 'leads',
      name: 'Others',
      filter: others,
      columns: ['name'],
      sort: ['-score'],
    });
    await post(seller, '/views', { resource: 'contacts', name: 'Contacts', columns: ['custom.size'] });
    const rule = (name: string, when: object): object => ({ name, points: 1, when });
    await app.admin
      .put('/settings/lead_scoring_rules')
      .send({ value: [rule('Large', filter), rule('Others', others)] })
      .expect(200);

    await app.admin.delete(`/custom-fields/${id}`).expect(204);

    const url = `${PUBLIC_URL}/api/v1`;
    const lines = (...items: string[]): string => [intro, ...items, outro].join('\n\n');
    expect(textOf(await mails.next(await emailOf(creator)))).toBe(
      lines(
        `- Notification channel "Mail" sends no messages.\n  ${url}/notification-channels/${channel}`,
        `- Webhook "Orders" receives no events.\n  ${url}/webhooks/${webhook}`,
      ),
    );
    expect(textOf(await mails.next(await emailOf(seller)))).toBe(
      lines(
        `- Saved view "By column" cannot be used.\n  ${url}/views/${byColumn}`,
        `- Saved view "By filter" cannot be used.\n  ${url}/views/${byFilter}`,
      ),
    );
    const reported = await mails.next(ADMIN_EMAIL);
    expect(textOf(reported)).toBe(
      lines(`- Scoring rule "Large" gives no points.\n  ${url}/settings/lead_scoring_rules`),
    );
    expect(reported).toContain('The custom field &quot;Size &lt;1&gt;&quot; (custom.size)');
    expect(
      await Promise.all([emailOf(creator), emailOf(seller), ADMIN_EMAIL].map(async (to) => mails.count(await to))),
    ).toEqual([1, 1, 1]);
  }, 30_000);

  it('is preceded by the list of what stops working, for users who manage custom fields', async () => {
    const id = await define({ key: 'grade', label: 'Grade' });
    const view = await post(seller, '/views', { resource: 'leads', name: 'By grade', columns: ['custom.grade'] });
    await post(seller, '/views', { resource: 'contacts', name: 'Other type', columns: ['custom.grade'] });
    const { body } = await app.admin.get(`/custom-fields/${id}/dependents`).expect(200);
    expect(body).toEqual({
      data: [
        { title: 'Saved view "By grade"', effect: 'cannot be used', path: `/views/${view}`, ownerId: seller?.userId },
      ],
    });
    await as(seller).get(`/custom-fields/${id}/dependents`).expect(403);
    await app.admin.delete(`/custom-fields/${id}`).expect(204);
    await app.admin.get(`/custom-fields/${id}/dependents`).expect(404);
  });

  it('sends dependents of former users to the address in admin_email', async () => {
    const leaver = await app.as('sales');
    const email = await emailOf(leaver);
    const id = await define({ key: 'shape', label: 'Shape' });
    const view = await post(leaver, '/views', { resource: 'leads', name: 'Left', columns: ['custom.shape'] });
    await app.db.query('update users set is_active = false where id = $1', [leaver.userId]);
    await app.admin.delete(`/custom-fields/${id}`).expect(204);
    expect(await mails.next(ADMIN_EMAIL, 'Custom field deleted: Shape')).toContain(`/views/${view}`);
    expect(mails.count(email)).toBe(0);
  });

  it('sends no mail without dependents or without a deletion', async () => {
    const id = await define({ key: 'colour', label: 'Colour' });
    const before = mails.server.received.length;
    await app.admin.delete(`/custom-fields/${id}`).set('If-Match', '"9"').expect(412);
    await app.admin.delete(`/custom-fields/${id}`).expect(204);
    expect([await queuedMails(), mails.server.received.length]).toEqual([0, before]);
  });

  it.each([
    ['columns', { columns: ['name', 'custom.flag'] }],
    ['grouping', { groupBy: 'custom.flag' }],
  ])(
    'makes a view with the field in %s outdated',
    async (_, named) => {
      const id = await define({ key: 'flag', label: 'Flag', type: 'boolean', isFilterable: true });
      for (let tries = 0; tries < 400; tries += 1) {
        if ((await app.admin.get(`/custom-fields/${id}`).expect(200)).body.indexStatus === 'ready') break;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const view = await post(seller, '/views', { resource: 'leads', name: 'Flags', ...named });
      await as(seller).get(`/leads?viewId=${view}`).expect(200);
      await app.admin.delete(`/custom-fields/${id}`).expect(204);
      const answers = [
        await as(seller).get(`/leads?viewId=${view}`),
        await as(seller).post('/leads/search').send({ viewId: view }),
        await as(seller)
          .post('/leads/facets')
          .send({ viewId: view, facets: ['status'] }),
      ];
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [409, 'stale-view']));
      expect(answers[0]?.body.detail).toBe(
        'The view "Flags" refers to something that no longer exists: There is no field custom.flag.',
      );
      await as(seller).get(`/views/${view}`).expect(200);
      await as(seller)
        .patch(`/views/${view}`)
        .send({ columns: ['name'], groupBy: null })
        .expect(200);
      await as(seller).get(`/leads?viewId=${view}`).expect(200);
    },
    30_000,
  );

  const ofSeats = { field: 'custom.seats', op: 'eq', value: 'many' };
  it.each([
    ['a path', 'contacts', { filter: { and: [{ ...ofSeats, field: 'company.custom.seats' }] } }],
    ['a condition on linked records', 'deals', { filter: { not: { some: { relation: 'company', filter: ofSeats } } } }],
    ['a path over two records', 'activities', { filter: { ...ofSeats, field: 'contact.company.custom.seats' } }],
    ['a column', 'contacts', { columns: ['name', 'company.custom.seats'] }],
  ])(
    'makes a view of other records with the field in %s outdated, with a mail to the owner',
    async (method, resource, named) => {
      const id = await define({ resource: 'companies', key: 'seats', label: `Seats in ${method}` });
      const retained = await define({ resource: 'companies', key: 'kept', label: 'Kept' });
      const views = [
        await post(seller, '/views', { resource, name: 'Linked', ...named }),
        await post(seller, '/views', { resource: 'companies', name: 'Kept', columns: ['custom.kept'] }),
      ];
      const before = mails.count(await emailOf(seller));
      await as(seller).get(`/${resource}?viewId=${views[0]}`).expect(200);
      await app.admin.delete(`/custom-fields/${id}`).expect(204);
      const answers = [
        await as(seller).get(`/${resource}?viewId=${views[0]}`),
        await as(seller).post(`/${resource}/search`).send({ viewId: views[0] }),
      ];
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [409, 'stale-view']));
      const reported = textOf(await mails.next(await emailOf(seller), `Custom field deleted: Seats in ${method}`));
      expect(reported).toContain(`- Saved view "Linked" cannot be used.\n  ${PUBLIC_URL}/api/v1/views/${views[0]}`);
      expect([reported.includes('"Kept"'), mails.count(await emailOf(seller))]).toEqual([false, before + 1]);
      await app.admin.delete(`/custom-fields/${retained}`).expect(204);
      for (const view of views) await as(seller).delete(`/views/${view}`).expect(204);
    },
    30_000,
  );

  it('rejects undefined fields of linked records in filters, views and columns', async () => {
    const id = await define({ resource: 'companies', key: 'known', label: 'Known' });
    const nope = { field: 'company.custom.nope', op: 'eq', value: '1' };
    const ownNope = { ...nope, field: 'custom.nope' };
    const farNope = { ...nope, field: 'deal.company.custom.nope' };
    const known = { ...nope, field: 'contact.company.custom.known' };
    const answers = [
      await app.admin.post('/contacts/search').send({ filter: nope }),
      await app.admin.post('/deals/search').send({ filter: { some: { relation: 'company', filter: ownNope } } }),
      await app.admin.post('/contacts/facets').send({ filter: nope, facets: ['status'] }),
      await app.admin.post('/activities/search').send({ filter: { ...nope, field: 'contact.company.custom.nope' } }),
      await app.admin.post('/activities/facets').send({ filter: farNope, facets: ['type'] }),
      await app.admin.post('/views').send({ resource: 'contacts', name: 'Nope', filter: nope }),
      await app.admin.post('/views').send({ resource: 'contacts', name: 'Nope', columns: ['company.custom.nope'] }),
    ];
    const codes = answers.map(({ status, body }) => [status, body.errors?.[0].code]);
    expect(codes).toEqual(answers.map(() => [422, 'unknown-field']));
    await app.admin
      .post('/contacts/search')
      .send({ filter: { ...nope, field: 'company.custom.known' } })
      .expect(200);
    await app.admin.post('/activities/search').send({ filter: known }).expect(200);
    await app.admin.delete(`/custom-fields/${id}`).expect(204);
  });

  it('rejects undefined fields in filters and parameters', async () => {
    const id = await define({ key: 'known', label: 'Known' });
    const [listed, searched] = [
      await app.admin.get('/leads?custom.nope=1'),
      await app.admin.post('/leads/search').send({ filter: { field: 'custom.nope', op: 'eq', value: '1' } }),
    ];
    expect([listed.status, listed.body.code, listed.body.errors]).toEqual([
      400,
      'invalid-query',
      [
        {
          parameter: 'custom.nope',
          code: 'unknown-parameter',
          detail: expect.stringMatching(/custom\.known\.$/) as unknown,
        },
      ],
    ]);
    expect([searched.status, searched.body.code, searched.body.errors]).toEqual([
      422,
      'invalid-filter',
      [{ pointer: '#/filter/field', code: 'unknown-field', detail: expect.any(String) as unknown }],
    ]);
    await app.admin.get('/leads?custom.known=1').expect(200);
    await app.admin.delete(`/custom-fields/${id}`).expect(204);
  });
});
