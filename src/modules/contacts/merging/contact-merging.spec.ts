import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../../../../test/harness/app.js';
import type { Caller } from '../../../../test/harness/caller.js';
import { linksTo } from '../../../platform/records/index.js';

interface Contact {
  readonly id: string;
  readonly version: number;
  readonly email: string;
  readonly [field: string]: unknown;
}
interface Field {
  readonly field: string;
  readonly value: unknown;
  readonly fromId: string | null;
}

let app: TestApp;
let admin: Caller;
beforeAll(async () => {
  app = await startApp();
  admin = app.admin;
});
afterAll(() => app.close());

let serial = 0;
const created = async (more: object = {}, by: Caller = admin): Promise<Contact> =>
  (
    await by
      .post('/contacts')
      .send({ name: 'Ada Lovelace', email: `ada${(serial += 1)}@merge.example`, ...more })
      .expect(201)
  ).body as Contact;
const read = async (id: string, by: Caller = admin): Promise<Contact> =>
  (await by.get(`/contacts/${id}`).expect(200)).body as Contact;
const aCompany = async (): Promise<string> =>
  (
    await admin
      .post('/companies')
      .send({ name: `Engines ${(serial += 1)}` })
      .expect(201)
  ).body.id as string;
const merge = (primary: string, duplicateIds: string[], more: object = {}, by: Caller = admin) =>
  by.post(`/contacts/${primary}/merge`).send({ duplicateIds, ...more });
const unmerge = (primary: string, body: object = {}, by: Caller = admin) =>
  by.post(`/contacts/${primary}/unmerge`).send(body);
const pointers = (answer: { body: { errors: { pointer: string; code: string }[] } }) =>
  answer.body.errors.map(({ pointer, code }) => [pointer, code]);

const note = async (contactId: string): Promise<string> =>
  (
    await app.db.query<{ id: string }>(
      `insert into activities (type, subject, contact_id) values ('note', 'Met', $1) returning id`,
      [contactId],
    )
  ).rows[0]?.id ?? '';
const deal = async (contactId: string): Promise<string> =>
  (await admin.post('/deals').send({ title: 'Machine', contactId }).expect(201)).body.id as string;
const convertedLead = async (contactId: string): Promise<string> =>
  (
    await app.db.query<{ id: string }>(
      `insert into leads (name, email, converted_contact_id) values ('Ada', $1, $2) returning id`,
      [`lead${(serial += 1)}@merge.example`, contactId],
    )
  ).rows[0]?.id ?? '';
const linkOf = async (table: string, column: string, id: string) =>
  (await app.db.query<Record<string, string>>(`select ${column} as link, version from ${table} where id = $1`, [id]))
    .rows[0];

/** All data that a merge can change, without versions and update times. */
async function everything(): Promise<string> {
  const tables = [
    'contacts',
    'companies',
    'activities',
    'deals',
    'leads',
    'contact_external_ids',
    'company_external_ids',
  ];
  const rows = await Promise.all(
    tables.map((table) =>
      app.db.query<{ row: object }>(`select to_jsonb(t) - 'version' - 'updated_at' as row from ${table} t order by 1`),
    ),
  );
  return JSON.stringify(rows.map(({ rows: all }) => all.map(({ row }) => row)));
}
const journal = async (): Promise<number> =>
  (
    await app.db.query<{ n: number }>(
      `select (select count(*) from record_merges)::int + (select count(*)
        from record_merge_moves)::int + (select count(*) from events)::int as n`,
    )
  ).rows[0]?.n ?? -1;

describe('the links of a mergeable record type', () => {
  // A foreign key without a rule would keep links to a merged duplicate.
  it.each(['contacts', 'companies'])('are all foreign keys to %s', async (table) => {
    const { rows } = await app.db.query<{ link: string }>(
      `
      select c.conrelid::regclass || '.' || a.attname as link from pg_constraint c join pg_attribute a
        on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = $1::regclass order by 1`,
      [table],
    );
    const exempt = [`${table}.merged_into_id`, 'contact_external_ids.contact_id', 'company_external_ids.company_id'];
    const declared = linksTo(table).map((link) => `${link.table}.${link.column}`);
    expect(declared.toSorted()).toEqual(rows.map(({ link }) => link).filter((link) => !exempt.includes(link)));
  });
});

describe('merging contacts', () => {
  it('fills empty fields of the primary record, unites maps and moves linked records', async () => {
    const companyId = await aCompany();
    const primary = await created({
      name: 'Ada',
      lastName: null,
      phone: '+44 1',
      tags: ['vip'],
      externalIds: { crm: `c${serial}` },
      customFields: { size: 'M' },
    });
    const first = await created({
      firstName: 'Ada',
      lastName: 'Byron',
      phone: '+44 2',
      mobile: '+44 3',
      tags: ['spring', 'vip'],
      externalIds: { crm: `d${serial}`, erp: `e${serial}` },
      customFields: { size: 'L', pet: 'cat' },
      emailOptOutAt: '2026-11-20T09:00:00.000Z',
    });
    const second = await created({ companyId, title: 'Head', isPrimary: true, mobile: '+44 4', twitterHandle: '@ada' });
    const ids = { activity: await note(first.id), deal: await deal(second.id), lead: await convertedLead(first.id) };
    const preview = (
      await admin
        .post(`/contacts/${primary.id}/merge/preview`)
        .send({ duplicateIds: [first.id, second.id] })
        .expect(200)
    ).body as { fields: Field[]; moves: object[] };
    expect(await read(primary.id)).toEqual(primary);
    const { body } = await merge(primary.id, [first.id, second.id]).expect(200);
    expect(body.contact).toMatchObject({
      id: primary.id,
      name: 'Ada Byron',
      email: primary.email,
      phone: '+44 1',
      mobile: '+44 3',
      companyId,
      title: 'Head',
      isPrimary: true,
      twitterHandle: '@ada',
      tags: ['vip', 'spring'],
      externalIds: {
        crm: primary['externalIds'] && (primary['externalIds'] as { crm: string }).crm,
        erp: (first['externalIds'] as { erp: string }).erp,
      },
      customFields: { size: 'M', pet: 'cat' },
      emailOptOutAt: '2026-11-20T09:00:00.000Z',
      version: primary.version + 1,
    });
    expect(await read(primary.id)).toEqual(body.contact);
    expect(body.merge).toMatchObject({
      primaryId: primary.id,
      mergedIds: [first.id, second.id],
      unmergedAt: null,
      forgottenAt: null,
      mergedBy: { email: 'admin@kontor.test' },
    });
    for (const [table, column, id] of [
      ['activities', 'contact_id', ids.activity],
      ['deals', 'contact_id', ids.deal],
      ['leads', 'converted_contact_id', ids.lead],
    ] as const) {
      expect([table, await linkOf(table, column, id)]).toEqual([table, { link: primary.id, version: 2 }]);
    }
    // The preview contained all changes.
    for (const { field, value } of preview.fields) {
      const [map = '', key] = field.split('.');
      const shown = (body.contact as Record<string, unknown>)[map.replace(/^custom$/, 'customFields')];
      expect([field, key === undefined ? shown : (shown as Record<string, unknown>)[key]]).toEqual([field, value]);
    }
    expect(preview.fields.find(({ field }) => field === 'mobile')).toMatchObject({
      fromId: first.id,
      candidates: [
        { id: first.id, value: '+44 3' },
        { id: second.id, value: '+44 4' },
      ],
    });
    expect(preview.moves).toEqual(body.merge.moves);
    expect(preview.moves).toEqual([
      { resource: 'activities', field: 'contactId', count: 1 },
      { resource: 'deals', field: 'contactId', count: 1 },
      { resource: 'leads', field: 'convertedContactId', count: 1 },
    ]);
  });

  it('uses the chosen record for a field', async () => {
    const [primary, duplicate] = [
      await created({ phone: '+44 1', customFields: { size: 'M' } }),
      await created({ phone: '+44 2', status: 'customer', customFields: { size: 'L' } }),
    ];
    const { body } = await merge(primary.id, [duplicate.id], {
      fields: {
        email: duplicate.id,
        phone: duplicate.id,
        status: duplicate.id,
        'custom.size': duplicate.id,
        title: primary.id,
      },
    }).expect(200);
    expect(body.contact).toMatchObject({
      email: duplicate.email,
      phone: '+44 2',
      status: 'customer',
      customFields: { size: 'L' },
    });
  });

  it('keeps the fields of an address together', async () => {
    const primary = await created({ city: 'London' });
    const { body } = await merge(primary.id, [
      (await created({ city: 'Paris', country: 'FR', postalCode: '75001' })).id,
      (await created({ city: 'London', country: 'GB' })).id,
    ]).expect(200);
    expect(body.contact).toMatchObject({ city: 'London', country: 'GB', postalCode: null });
  });

  it('returns 410 with the primary record for the old id, over any number of merges, and finds external ids', async () => {
    const [last, middle, first] = [
      await created(),
      await created(),
      await created({ externalIds: { erp: `x${serial}` } }),
    ];
    await merge(middle.id, [first.id]).expect(200);
    await merge(last.id, [middle.id]).expect(200);
    for (const { id } of [middle, first])
      expect((await admin.get(`/contacts/${id}`).expect(410)).body).toMatchObject({
        code: 'contact-merged',
        mergedInto: last.id,
      });
    for (const ask of [
      admin.patch(`/contacts/${first.id}`).send({ title: 'x' }),
      merge(first.id, [last.id]),
      unmerge(middle.id),
      admin.get(`/contacts/${middle.id}/merges`),
    ])
      await ask.expect(410);
    expect((await merge((await created()).id, [first.id]).expect(410)).body.mergedInto).toBe(last.id);
    const upserted = await admin
      .put(`/contacts/by-external-id/erp/${(first['externalIds'] as { erp: string }).erp}`)
      .send({ name: 'Ada Lovelace', title: 'Countess' })
      .expect(200);
    expect(upserted.body).toMatchObject({ id: last.id, title: 'Countess' });
    expect((await admin.post(`/contacts/${first.id}/restore`).expect(409)).body.code).toBe('contact-merged');
  });

  it('records one event and one history entry', async () => {
    const [primary, duplicate] = [await created(), await created({ title: 'Head' })];
    const { body } = await merge(primary.id, [duplicate.id]).expect(200);
    await unmerge(primary.id).expect(200);
    const { rows } = await app.db.query<{ type: string; payload: object }>(
      `select type, payload from events where resource_id = any($1) and type <> 'contact.created' order by sequence`,
      [[primary.id, duplicate.id]],
    );
    expect(rows.map(({ type }) => type)).toEqual(['contact.merged', 'contact.unmerged']);
    expect(rows[0]?.payload).toMatchObject({
      mergeId: body.merge.id,
      mergedIds: [duplicate.id],
      changedFields: ['title'],
      previous: { title: null },
      object: { id: primary.id, title: 'Head' },
    });
    expect(rows[1]?.payload).toMatchObject({
      mergeId: body.merge.id,
      mergedIds: [duplicate.id],
      changedFields: ['title'],
      object: { title: null },
    });
    const history = (await admin.get(`/contacts/${primary.id}/history`).expect(200)).body.data as {
      action: string;
      changes: object;
    }[];
    expect(history.filter(({ action }) => action === 'merge').map(({ changes }) => changes)).toEqual([
      { mergedIds: { from: [duplicate.id], to: null } },
      { mergedIds: { from: null, to: [duplicate.id] } },
    ]);
  });
});

describe('a merge is rejected', () => {
  it('with itself, without duplicates, with deleted or missing records, and with unknown fields', async () => {
    const [primary, duplicate, gone] = [await created(), await created(), await created()];
    await admin.delete(`/contacts/${gone.id}`).expect(204);
    const before = await journal();
    expect(pointers(await merge(primary.id, [duplicate.id, primary.id]).expect(422))).toEqual([
      ['#/duplicateIds/1', 'same-record'],
    ]);
    for (const id of [gone.id, randomUUID()])
      expect(pointers(await merge(primary.id, [id]).expect(422))).toEqual([['#/duplicateIds/0', 'unknown-contact']]);
    expect(
      pointers(await merge(primary.id, [duplicate.id], { fields: { ownerId: duplicate.id } }).expect(422)),
    ).toEqual([['#/fields/ownerId', 'unknown-field']]);
    expect(pointers(await merge(primary.id, [duplicate.id], { fields: { email: gone.id } }).expect(422))).toEqual([
      ['#/fields/email', 'not-merged'],
    ]);
    for (const duplicateIds of [[], Array.from({ length: 6 }, () => randomUUID()), [duplicate.id, duplicate.id], ['x']])
      await merge(primary.id, duplicateIds).expect(422);
    await merge(gone.id, [duplicate.id]).expect(404);
    await merge(primary.id, [duplicate.id]).set('If-Match', '"7"').expect(412);
    expect(await journal()).toBe(before);
    expect(await read(duplicate.id)).toEqual(duplicate);
  });

  it('if a merged field exceeds its limit', async () => {
    const tags = (start: number) => Array.from({ length: 30 }, (_, index) => `t${start + index}`);
    const [primary, duplicate] = [await created({ tags: tags(0) }), await created({ tags: tags(100) })];
    expect((await merge(primary.id, [duplicate.id]).expect(409)).body).toMatchObject({
      code: 'merge-too-large',
      field: 'tags',
    });
  });

  it('for callers who cannot see or delete all records', async () => {
    const [seller, other] = [await app.as('sales'), await app.as('sales')];
    const [mine, theirs] = [await created({}, seller), await created({}, other)];
    expect(pointers(await merge(mine.id, [theirs.id], {}, seller).expect(422))).toEqual([
      ['#/duplicateIds/0', 'unknown-contact'],
    ]);
    await merge(theirs.id, [mine.id], {}, seller).expect(404);
    await seller
      .post(`/contacts/${theirs.id}/merge/preview`)
      .send({ duplicateIds: [mine.id] })
      .expect(404);
    const writer = await app.as('manager', { scopes: ['contacts:read', 'contacts:update'] });
    const [one, two] = [await created({ ownerId: writer.userId }), await created({ ownerId: writer.userId })];
    expect((await merge(one.id, [two.id], {}, writer).expect(403)).body.requiredPermission).toBe('contacts:delete');
    await merge(one.id, [two.id], {}, await app.as('viewer')).expect(403);
  });

  it('moves linked records that the caller cannot see, and does not show them', async () => {
    const [seller, other] = [await app.as('sales'), await app.as('sales')];
    const [primary, duplicate] = [await created({}, seller), await created({}, seller)];
    const { body } = await admin
      .post('/deals')
      .send({ title: 'Secret', contactId: duplicate.id, ownerId: other.userId })
      .expect(201);
    const answer = await merge(primary.id, [duplicate.id], {}, seller).expect(200);
    expect(await linkOf('deals', 'contact_id', body.id as string)).toMatchObject({ link: primary.id });
    expect(answer.body.merge.moves[1]).toEqual({ resource: 'deals', field: 'contactId', count: 1 });
    await seller.get(`/deals/${body.id}`).expect(404);
    expect((await seller.get(`/contacts/${primary.id}/merges`).expect(200)).body.data).toEqual([answer.body.merge]);
    await other.get(`/contacts/${primary.id}/merges`).expect(404);
    await unmerge(primary.id, {}, other).expect(404);
  });

  it('changes nothing after an error in between', async () => {
    const [primary, duplicate] = [
      await created(),
      await created({ title: 'Head', externalIds: { erp: `m${(serial += 1)}` } }),
    ];
    const stuck = await convertedLead(duplicate.id);
    await note(duplicate.id);
    await app.db.query(
      `create function break_merge() returns trigger language plpgsql as $$ begin raise exception 'no'
        using errcode = '23514'; end $$; create trigger break_merge before update of converted_contact_id on leads
        for each row execute function break_merge()`,
    );
    try {
      const before = [await everything(), await journal()];
      expect((await merge(primary.id, [duplicate.id])).status).toBeGreaterThanOrEqual(400);
      expect([await everything(), await journal()]).toEqual(before);
    } finally {
      await app.db.query('drop function break_merge() cascade');
    }
    expect(await linkOf('leads', 'converted_contact_id', stuck)).toEqual({ link: duplicate.id, version: 1 });
    await merge(primary.id, [duplicate.id]).expect(200);
  });
});

describe('undoing a merge', () => {
  it('restores the earlier state', async () => {
    const companyId = await aCompany();
    const primary = await created({
      name: 'Ada',
      lastName: null,
      tags: ['vip'],
      customFields: { size: 'M' },
      externalIds: { crm: `u${serial}` },
    });
    const duplicates = [
      await created({
        companyId,
        isPrimary: true,
        phone: '+44 1',
        tags: ['b'],
        externalIds: { erp: `v${serial}` },
        customFields: { pet: 'cat' },
      }),
      await created({ firstName: 'Ada', lastName: 'King' }),
    ];
    for (const { id } of duplicates) await Promise.all([note(id), note(id), deal(id), convertedLead(id)]);
    await admin.delete(`/deals/${await deal(duplicates[0]?.id ?? '')}`).expect(204);
    const before = await everything();
    const { body } = await merge(
      primary.id,
      duplicates.map(({ id }) => id),
      { fields: { email: duplicates[1]?.id } },
    ).expect(200);
    expect(await everything()).not.toBe(before);
    const undone = await unmerge(primary.id, { mergeId: body.merge.id }).expect(200);
    expect(await everything()).toBe(before);
    expect(undone.body.contact).toMatchObject({
      id: primary.id,
      email: primary.email,
      isPrimary: false,
      companyId: null,
    });
    expect(undone.body.merge).toMatchObject({ id: body.merge.id, unmergedBy: { email: 'admin@kontor.test' } });
    for (const { id } of duplicates) await admin.get(`/contacts/${id}`).expect(200);
    expect((await unmerge(primary.id, { mergeId: body.merge.id }).expect(409)).body.code).toBe('merge-undone');
    expect((await unmerge(primary.id).expect(409)).body.code).toBe('nothing-merged');
    expect((await unmerge(primary.id, { mergeId: randomUUID() }).expect(404)).body.code).toBe('merge-not-found');
  });

  it('applies to the latest merge, or to the merge with the given id', async () => {
    const [primary, first, second] = [
      await created(),
      await created({ title: 'Head' }),
      await created({ phone: '+44 9' }),
    ];
    const merges = [
      (await merge(primary.id, [first.id]).expect(200)).body.merge.id,
      (await merge(primary.id, [second.id]).expect(200)).body.merge.id,
    ] as string[];
    const page = (await admin.get(`/contacts/${primary.id}/merges`).query({ limit: 1, count: 'exact' }).expect(200))
      .body;
    expect([page.data[0].id, page.total.count]).toEqual([merges[1], 2]);
    expect(
      (
        await admin
          .get(`/contacts/${primary.id}/merges`)
          .query({ limit: 1, cursor: page.pageInfo.nextCursor })
          .expect(200)
      ).body.data[0].id,
    ).toBe(merges[0]);
    expect((await unmerge(primary.id, { mergeId: merges[0] }).expect(200)).body.contact).toMatchObject({
      title: null,
      phone: '+44 9',
    });
    expect((await unmerge(primary.id).expect(200)).body.merge.id).toBe(merges[1]);
    expect(await read(second.id)).toMatchObject({ phone: '+44 9', deletedAt: null });
  });

  it('is rejected after a change of a merged field or moved link, and names it', async () => {
    const [primary, duplicate] = [await created(), await created({ title: 'Head', phone: '+44 1' })];
    const [activity, moved] = [await note(duplicate.id), await deal(duplicate.id)];
    await merge(primary.id, [duplicate.id]).expect(200);
    await admin.patch(`/contacts/${primary.id}`).send({ title: 'Countess', notes: 'Was not merged' }).expect(200);
    await admin.patch(`/deals/${moved}`).send({ contactId: null }).expect(200);
    const before = [await everything(), await journal()];
    expect((await unmerge(primary.id).expect(409)).body).toMatchObject({
      code: 'merge-touched',
      touchedFields: ['title'],
      touchedLinks: [{ resource: 'deals', field: 'contactId', count: 1 }],
    });
    expect([await everything(), await journal()]).toEqual(before);
    await admin.patch(`/contacts/${primary.id}`).send({ title: 'Head' }).expect(200);
    await admin.patch(`/deals/${moved}`).send({ contactId: primary.id }).expect(200);
    await unmerge(primary.id).expect(200);
    expect(await linkOf('activities', 'contact_id', activity)).toMatchObject({ link: duplicate.id });
    expect(await read(primary.id)).toMatchObject({ title: null, notes: 'Was not merged' });
  });

  it('is rejected if the e-mail address or the company is used now', async () => {
    const companyId = await aCompany();
    const [primary, duplicate] = [await created(), await created({ companyId, isPrimary: true })];
    await merge(primary.id, [duplicate.id]).expect(200);
    const heir = await created({ email: duplicate.email });
    expect((await unmerge(primary.id).expect(409)).body).toMatchObject({
      code: 'contact-email-taken',
      existingId: heir.id,
    });
    await admin.patch(`/contacts/${heir.id}`).send({ email: null }).expect(200);
    await unmerge(primary.id).expect(200);
    expect(await read(duplicate.id)).toMatchObject({ email: duplicate.email, isPrimary: true });
  });

  it('is rejected after a purge of one record, and the journal removes its data', async () => {
    const [primary, duplicate] = [await created(), await created({ title: 'Head' })];
    await merge(primary.id, [duplicate.id]).expect(200);
    await admin.post(`/contacts/${duplicate.id}/purge`).expect(204);
    expect((await unmerge(primary.id).expect(409)).body.code).toBe('merge-forgotten');
    expect((await admin.get(`/contacts/${primary.id}/merges`).expect(200)).body.data[0]).toMatchObject({
      changedFields: [],
      forgottenAt: expect.any(String),
    });
    expect(
      (
        await app.db.query(
          `select 1 from record_merges where primary_id = $1 and (primary_before <> '{}' or primary_after <> '{}')`,
          [primary.id],
        )
      ).rowCount,
    ).toBe(0);
  });

  it('keeps data under a legal hold', async () => {
    const [primary, duplicate] = [await created(), await created()];
    const activity = await note(duplicate.id);
    await admin
      .post('/legal-holds')
      .send({ resourceType: 'contacts', recordId: duplicate.id, reason: 'Litigation' })
      .expect(201);
    await merge(primary.id, [duplicate.id]).expect(200);
    expect((await app.db.query('select 1 from held_activities where id = $1', [activity])).rowCount).toBe(1);
    await expect(app.db.query('delete from activities where id = $1', [activity])).rejects.toMatchObject({
      code: 'KH001',
    });
    await unmerge(primary.id).expect(200);
  });
});

describe('at the same time', () => {
  it('each of many merges of the same contacts applies completely or not at all', async () => {
    const contacts = await Promise.all(Array.from({ length: 4 }, () => created({ companyId: undefined })));
    await Promise.all(contacts.map(({ id }) => note(id)));
    const answers = await Promise.all(
      contacts.flatMap((one) => contacts.filter((other) => other !== one).map((other) => merge(one.id, [other.id]))),
    );
    expect(answers.map(({ status }) => status).filter((status) => ![200, 404, 409, 410, 422].includes(status))).toEqual(
      [],
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    const { rows } = await app.db.query<{ id: string; n: number }>(
      `select c.id, count(a.id)::int as n from contacts c left join activities a on a.contact_id = c.id
        where c.id = any($1) and c.deleted_at is null group by 1`,
      [contacts.map(({ id }) => id)],
    );
    expect(rows).toEqual([{ id: expect.any(String), n: 4 }]);
  });

  it('a change of a duplicate is merged or rejected', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [primary, duplicate] = [await created(), await created()];
      const [changed, merged] = await Promise.all([
        admin.patch(`/contacts/${duplicate.id}`).send({ title: 'Late' }),
        merge(primary.id, [duplicate.id]),
      ]);
      expect(merged.status).toBe(200);
      expect([200, 410]).toContain(changed.status);
      expect(merged.body.contact.title).toBe(changed.status === 200 ? 'Late' : null);
    }
  });

  it('a merge is undone once', async () => {
    const [primary, duplicate] = [await created(), await created()];
    await merge(primary.id, [duplicate.id]).expect(200);
    const answers = await Promise.all(Array.from({ length: 6 }, () => unmerge(primary.id)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
  });
});
