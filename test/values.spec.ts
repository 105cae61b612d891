import { startApp, type TestApp } from './harness/app.js';

let t: TestApp;
beforeAll(async () => {
  t = await startApp({ OUTBOUND_ALLOW: '127.0.0.1,127.0.0.2' });
});
afterAll(() => t.close());

let serial = 0;
const person = (more: object = {}) => ({ name: 'Ada Lovelace', email: `v${(serial += 1)}@values.example`, ...more });
const created = async (resource: string, body: object): Promise<Record<string, unknown> & { id: string }> =>
  (await t.admin.post(`/${resource}`).send(body).expect(201)).body as Record<string, unknown> & { id: string };
const pointersOf = async (path: string, body: object, status = 422): Promise<string[]> =>
  ((await t.admin.post(path).send(body).expect(status)).body.errors as { pointer: string }[]).map(
    ({ pointer }) => pointer,
  );

describe('texts', () => {
  it('are stored in composed Unicode form without outer blanks, on create and update', async () => {
    const contact = await created(
      'contacts',
      person({ name: undefined, firstName: '  Jose\u0301 ', lastName: 'Núñez' }),
    );
    expect(contact).toMatchObject({ firstName: 'José', name: 'José Núñez' });
    expect(
      (await t.admin.patch(`/contacts/${contact.id}`).send({ title: ' Chef\u0301 ' }).expect(200)).body.title,
    ).toBe('Chef\u0301'.normalize('NFC'));
  });

  it('are found without accents, decomposed, in any case, and by one Chinese character', async () => {
    const contact = await created('contacts', person({ name: undefined, firstName: 'Zoë', lastName: 'Brønnøysund' }));
    const chinese = await created('contacts', person({ name: undefined, firstName: '王小明' }));
    for (const q of ['zoe', 'ZOË', 'Zoe\u0308', 'bronnoy', 'BRØNN']) {
      const { body } = await t.admin.get(`/contacts?q=${encodeURIComponent(q)}`).expect(200);
      expect((body.data as { id: string }[]).map(({ id }) => id)).toEqual([contact.id]);
      expect(
        ((await t.admin.get(`/search?q=${encodeURIComponent(q)}`).expect(200)).body.best as { id: string }[]).map(
          ({ id }) => id,
        ),
      ).toContain(contact.id);
    }
    for (const q of ['王', '明']) {
      expect(
        ((await t.admin.get(`/contacts?q=${encodeURIComponent(q)}`).expect(200)).body.data as { id: string }[]).map(
          ({ id }) => id,
        ),
      ).toEqual([chinese.id]);
      expect(
        ((await t.admin.get(`/search?q=${encodeURIComponent(q)}`).expect(200)).body.best as { id: string }[]).map(
          ({ id }) => id,
        ),
      ).toContain(chinese.id);
    }
    expect(
      ((await t.admin.get('/search?q=nn').expect(200)).body.best as { id: string }[]).map(({ id }) => id),
    ).toContain(contact.id);
  });

  it('in lists are stored unchanged', async () => {
    const tags = ['null', ' ', 'a"b', 'c\\d', 'e,f', '{g}'];
    for (const [resource, body] of [
      ['leads', person()],
      ['contacts', person()],
      ['companies', { name: 'Engines' }],
      ['deals', { title: 'Engine' }],
    ] as const) {
      const record = await created(resource, { ...body, tags });
      expect(record['tags']).toEqual(tags);
      expect(
        (await t.admin.patch(`/${resource}/${record.id}`).send({ tags: tags.toReversed() }).expect(200)).body.tags,
      ).toEqual(tags.toReversed());
    }
  });

  it('are limited by characters, and a name that is too long for its parts is kept whole', async () => {
    const emoji = await created('leads', person({ name: `a${'😀'.repeat(60)}` }));
    expect(emoji).toMatchObject({ name: `a${'😀'.repeat(60)}`, firstName: `a${'😀'.repeat(60)}` });
    expect(await created('leads', person({ name: 'x'.repeat(150) }))).toMatchObject({
      name: 'x'.repeat(150),
      firstName: null,
      lastName: null,
    });
    expect(await pointersOf('/leads', person({ jobTitle: '\u2764\ufe0f'.repeat(51) }))).toEqual(['#/jobTitle']);
  });

  it.each([
    ['leads', person(), 'message'],
    ['leads', person(), 'notes'],
    ['deals', { title: 'Engine' }, 'description'],
    ['contacts', person(), 'notes'],
    ['companies', { name: 'Engines' }, 'notes'],
    ['webhooks', { name: 'W', url: 'http://127.0.0.1:9/', events: ['lead.created'] }, 'description'],
    ['lead-forms', { name: 'F' }, 'description'],
  ])('of %s are cleared by null (%j, %s)', async (resource, body, field) => {
    const record = await created(resource, { ...body, [field]: 'words' });
    expect(
      (
        await t.admin
          .patch(`/${resource}/${record.id}`)
          .send({ [field]: null })
          .expect(200)
      ).body[field] ?? '',
    ).toBe('');
  });
});

describe('addresses', () => {
  it('of one mailbox are equal in any notation of the domain', async () => {
    const contact = await created('contacts', person({ email: 'ada@bücher.example' }));
    expect(contact['email']).toBe('ada@xn--bcher-kva.example');
    await t.admin
      .post('/contacts')
      .send(person({ email: 'ADA@xn--bcher-kva.example' }))
      .expect(409);
    expect(
      (
        (await t.admin.get(`/contacts?email[eq]=${encodeURIComponent('ada@BÜCHER.example')}`).expect(200)).body
          .data as { id: string }[]
      ).map(({ id }) => id),
    ).toEqual([contact.id]);
  });

  it.each([
    '"a b"@x.example',
    '"a\\r\\nBcc: x"@x.example',
    '"\u0001"@x.example',
    'a\u202eb@x.example',
    '"<script>"@x.example',
  ])('%j are rejected in every e-mail field', async (email) => {
    expect(await pointersOf('/leads', person({ email }))).toContain('#/email');
    expect(await pointersOf('/contacts', person({ email }))).toContain('#/email');
    expect(await pointersOf('/users', { email, firstName: 'A', lastName: 'B', roleIds: [] })).toContain('#/email');
    expect(
      await pointersOf('/notification-channels', {
        name: 'C',
        type: 'email',
        events: ['lead.created'],
        config: { to: [email] },
      }),
    ).toContain('#/config/to');
    await t.admin.put('/settings/admin_email').send({ value: email }).expect(422);
  });

  it.each([
    'https://u:p@x.example/',
    'http://x.example\\@y',
    'https://x.example/\u202egpj',
    'https://x.example/\u0001',
    'javascript:alert(1)',
  ])('such as %j are rejected in every URL field', async (url) => {
    expect(await pointersOf('/leads', person({ website: url }))).toContain('#/website');
    expect(await pointersOf('/companies', { name: 'Engines', website: url })).toContain('#/website');
    expect(await pointersOf('/contacts', person({ linkedinUrl: url }))).toContain('#/linkedinUrl');
    const lead = await created('leads', person());
    expect(
      await pointersOf('/activities', { type: 'call', subject: 'Call', leadId: lead.id, recordingUrl: url }),
    ).toContain('#/recordingUrl');
    expect(await pointersOf('/lead-forms', { name: 'F', redirectUrl: url })).toContain('#/redirectUrl');
    expect(await pointersOf('/webhooks', { name: 'W', url, events: ['lead.created'] })).toContain('#/url');
    await t.admin.put('/settings/cal_com_link').send({ value: url }).expect(422);
  });
});

describe('unique values', () => {
  it('name the duplicate value, and no constraint', async () => {
    await created('deals', { title: 'One', externalIds: { z: '1' } });
    const { body } = await t.admin
      .post('/deals')
      .send({ title: 'Two', externalIds: { z: '1' } })
      .expect(409);
    expect(body).toMatchObject({ code: 'external-id-taken', errors: [{ pointer: '#/externalIds/z', code: 'taken' }] });
    expect(JSON.stringify(body)).not.toContain('pkey');
    const bulk = await t.admin
      .post('/deals/bulk')
      .send({ operations: [{ create: { title: 'Three', externalIds: { z: '1' } } }] })
      .expect(409);
    expect(bulk.body.errors[0].pointer).toBe('#/operations/0/externalIds/z');
  });

  it('of custom fields are equal in any case and notation, with outer blanks', async () => {
    await created('custom-fields', {
      resource: 'companies',
      key: 'number',
      label: 'Number',
      type: 'text',
      isUnique: true,
    });
    await created('companies', { name: 'One', customFields: { number: 'É-1' } });
    for (const number of ['é-1 ', ' E\u0301-1'])
      await t.admin.post('/companies').send({ name: 'Two', customFields: { number } }).expect(409);
  });

  it('in names of teams and roles ignore case', async () => {
    await created('teams', { name: 'Café' });
    expect((await t.admin.post('/teams').send({ name: ' CAFE\u0301 ' }).expect(409)).body.code).toBe('team-name-taken');
    await created('roles', { name: 'Closers', permissions: [] });
    expect((await t.admin.post('/roles').send({ name: 'closers', permissions: [] }).expect(409)).body.code).toBe(
      'role-name-taken',
    );
  });
});

describe('values', () => {
  it.each([
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'prototype',
    'isPrototypeOf',
    'propertyIsEnumerable',
    'toLocaleString',
  ])('are rejected in a custom field called %s', async (key) => {
    expect(await pointersOf('/custom-fields', { resource: 'deals', key, label: 'X', type: 'text' })).toEqual(['#/key']);
  });

  it('beyond 2^53 are rejected with their location', async () => {
    const answer = await t.admin
      .post('/leads')
      .set('Content-Type', 'application/json')
      .send(`{"name":"A","email":"big@values.example","metadata":{"a":{"ids":[1,9007199254740993]}}}`)
      .expect(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '#/metadata/a/ids/1', code: 'not-exact' })]);
  });

  it.each(['contains', 'startsWith'])('that are null are not part of a text: %s ""', async (op) => {
    const filter = { field: 'name', op, value: '' };
    expect(await pointersOf('/leads/search', { filter })).toEqual(['#/filter/value']);
    expect(
      await pointersOf('/webhooks', { name: 'W', url: 'http://127.0.0.1:9/', events: ['lead.created'], filter }),
    ).toEqual(['#/filter/value']);
    expect(
      (
        (
          await t.admin
            .put('/settings/lead_scoring_rules')
            .send({ value: [{ name: 'X', points: 1, when: filter }] })
            .expect(422)
        ).body.errors as { pointer: string }[]
      )[0]?.pointer,
    ).toBe('#/value/0/when/value');
  });

  it('that are an empty list count as no value', async () => {
    const bare = await created('companies', { name: 'Without tags', industry: 'untagged' });
    await created('companies', { name: 'With tags', industry: 'untagged', tags: ['x'] });
    const ask = async (value: boolean) =>
      (
        (
          await t.admin
            .post('/companies/search')
            .send({
              filter: {
                and: [
                  { field: 'industry', op: 'eq', value: 'untagged' },
                  { field: 'tags', op: 'isNull', value },
                ],
              },
            })
            .expect(200)
        ).body.data as { name: string }[]
      ).map(({ name }) => name);
    expect(await ask(true)).toEqual([bare['name']]);
    expect(await ask(false)).toEqual(['With tags']);
    const { body } = await t.admin
      .post('/companies/facets')
      .send({ facets: ['tags'], filter: { field: 'industry', op: 'eq', value: 'untagged' } })
      .expect(200);
    expect(body.facets[0].values).toEqual(
      expect.arrayContaining([
        { value: null, count: 1 },
        { value: 'x', count: 1 },
      ]),
    );
  });

  it('of money have the decimal places of their currency', async () => {
    for (const currency of ['XXX', 'ZZZ', 'XAU'])
      expect(await pointersOf('/deals', { title: 'D', value: '1', currency })).toEqual(['#/currency']);
    expect(await pointersOf('/deals', { title: 'D', value: '10.50', currency: 'JPY' })).toEqual(['#/value']);
    expect(await pointersOf('/leads', person({ estimatedValue: '10.50', currency: 'JPY' }))).toEqual([
      '#/estimatedValue',
    ]);
    expect(await pointersOf('/companies', { name: 'C', creditLimit: '0.5', currency: 'JPY' })).toEqual([
      '#/creditLimit',
    ]);
    expect(await pointersOf('/deals', { title: 'D', value: '1.005', currency: 'KWD' })).toEqual(['#/value']);
    const deal = await created('deals', { title: 'D', value: '10.50', currency: 'EUR' });
    expect((await t.admin.patch(`/deals/${deal.id}`).send({ currency: 'USD' }).expect(200)).body).toMatchObject({
      value: '10.50',
      currency: 'USD',
    });
    expect(
      (
        (await t.admin.patch(`/deals/${deal.id}`).send({ currency: 'JPY' }).expect(422)).body.errors as {
          pointer: string;
        }[]
      )[0]?.pointer,
    ).toBe('#/currency');
  });

  it('such as a reminder need the field that they depend on', async () => {
    const lead = await created('leads', person());
    expect(
      await pointersOf('/activities', { type: 'task', subject: 'T', leadId: lead.id, reminderMinutes: 5 }),
    ).toEqual(['#/reminderMinutes']);
    const task = await created('activities', { type: 'task', subject: 'T', leadId: lead.id });
    await t.admin.patch(`/activities/${task.id}`).send({ reminderMinutes: 5 }).expect(422);
    await t.admin
      .patch(`/activities/${task.id}`)
      .send({ reminderMinutes: 5, dueAt: '2100-01-01T00:00:00Z' })
      .expect(200);
  });

  it('that are written again unchanged create no version', async () => {
    const form = await created('lead-forms', {
      name: 'F',
      fields: [
        { name: 'email', label: 'E-mail', required: true },
        { name: 'message', label: 'Message' },
      ],
    });
    expect(
      (await t.admin.patch(`/lead-forms/${form.id}`).send({ fields: form['fields'] }).expect(200)).body.version,
    ).toBe(1);
    const channel = await created('notification-channels', {
      name: 'C',
      type: 'email',
      events: ['lead.created'],
      config: { to: ['a@values.example'], replyTo: null },
    });
    expect(
      (
        await t.admin
          .patch(`/notification-channels/${channel.id}`)
          .send({ config: { replyTo: null, to: ['a@values.example'] } })
          .expect(200)
      ).body.version,
    ).toBe(1);
  });
});

describe('a new destination', () => {
  const logged = async () =>
    (
      await t.db.query<{ details: object }>(
        `select event_type, details from security_logs where event_type = 'destination_changed' order by created_at desc
          limit 1`,
      )
    ).rows[0]?.details;

  it('deletes the key of the language model, unless the request sets the key again', async () => {
    const setting = async () =>
      (await t.admin.get('/settings/openai_api_key').expect(200)).body as { isSet: boolean; last4: string | null };
    await t.admin.put('/settings/openai_api_key').send({ value: 'sk-0123456789abcdefAAAA' }).expect(200);
    await t.admin.put('/settings/openai_base_url').send({ value: 'https://api.openai.com/v2' }).expect(200);
    expect(await setting()).toMatchObject({ isSet: true, last4: 'AAAA' });
    await t.admin.put('/settings/openai_base_url').send({ value: 'http://127.0.0.1:9/v1' }).expect(200);
    expect(await setting()).toMatchObject({ isSet: false });
    expect(await logged()).toMatchObject({
      setting: 'openai_base_url',
      to: 'http://127.0.0.1:9',
      isSecretCleared: true,
    });
    await t.admin
      .put('/settings/openai_base_url')
      .send({ value: 'http://127.0.0.2:9/v1', secret: 'sk-0123456789abcdefBBBB' })
      .expect(200);
    expect(await setting()).toMatchObject({ isSet: true, last4: 'BBBB' });
    // Without a value the default address is used, which is also another host.
    await t.admin.put('/settings/openai_base_url').send({ value: null }).expect(200);
    expect(await setting()).toMatchObject({ isSet: false });
    expect(await pointersOf2('/settings/company_name', { value: 'Engines', secret: 'sk-0123456789abcdef' })).toEqual([
      '#/secret',
    ]);
  });
  const pointersOf2 = async (path: string, body: object): Promise<string[]> =>
    ((await t.admin.put(path).send(body).expect(422)).body.errors as { pointer: string }[]).map(
      ({ pointer }) => pointer,
    );

  it('deletes the headers of a webhook, unless the request sets the headers again', async () => {
    const webhook = await created('webhooks', {
      name: 'W',
      url: 'http://127.0.0.1:9/a?token=hidden',
      events: ['lead.created'],
      headers: { authorization: 'Bearer 0123456789', 'x-team': 'sales' },
    });
    const names = (body: { headers: { name: string }[] }) => body.headers.map(({ name }) => name).toSorted();
    expect(
      names((await t.admin.patch(`/webhooks/${webhook.id}`).send({ url: 'http://127.0.0.1:9/b' }).expect(200)).body),
    ).toEqual(['authorization', 'x-team']);
    expect(
      names(
        (
          await t.admin
            .patch(`/webhooks/${webhook.id}`)
            .send({ url: 'http://127.0.0.2:9/b', headers: { 'x-team': 'sales' } })
            .expect(200)
        ).body,
      ),
    ).toEqual(['x-team']);
    expect(await logged()).toMatchObject({
      from: 'http://127.0.0.1:9',
      to: 'http://127.0.0.2:9',
      clearedHeaders: ['authorization'],
    });
    const { rows } = await t.db.query<{ changes: { url?: object } }>(
      `select changes from audit_logs where resource_type = 'webhooks' and resource_id = $1 order by created_at`,
      [webhook.id],
    );
    expect(rows[0]?.changes.url).toEqual({ from: null, to: 'http://127.0.0.1:9/***' });
    expect(JSON.stringify(rows)).not.toContain('hidden');
    for (const header of ['Cookie', 'X-Forwarded-For', 'Forwarded', 'X-Real-IP'])
      await t.admin
        .patch(`/webhooks/${webhook.id}`)
        .send({ headers: { [header]: 'x' } })
        .expect(422);
  });
});
