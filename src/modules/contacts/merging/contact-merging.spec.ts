import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../../../../test/harness/app.js';
import type { Caller } from '../../../../test/harness/caller.js';
import { mergeKinds } from '../../../platform/records/index.js';

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
const made = async (more: object = {}, by: Caller = admin): Promise<Contact> =>
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
const merge = (survivor: string, loserIds: string[], more: object = {}, by: Caller = admin) =>
  by.post(`/contacts/${survivor}/merge`).send({ loserIds, ...more });
const unmerge = (survivor: string, body: object = {}, by: Caller = admin) =>
  by.post(`/contacts/${survivor}/unmerge`).send(body);
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

/** Everything that a merge could have touched, but for how often it was. */
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
      'select (select count(*) from record_merges)::int + (select count(*) from record_merge_moves)::int + (select count(*) from events)::int as n',
    )
  ).rows[0]?.n ?? -1;

describe('the links of what can be merged', () => {
  // A foreign key that nobody thought of would leave records on somebody who is gone.
  it.each(['contacts', 'companies'])('are all foreign keys to %s', async (table) => {
    const { rows } = await app.db.query<{ link: string }>(
      `
      select c.conrelid::regclass || '.' || a.attname as link from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = $1::regclass order by 1`,
      [table],
    );
    const exempt = [`${table}.merged_into_id`, 'contact_external_ids.contact_id', 'company_external_ids.company_id'];
    const declared = mergeKinds()
      .get(table)
      ?.links.map((link) => `${link.table}.${link.column}`);
    expect(declared?.toSorted()).toEqual(rows.map(({ link }) => link).filter((link) => !exempt.includes(link)));
  });
});

describe('merging contacts', () => {
  it('fills what the survivor lacks, unites the rest, and takes along what is on the others', async () => {
    const companyId = await aCompany();
    const survivor = await made({
      name: 'Ada',
      lastName: null,
      phone: '+44 1',
      tags: ['vip'],
      externalIds: { crm: `c${serial}` },
      customFields: { size: 'M' },
    });
    const first = await made({
      firstName: 'Ada',
      lastName: 'Byron',
      phone: '+44 2',
      mobile: '+44 3',
      tags: ['spring', 'vip'],
      externalIds: { crm: `d${serial}`, erp: `e${serial}` },
      customFields: { size: 'L', pet: 'cat' },
      emailOptOutAt: '2026-11-20T09:00:00.000Z',
    });
    const second = await made({ companyId, title: 'Head', isPrimary: true, mobile: '+44 4', twitterHandle: '@ada' });
    const ids = { activity: await note(first.id), deal: await deal(second.id), lead: await convertedLead(first.id) };
    const preview = (
      await admin
        .post(`/contacts/${survivor.id}/merge/preview`)
        .send({ loserIds: [first.id, second.id] })
        .expect(200)
    ).body as { fields: Field[]; moves: object[] };
    expect(await read(survivor.id)).toEqual(survivor);
    const { body } = await merge(survivor.id, [first.id, second.id]).expect(200);
    expect(body.contact).toMatchObject({
      id: survivor.id,
      name: 'Ada Byron',
      email: survivor.email,
      phone: '+44 1',
      mobile: '+44 3',
      companyId,
      title: 'Head',
      isPrimary: true,
      twitterHandle: '@ada',
      tags: ['vip', 'spring'],
      externalIds: {
        crm: survivor['externalIds'] && (survivor['externalIds'] as { crm: string }).crm,
        erp: (first['externalIds'] as { erp: string }).erp,
      },
      customFields: { size: 'M', pet: 'cat' },
      emailOptOutAt: '2026-11-20T09:00:00.000Z',
      version: survivor.version + 1,
    });
    expect(await read(survivor.id)).toEqual(body.contact);
    expect(body.merge).toMatchObject({
      survivorId: survivor.id,
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
      expect([table, await linkOf(table, column, id)]).toEqual([table, { link: survivor.id, version: 2 }]);
    }
    // The preview said all of it.
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

  it('lets the caller choose whose value wins', async () => {
    const [survivor, loser] = [
      await made({ phone: '+44 1', customFields: { size: 'M' } }),
      await made({ phone: '+44 2', status: 'customer', customFields: { size: 'L' } }),
    ];
    const { body } = await merge(survivor.id, [loser.id], {
      fields: { email: loser.id, phone: loser.id, status: loser.id, 'custom.size': loser.id, title: survivor.id },
    }).expect(200);
    expect(body.contact).toMatchObject({
      email: loser.email,
      phone: '+44 2',
      status: 'customer',
      customFields: { size: 'L' },
    });
  });

  it('does not make one address out of two', async () => {
    const survivor = await made({ city: 'London' });
    const { body } = await merge(survivor.id, [
      (await made({ city: 'Paris', country: 'FR', postalCode: '75001' })).id,
      (await made({ city: 'London', country: 'GB' })).id,
    ]).expect(200);
    expect(body.contact).toMatchObject({ city: 'London', country: 'GB', postalCode: null });
  });

  it('answers 410 with the survivor for the old id, over however many merges, and finds it by external ids', async () => {
    const [last, middle, first] = [await made(), await made(), await made({ externalIds: { erp: `x${serial}` } })];
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
    expect((await merge((await made()).id, [first.id]).expect(410)).body.mergedInto).toBe(last.id);
    const upserted = await admin
      .put(`/contacts/by-external-id/erp/${(first['externalIds'] as { erp: string }).erp}`)
      .send({ name: 'Ada Lovelace', title: 'Countess' })
      .expect(200);
    expect(upserted.body).toMatchObject({ id: last.id, title: 'Countess' });
    expect((await admin.post(`/contacts/${first.id}/restore`).expect(409)).body.code).toBe('contact-merged');
  });

  it('tells one event and one entry of the history', async () => {
    const [survivor, loser] = [await made(), await made({ title: 'Head' })];
    const { body } = await merge(survivor.id, [loser.id]).expect(200);
    await unmerge(survivor.id).expect(200);
    const { rows } = await app.db.query<{ type: string; payload: object }>(
      `select type, payload from events where resource_id = any($1) and type <> 'contact.created' order by sequence`,
      [[survivor.id, loser.id]],
    );
    expect(rows.map(({ type }) => type)).toEqual(['contact.merged', 'contact.unmerged']);
    expect(rows[0]?.payload).toMatchObject({
      mergeId: body.merge.id,
      mergedIds: [loser.id],
      changedFields: ['title'],
      previous: { title: null },
      object: { id: survivor.id, title: 'Head' },
    });
    expect(rows[1]?.payload).toMatchObject({
      mergeId: body.merge.id,
      mergedIds: [loser.id],
      changedFields: ['title'],
      object: { title: null },
    });
    const history = (await admin.get(`/contacts/${survivor.id}/history`).expect(200)).body.data as {
      action: string;
      changes: object;
    }[];
    expect(history.filter(({ action }) => action === 'merge').map(({ changes }) => changes)).toEqual([
      { mergedIds: { from: [loser.id], to: null } },
      { mergedIds: { from: null, to: [loser.id] } },
    ]);
  });
});

describe('a merge is refused', () => {
  it('with itself, with nobody, with who is gone or was never there, and with fields that nobody has', async () => {
    const [survivor, loser, gone] = [await made(), await made(), await made()];
    await admin.delete(`/contacts/${gone.id}`).expect(204);
    const before = await journal();
    expect(pointers(await merge(survivor.id, [loser.id, survivor.id]).expect(422))).toEqual([
      ['#/loserIds/1', 'same-record'],
    ]);
    for (const id of [gone.id, randomUUID()])
      expect(pointers(await merge(survivor.id, [id]).expect(422))).toEqual([['#/loserIds/0', 'unknown-contact']]);
    expect(pointers(await merge(survivor.id, [loser.id], { fields: { ownerId: loser.id } }).expect(422))).toEqual([
      ['#/fields/ownerId', 'unknown-field'],
    ]);
    expect(pointers(await merge(survivor.id, [loser.id], { fields: { email: gone.id } }).expect(422))).toEqual([
      ['#/fields/email', 'not-merged'],
    ]);
    for (const loserIds of [[], Array.from({ length: 6 }, () => randomUUID()), [loser.id, loser.id], ['x']])
      await merge(survivor.id, loserIds).expect(422);
    await merge(gone.id, [loser.id]).expect(404);
    await merge(survivor.id, [loser.id]).set('If-Match', '"7"').expect(412);
    expect(await journal()).toBe(before);
    expect(await read(loser.id)).toEqual(loser);
  });

  it('where more comes together than a record holds', async () => {
    const tags = (start: number) => Array.from({ length: 30 }, (_, index) => `t${start + index}`);
    const [survivor, loser] = [await made({ tags: tags(0) }), await made({ tags: tags(100) })];
    expect((await merge(survivor.id, [loser.id]).expect(409)).body).toMatchObject({
      code: 'merge-too-large',
      field: 'tags',
    });
  });

  it('to whoever does not see all of them, or may not delete', async () => {
    const [seller, other] = [await app.as('sales'), await app.as('sales')];
    const [mine, theirs] = [await made({}, seller), await made({}, other)];
    expect(pointers(await merge(mine.id, [theirs.id], {}, seller).expect(422))).toEqual([
      ['#/loserIds/0', 'unknown-contact'],
    ]);
    await merge(theirs.id, [mine.id], {}, seller).expect(404);
    await seller
      .post(`/contacts/${theirs.id}/merge/preview`)
      .send({ loserIds: [mine.id] })
      .expect(404);
    const writer = await app.as('manager', { scopes: ['contacts:read', 'contacts:update'] });
    const [one, two] = [await made({ ownerId: writer.userId }), await made({ ownerId: writer.userId })];
    expect((await merge(one.id, [two.id], {}, writer).expect(403)).body.requiredPermission).toBe('contacts:delete');
    await merge(one.id, [two.id], {}, await app.as('viewer')).expect(403);
  });

  it('moves what the caller does not see as well, and shows them none of it', async () => {
    const [seller, other] = [await app.as('sales'), await app.as('sales')];
    const [survivor, loser] = [await made({}, seller), await made({}, seller)];
    const { body } = await admin
      .post('/deals')
      .send({ title: 'Secret', contactId: loser.id, ownerId: other.userId })
      .expect(201);
    const answer = await merge(survivor.id, [loser.id], {}, seller).expect(200);
    expect(await linkOf('deals', 'contact_id', body.id as string)).toMatchObject({ link: survivor.id });
    expect(answer.body.merge.moves[1]).toEqual({ resource: 'deals', field: 'contactId', count: 1 });
    await seller.get(`/deals/${body.id}`).expect(404);
    expect((await seller.get(`/contacts/${survivor.id}/merges`).expect(200)).body.data).toEqual([answer.body.merge]);
    await other.get(`/contacts/${survivor.id}/merges`).expect(404);
    await unmerge(survivor.id, {}, other).expect(404);
  });

  // The trap: half a merge.
  it('leaves everything as it was where something fails midway', async () => {
    const [survivor, loser] = [await made(), await made({ title: 'Head', externalIds: { erp: `m${(serial += 1)}` } })];
    const stuck = await convertedLead(loser.id);
    await note(loser.id);
    await app.db.query(
      `create function break_merge() returns trigger language plpgsql as $$ begin raise exception 'no' using errcode = '23514'; end $$; create trigger break_merge before update of converted_contact_id on leads for each row execute function break_merge()`,
    );
    try {
      const before = [await everything(), await journal()];
      expect((await merge(survivor.id, [loser.id])).status).toBeGreaterThanOrEqual(400);
      expect([await everything(), await journal()]).toEqual(before);
    } finally {
      await app.db.query('drop function break_merge() cascade');
    }
    expect(await linkOf('leads', 'converted_contact_id', stuck)).toEqual({ link: loser.id, version: 1 });
    await merge(survivor.id, [loser.id]).expect(200);
  });
});

describe('taking a merge back', () => {
  it('makes everything as it was', async () => {
    const companyId = await aCompany();
    const survivor = await made({
      name: 'Ada',
      lastName: null,
      tags: ['vip'],
      customFields: { size: 'M' },
      externalIds: { crm: `u${serial}` },
    });
    const losers = [
      await made({
        companyId,
        isPrimary: true,
        phone: '+44 1',
        tags: ['b'],
        externalIds: { erp: `v${serial}` },
        customFields: { pet: 'cat' },
      }),
      await made({ firstName: 'Ada', lastName: 'King' }),
    ];
    for (const { id } of losers) await Promise.all([note(id), note(id), deal(id), convertedLead(id)]);
    await admin.delete(`/deals/${await deal(losers[0]?.id ?? '')}`).expect(204);
    const before = await everything();
    const { body } = await merge(
      survivor.id,
      losers.map(({ id }) => id),
      { fields: { email: losers[1]?.id } },
    ).expect(200);
    expect(await everything()).not.toBe(before);
    const undone = await unmerge(survivor.id, { mergeId: body.merge.id }).expect(200);
    expect(await everything()).toBe(before);
    expect(undone.body.contact).toMatchObject({
      id: survivor.id,
      email: survivor.email,
      isPrimary: false,
      companyId: null,
    });
    expect(undone.body.merge).toMatchObject({ id: body.merge.id, unmergedBy: { email: 'admin@kontor.test' } });
    for (const { id } of losers) await admin.get(`/contacts/${id}`).expect(200);
    expect((await unmerge(survivor.id, { mergeId: body.merge.id }).expect(409)).body.code).toBe('merge-undone');
    expect((await unmerge(survivor.id).expect(409)).body.code).toBe('nothing-merged');
    expect((await unmerge(survivor.id, { mergeId: randomUUID() }).expect(404)).body.code).toBe('merge-not-found');
  });

  it('takes the latest one first, and another by its id', async () => {
    const [survivor, first, second] = [await made(), await made({ title: 'Head' }), await made({ phone: '+44 9' })];
    const merges = [
      (await merge(survivor.id, [first.id]).expect(200)).body.merge.id,
      (await merge(survivor.id, [second.id]).expect(200)).body.merge.id,
    ] as string[];
    const page = (await admin.get(`/contacts/${survivor.id}/merges`).query({ limit: 1, count: 'exact' }).expect(200))
      .body;
    expect([page.data[0].id, page.total.count]).toEqual([merges[1], 2]);
    expect(
      (
        await admin
          .get(`/contacts/${survivor.id}/merges`)
          .query({ limit: 1, cursor: page.pageInfo.nextCursor })
          .expect(200)
      ).body.data[0].id,
    ).toBe(merges[0]);
    expect((await unmerge(survivor.id, { mergeId: merges[0] }).expect(200)).body.contact).toMatchObject({
      title: null,
      phone: '+44 9',
    });
    expect((await unmerge(survivor.id).expect(200)).body.merge.id).toBe(merges[1]);
    expect(await read(second.id)).toMatchObject({ phone: '+44 9', deletedAt: null });
  });

  it('is refused once a merged field or a moved link was changed, and says which', async () => {
    const [survivor, loser] = [await made(), await made({ title: 'Head', phone: '+44 1' })];
    const [activity, moved] = [await note(loser.id), await deal(loser.id)];
    await merge(survivor.id, [loser.id]).expect(200);
    await admin.patch(`/contacts/${survivor.id}`).send({ title: 'Countess', notes: 'Was not merged' }).expect(200);
    await admin.patch(`/deals/${moved}`).send({ contactId: null }).expect(200);
    const before = [await everything(), await journal()];
    expect((await unmerge(survivor.id).expect(409)).body).toMatchObject({
      code: 'merge-touched',
      touchedFields: ['title'],
      touchedLinks: [{ resource: 'deals', field: 'contactId', count: 1 }],
    });
    expect([await everything(), await journal()]).toEqual(before);
    await admin.patch(`/contacts/${survivor.id}`).send({ title: 'Head' }).expect(200);
    await admin.patch(`/deals/${moved}`).send({ contactId: survivor.id }).expect(200);
    await unmerge(survivor.id).expect(200);
    expect(await linkOf('activities', 'contact_id', activity)).toMatchObject({ link: loser.id });
    expect(await read(survivor.id)).toMatchObject({ title: null, notes: 'Was not merged' });
  });

  it('is refused while somebody has the e-mail address or the company by now', async () => {
    const companyId = await aCompany();
    const [survivor, loser] = [await made(), await made({ companyId, isPrimary: true })];
    await merge(survivor.id, [loser.id]).expect(200);
    const heir = await made({ email: loser.email });
    expect((await unmerge(survivor.id).expect(409)).body).toMatchObject({
      code: 'contact-email-taken',
      existingId: heir.id,
    });
    await admin.patch(`/contacts/${heir.id}`).send({ email: null }).expect(200);
    await unmerge(survivor.id).expect(200);
    expect(await read(loser.id)).toMatchObject({ email: loser.email, isPrimary: true });
  });

  it('cannot be done any more once one of them was removed for good, and the journal forgets', async () => {
    const [survivor, loser] = [await made(), await made({ title: 'Head' })];
    await merge(survivor.id, [loser.id]).expect(200);
    await admin.post(`/contacts/${loser.id}/purge`).expect(204);
    expect((await unmerge(survivor.id).expect(409)).body.code).toBe('merge-forgotten');
    expect((await admin.get(`/contacts/${survivor.id}/merges`).expect(200)).body.data[0]).toMatchObject({
      changedFields: [],
      forgottenAt: expect.any(String),
    });
    expect(
      (
        await app.db.query(
          `select 1 from record_merges where survivor_id = $1 and (survivor_before <> '{}' or survivor_after <> '{}')`,
          [survivor.id],
        )
      ).rowCount,
    ).toBe(0);
  });

  it('keeps under a legal hold what was on a held contact', async () => {
    const [survivor, loser] = [await made(), await made()];
    const activity = await note(loser.id);
    await admin
      .post('/legal-holds')
      .send({ resourceType: 'contacts', recordId: loser.id, reason: 'Litigation' })
      .expect(201);
    await merge(survivor.id, [loser.id]).expect(200);
    expect((await app.db.query('select 1 from held_activities where id = $1', [activity])).rowCount).toBe(1);
    await expect(app.db.query('delete from activities where id = $1', [activity])).rejects.toMatchObject({
      code: 'KH001',
    });
    await unmerge(survivor.id).expect(200);
  });
});

describe('at the same time', () => {
  it('of many merges over the same contacts each happens whole or not at all', async () => {
    const contacts = await Promise.all(Array.from({ length: 4 }, () => made({ companyId: undefined })));
    await Promise.all(contacts.map(({ id }) => note(id)));
    const answers = await Promise.all(
      contacts.flatMap((one) => contacts.filter((other) => other !== one).map((other) => merge(one.id, [other.id]))),
    );
    expect(answers.map(({ status }) => status).filter((status) => ![200, 404, 409, 410, 422].includes(status))).toEqual(
      [],
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    const { rows } = await app.db.query<{ id: string; n: number }>(
      `select c.id, count(a.id)::int as n from contacts c left join activities a on a.contact_id = c.id where c.id = any($1) and c.deleted_at is null group by 1`,
      [contacts.map(({ id }) => id)],
    );
    expect(rows).toEqual([{ id: expect.any(String), n: 4 }]);
  });

  it('a change of the loser is in the survivor or refused', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [survivor, loser] = [await made(), await made()];
      const [changed, merged] = await Promise.all([
        admin.patch(`/contacts/${loser.id}`).send({ title: 'Late' }),
        merge(survivor.id, [loser.id]),
      ]);
      expect(merged.status).toBe(200);
      expect([200, 410]).toContain(changed.status);
      expect(merged.body.contact.title).toBe(changed.status === 200 ? 'Late' : null);
    }
  });

  it('a merge is taken back once', async () => {
    const [survivor, loser] = [await made(), await made()];
    await merge(survivor.id, [loser.id]).expect(200);
    const answers = await Promise.all(Array.from({ length: 6 }, () => unmerge(survivor.id)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
  });
});
