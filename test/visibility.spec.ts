import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from './harness/app.js';
import type { Caller } from './harness/caller.js';

type Person = Caller & { userId: string };
interface Row {
  readonly id: string;
  readonly owner_id: string | null;
  readonly team_id: string | null;
  readonly deleted_at: Date | null;
}
interface ActivityRow extends Row {
  readonly assignee_id: string | null;
  readonly lead_id: string;
}

let app: TestApp;
let north: string;
let south: string;
let people: Record<string, Person>;
const NAMES = ['manager', 'colleague', 'seller', 'southManager', 'southSeller', 'loneManager', 'viewer'] as const;

const team = async (name: string) =>
  (await app.db.query<{ id: string }>('insert into teams (name) values ($1) returning id', [name])).rows[0]?.id ?? '';
const person = (name: string): Person => people[name] as Person;
const newLead = (extra: object = {}) => ({
  name: 'Ada Lovelace',
  email: `${randomUUID()}@example.com`,
  source: 'website',
  ...extra,
});
const create = async (extra: object = {}): Promise<string> =>
  (await app.admin.post('/leads').send(newLead(extra)).expect(201)).body.id as string;
const addTo = async (leadId: string, extra: object = {}): Promise<string> =>
  (
    await app.admin
      .post(`/leads/${leadId}/activities`)
      .send({ type: 'task', subject: 'Call', ...extra })
      .expect(201)
  ).body.id as string;

beforeAll(async () => {
  app = await startApp();
  await app.db.query(
    `insert into role_permissions (role_id, permission_id) select r.id, p.id from roles r join permissions p
      on p.resource in ('events', 'webhooks', 'notification-channels') where r.name in ('manager', 'sales', 'viewer')
      on conflict do nothing`,
  );
  [north, south] = [await team('North'), await team('South')];
  const created = await Promise.all([
    app.as('manager', { teamId: north }),
    app.as('sales', { teamId: north }),
    app.as('sales', { teamId: north }),
    app.as('manager', { teamId: south }),
    app.as('sales', { teamId: south }),
    app.as('manager'),
    app.as('viewer'),
  ]);
  people = Object.fromEntries(NAMES.map((name, index) => [name, created[index] as Person]));
  const owners = [null, ...NAMES.filter((name) => name !== 'viewer').map((name) => person(name).userId)];
  for (const [index, ownerId] of [...owners, ...owners].entries()) {
    const lead = await create({
      ownerId,
      source: index % 3 ? 'website' : 'fair',
      ...(ownerId === null && index > 0 && { teamId: south }),
    });
    await addTo(lead, {
      ownerId: owners[(index * 5) % owners.length],
      assigneeId: owners[(index * 3 + 1) % owners.length],
    });
    await addTo(lead, { ownerId: null, ...(index % 2 && { teamId: north }) });
    if (index === 3 || index === 9) await app.admin.delete(`/leads/${lead}`).expect(204);
    if (index === 4) await app.admin.post(`/leads/${lead}/status`).send({ status: 'contacted' }).expect(200);
  }
}, 60_000);
afterAll(() => app.close());

/** The visibility rules, written independently of the code. */
const accessScope = (name: string): { userId: string; teamId?: string; all?: true } => ({
  userId: person(name).userId,
  ...(name === 'viewer' && { all: true }),
  ...(name === 'manager' && { teamId: north }),
  ...(name === 'southManager' && { teamId: south }),
});
const canSeeLead = (name: string, { owner_id: owner, team_id: of }: Row) => {
  const { userId, teamId, all } = accessScope(name);
  return all ?? (teamId ? of === teamId : owner === userId);
};
const leads = async () => (await app.db.query<Row>('select id, owner_id, team_id, deleted_at from leads')).rows;
const activities = async () =>
  (await app.db.query<ActivityRow>('select id, owner_id, team_id, deleted_at, assignee_id, lead_id from activities'))
    .rows;
const canSeeActivity = (name: string, activity: ActivityRow, of: Row) =>
  canSeeLead(name, of) || canSeeLead(name, activity) || activity.assignee_id === person(name).userId;

async function everyId(who: Caller, path: string, query: object = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined, more = true; more;) {
    const { body } = await who
      .get(path)
      .query({ limit: 7, ...query, ...(cursor && { cursor }) })
      .expect(200);
    ids.push(...(body.data as { id: string }[]).map(({ id }) => id));
    cursor = body.pageInfo.nextCursor as string;
    more = body.pageInfo.hasMore as boolean;
  }
  return ids.toSorted();
}

async function settled(): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { rows } = await app.db.query<{ n: number }>(
      'select count(*)::int as n from events where dispatched_at is null',
    );
    if (rows[0]?.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('Events are still waiting');
}

async function everyEvent(
  who: Caller,
  query: object = {},
): Promise<{ id: string; type: string; data: { object?: { id: string } } }[]> {
  const events = [];
  for (let after = 0, more = true; more;) {
    const { body } = await who
      .get('/events')
      .query({ limit: 10, ...query, after })
      .expect(200);
    events.push(...body.data);
    [after, more] = [body.lastSequence as number, body.hasMore as boolean];
  }
  return events;
}

/** Returns the state that a rejected write must not change. */
const state = async (): Promise<unknown> =>
  (
    await app.db.query(
      `select (select md5(string_agg(t::text, ',' order by t::text))
        from leads t) l, (select md5(string_agg(t::text, ',' order by t::text)) from activities t) a, (select count(*)
        from events where resource_type in ('leads', 'activities', 'lead-forms')) e, (select md5(string_agg(t::text, ','
        order by t::text)) from record_counts t where t.resource like 'lead%') c`,
    )
  ).rows[0];

describe.each(NAMES)('for %s', (name) => {
  it('every read returns the same leads, as the rules say', async () => {
    const who = person(name);
    const expected = (await leads())
      .filter((row) => !row.deleted_at && canSeeLead(name, row))
      .map(({ id }) => id)
      .toSorted();
    const listed = await everyId(who, '/leads');
    expect(listed).toEqual(expected);
    const got = await Promise.all(
      (await leads()).map(async ({ id }) => ((await who.get(`/leads/${id}`)).status === 200 ? [id] : [])),
    );
    expect(got.flat().toSorted()).toEqual(expected);
    expect(await everyId(who, '/leads', { sort: 'name' })).toEqual(expected);
    expect(await everyId(who, '/leads', { q: 'lovelace' })).toEqual(expected);
    expect(
      ((await who.post('/leads/search').send({ limit: 100 }).expect(200)).body.data as { id: string }[])
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(expected);
    expect((await who.get('/leads').query({ count: 'exact', limit: 1 }).expect(200)).body.total).toEqual({
      count: expected.length,
      kind: 'exact',
    });
    const { facets } = (
      await who
        .post('/leads/facets')
        .send({ facets: ['status', 'source', 'ownerId', 'teamId'] })
        .expect(200)
    ).body as { facets: { values: { count: number }[] }[] };
    for (const { values } of facets) expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
    const { body: stats } = await who.get('/leads/stats').expect(200);
    const sums = [stats.byStatus, stats.bySource, stats.perDay].map((counts: { count: number }[]) =>
      counts.reduce((sum, { count }) => sum + count, 0),
    );
    expect([stats.total, ...sums, stats.recent.length]).toEqual([
      ...Array.from({ length: 4 }, () => expected.length),
      Math.min(10, expected.length),
    ]);
    const same = (
      (await who.post('/leads/duplicates').send({ name: 'Ada Lovelace' }).expect(200)).body.data as {
        lead: { id: string };
      }[]
    ).map(({ lead }) => lead.id);
    expect(same.filter((id) => !expected.includes(id))).toEqual([]);
    expect(same).toHaveLength(Math.min(20, expected.length));
  });

  it('every read returns the same activities, and does not show a hidden lead', async () => {
    const who = person(name);
    const all = new Map((await leads()).map((row) => [row.id, row]));
    const visible = (await activities()).filter(
      (row) =>
        !row.deleted_at && !all.get(row.lead_id)?.deleted_at && canSeeActivity(name, row, all.get(row.lead_id) as Row),
    );
    const expected = visible.map(({ id }) => id).toSorted();
    if (name === 'loneManager' || name === 'viewer') await who.get('/activities').expect(200);
    expect(await everyId(who, '/activities')).toEqual(expected);
    const got = await Promise.all(
      (await activities()).map(async ({ id }) => ((await who.get(`/activities/${id}`)).status === 200 ? [id] : [])),
    );
    expect(got.flat().toSorted()).toEqual(expected);
    expect((await who.get('/activities').query({ count: 'exact', limit: 1 }).expect(200)).body.total.count).toBe(
      expected.length,
    );
    const { facets } = (
      await who
        .post('/activities/facets')
        .send({ facets: ['type', 'teamId'] })
        .expect(200)
    ).body as { facets: { values: { count: number }[] }[] };
    for (const { values } of facets) expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(expected.length);
    const { data } = (await who.get('/activities').query({ include: 'lead', limit: 100 }).expect(200)).body as {
      data: { id: string; leadId: string; lead: object | null }[];
    };
    for (const { leadId, lead } of data)
      expect([leadId, lead !== null]).toEqual([leadId, canSeeLead(name, all.get(leadId) as Row)]);
    const onSeen = visible.filter((row) => canSeeLead(name, all.get(row.lead_id) as Row)).length;
    const found = await who
      .post('/activities/search')
      .send({ filter: { field: 'lead.status', op: 'in', value: ['new', 'contacted'] }, limit: 100 })
      .expect(200);
    expect(found.body.data).toHaveLength(onSeen);
  });

  it('the feed returns only events of visible records', async () => {
    await settled();
    const who = person(name);
    const all = new Map((await leads()).map((row) => [row.id, row]));
    const seen = new Set([...all.values()].filter((row) => canSeeLead(name, row)).map(({ id }) => id));
    for (const row of await activities()) if (canSeeActivity(name, row, all.get(row.lead_id) as Row)) seen.add(row.id);
    const { rows } = await app.db.query<{ id: string; resource: string }>(
      `select 'evt_' || replace(id::text, '-', '') as id, resource_id as resource from events where resource_type
        in ('leads', 'activities') order by feed_sequence`,
    );
    const events = (await everyEvent(who)).filter(({ type }) => /^(lead|activity)\./.test(type));
    expect(events.map(({ id }) => id)).toEqual(rows.filter(({ resource }) => seen.has(resource)).map(({ id }) => id));
    for (const { id, resource } of rows.slice(0, 12))
      await who.get(`/events/${id}`).expect(seen.has(resource) ? 200 : 404);
  });
});

describe('hidden records', () => {
  it('are not changed by any write, and the rejection changes nothing', async () => {
    const foreign = await create({ ownerId: person('southSeller').userId });
    const task = await addTo(foreign, { ownerId: null });
    const before = await state();
    for (const name of ['manager', 'seller', 'loneManager']) {
      const who = person(name);
      const allowed = [
        who.patch(`/leads/${foreign}`).send({ notes: 'x' }),
        who.delete(`/leads/${foreign}`),
        who.post(`/leads/${foreign}/status`).send({ status: 'contacted' }),
        who.post(`/leads/${foreign}/assign`).send({ ownerId: who.userId }),
        who.post(`/leads/${foreign}/restore`).send(),
        who.post(`/leads/${foreign}/activities`).send({ type: 'note', subject: 'x' }),
        who.get(`/leads/${foreign}/activities`),
        who.get(`/leads/${foreign}/timeline`),
        who.patch(`/activities/${task}`).send({ subject: 'x' }),
        who.post(`/activities/${task}/complete`).send({}),
        who.delete(`/activities/${task}`),
        who.post('/leads/bulk').send({ operations: [{ update: { id: foreign, changes: { notes: 'x' } } }] }),
      ];
      for (const answer of await Promise.all(allowed))
        expect([answer.status, JSON.stringify(answer.body).includes('@example.com')]).toEqual([404, false]);
      expect(
        (await who.post('/activities').send({ type: 'note', subject: 'x', leadId: foreign }).expect(422)).body.errors[0]
          .code,
      ).toBe('unknown-lead');
      const each = await who
        .post('/leads/bulk')
        .send({ atomic: false, operations: [{ update: { id: foreign, changes: { notes: 'x' } } }] })
        .expect(200);
      expect(each.body.results[0]).toMatchObject({ status: 404, lead: null });
    }
    expect(await state()).toEqual(before);
  });

  it('are not found by their ids in filters or by a cursor of another user', async () => {
    const foreign = await create({ ownerId: person('southSeller').userId });
    const who = person('seller');
    for (const query of [{ ownerId: person('southSeller').userId }, { teamId: south }]) {
      expect((await who.get('/leads').query(query).expect(200)).body.data).toEqual([]);
    }
    expect(
      (
        await who
          .post('/leads/search')
          .send({ filter: { field: 'id', op: 'eq', value: foreign } })
          .expect(200)
      ).body.data,
    ).toEqual([]);
    expect((await who.get('/activities').query({ leadId: foreign }).expect(200)).body.data).toEqual([]);
    expect((await who.get('/events').query({ resourceId: foreign }).expect(200)).body.data).toEqual([]);
    const { nextCursor } = (await app.admin.get('/leads').query({ limit: 1 }).expect(200)).body.pageInfo;
    const pending = (await who.get('/leads').query({ limit: 100, cursor: nextCursor }).expect(200)).body.data as {
      ownerId: string;
    }[];
    expect(pending.filter(({ ownerId }) => ownerId !== who.userId)).toEqual([]);
  });
});

describe('a team', () => {
  it('sees a lead without an owner after its assignment, also with $myTeam', async () => {
    const lead = await create();
    await person('manager').get(`/leads/${lead}`).expect(404);
    const input = await app.admin.post(`/leads/${lead}/assign`).send({ ownerId: null, teamId: north }).expect(200);
    expect(input.body).toMatchObject({ ownerId: null, teamId: north });
    const { body } = await person('manager')
      .get(`/leads/${lead}`)
      .query({ include: ['team', 'owner'] })
      .expect(200);
    expect([body.team, body.owner]).toEqual([{ id: north, name: 'North' }, null]);
    await person('seller').get(`/leads/${lead}`).expect(404);
    const mine = await person('manager')
      .post('/leads/search')
      .send({
        filter: {
          and: [
            { field: 'teamId', op: 'eq', value: '$myTeam' },
            { field: 'ownerId', op: 'isNull', value: true },
          ],
        },
      })
      .expect(200);
    expect((mine.body.data as { id: string }[]).map(({ id }) => id)).toContain(lead);
    const { rows } = await app.db.query<{ payload: { changedFields: string[] } }>(
      `select payload from events where resource_id = $1 and type = 'lead.assigned'`,
      [lead],
    );
    expect(rows.map(({ payload }) => payload.changedFields)).toEqual([['teamId']]);
  });

  it('does not see a record that a member assigns to another team', async () => {
    const lead = await create({ ownerId: person('manager').userId });
    const away = await person('manager')
      .post(`/leads/${lead}/assign`)
      .send({ ownerId: person('southSeller').userId })
      .expect(200);
    expect(away.body).toMatchObject({ ownerId: person('southSeller').userId, teamId: south });
    await person('manager').get(`/leads/${lead}`).expect(404);
    await person('southManager').get(`/leads/${lead}`).expect(200);
  });

  it('keeps a lead whose owner is removed', async () => {
    const lead = await create({ ownerId: person('seller').userId });
    expect(
      (await person('manager').post(`/leads/${lead}/assign`).send({ ownerId: null }).expect(200)).body,
    ).toMatchObject({ ownerId: null, teamId: north });
    await person('manager').get(`/leads/${lead}`).expect(200);
    await person('seller').get(`/leads/${lead}`).expect(404);
  });

  it('is the team of the owner: another or a missing team is rejected', async () => {
    const before = await state();
    const rejected = async (body: object) =>
      (await app.admin.post('/leads').send(newLead(body)).expect(422)).body.errors[0];
    expect(await rejected({ ownerId: person('seller').userId, teamId: south })).toMatchObject({
      pointer: '#/teamId',
      code: 'owner-decides-team',
    });
    expect(await rejected({ teamId: randomUUID() })).toMatchObject({ pointer: '#/teamId', code: 'unknown-team' });
    expect(await state()).toEqual(before);
  });

  it('changes with its member: records move at once, and the member sees the other team within a second', async () => {
    const mover = await app.as('manager', { teamId: north });
    const lead = (await mover.post('/leads').send(newLead()).expect(201)).body as { id: string; teamId: string };
    expect(lead).toMatchObject({ ownerId: mover.userId, teamId: north });
    const ofSouth = await create({ ownerId: person('southSeller').userId });
    await mover.get(`/leads/${ofSouth}`).expect(404);
    await app.db.query('update users set team_id = $1 where id = $2', [south, mover.userId]);
    await person('southManager').get(`/leads/${lead.id}`).expect(200);
    await person('manager').get(`/leads/${lead.id}`).expect(404);
    const deadline = Date.now() + 1_500;
    while ((await mover.get(`/leads/${ofSouth}`)).status !== 200)
      if (Date.now() > deadline) throw new Error('still blind');
    const [stats, list] = await Promise.all([
      person('southManager').get('/leads/stats').expect(200),
      everyId(person('southManager'), '/leads'),
    ]);
    expect(stats.body.total).toBe(list.length);
  });
});

describe('a new record', () => {
  it('is visible to its creator, unless it has another owner', async () => {
    for (const name of ['manager', 'seller', 'loneManager']) {
      const { body } = await person(name).post('/leads').send(newLead()).expect(201);
      expect([body.ownerId, (await person(name).get(`/leads/${body.id}`).expect(200)).body]).toEqual([
        person(name).userId,
        body,
      ]);
    }
    const { body } = await person('seller')
      .post('/leads')
      .send(newLead({ teamId: south }))
      .expect(201);
    expect([body.ownerId, body.teamId]).toEqual([null, south]);
    await person('seller').get(`/leads/${body.id}`).expect(404);
  });

  it('is assigned only to users who can read it', async () => {
    const blind = await app.as('finance');
    const stranger =
      (await app.db.query<{ id: string }>(`insert into users (email) values ('no-role@kontor.test') returning id`))
        .rows[0]?.id ?? '';
    const lead = await create();
    const before = await state();
    const fault = async (answer: Promise<{ body: { errors: { pointer: string; code: string }[] } }>) => {
      const { pointer, code } = (await answer).body.errors[0] as { pointer: string; code: string };
      return [pointer, code];
    };
    expect(await fault(app.admin.post(`/leads/${lead}/assign`).send({ ownerId: stranger }).expect(422))).toEqual([
      '#/ownerId',
      'user-may-not-see',
    ]);
    expect(
      await fault(
        app.admin
          .post('/leads')
          .send(newLead({ ownerId: stranger }))
          .expect(422),
      ),
    ).toEqual(['#/ownerId', 'user-may-not-see']);
    expect(await fault(app.admin.post('/lead-forms').send({ name: 'Form', ownerId: stranger }).expect(422))).toEqual([
      '#/ownerId',
      'user-may-not-see',
    ]);
    expect(
      await fault(
        app.admin
          .post(`/leads/${lead}/activities`)
          .send({ type: 'task', subject: 'x', assigneeId: blind.userId })
          .expect(422),
      ),
    ).toEqual(['#/assigneeId', 'user-may-not-see']);
    expect(
      await fault(
        app.admin
          .post(`/leads/${lead}/activities`)
          .send({ type: 'task', subject: 'x', ownerId: blind.userId })
          .expect(422),
      ),
    ).toEqual(['#/ownerId', 'user-may-not-see']);
    expect(await state()).toEqual(before);
    await app.admin.post(`/leads/${lead}/assign`).send({ ownerId: blind.userId }).expect(200);
  });

  it('an activity is visible to its assignee, and the lead stays hidden', async () => {
    const lead = await create({ ownerId: person('southSeller').userId });
    const task = await addTo(lead, { ownerId: null, assigneeId: person('seller').userId });
    expect(
      (await person('seller').get(`/activities/${task}`).query({ include: 'lead' }).expect(200)).body,
    ).toMatchObject({ leadId: lead, lead: null });
    await person('seller').get(`/leads/${lead}`).expect(404);
    await person('seller').post(`/activities/${task}/complete`).send({}).expect(200);
  });

  it('a lead of a form appears among submissions for users who can see the lead', async () => {
    const { body: form } = await app.admin
      .post('/lead-forms')
      .send({ name: 'Contact', ownerId: person('southSeller').userId, minimumFillSeconds: 0 })
      .expect(201);
    await app.anonymous
      .post(`/forms/${form.publicKey}/submissions`)
      .send({ name: 'Grace Hopper', email: 'grace@example.com', message: 'Hello' });
    const seen = async (who: Caller) =>
      ((await who.get(`/lead-forms/${form.id}/submissions`).expect(200)).body.data as object[]).length;
    expect([
      await seen(app.admin),
      await seen(person('southManager')),
      await seen(person('manager')),
      await seen(person('loneManager')),
    ]).toEqual([1, 1, 0, 0]);
  });
});

describe('notifications', () => {
  const hook = (events: string[]) => ({ name: 'Hook', url: 'https://hooks.example.com/kontor', events });
  const reported = async (webhookId: string) =>
    (
      await app.db.query<{ id: string }>(
        `select m.resource_id as id from webhook_deliveries d join webhook_messages m on m.event_id = d.event_id
          where d.webhook_id = $1`,
        [webhookId],
      )
    ).rows.map(({ id }) => id);

  it('contain records that the creator can see at the time of the event, and end with the creator', async () => {
    const creator = await app.as('manager', { teamId: north });
    const { body: own } = await creator
      .post('/webhooks')
      .send(hook(['lead.*', 'activity.*']))
      .expect(201);
    const { body: all } = await app.admin
      .post('/webhooks')
      .send(hook(['lead.*']))
      .expect(201);
    const { body: channel } = await creator
      .post('/notification-channels')
      .send({ name: 'North', type: 'email', config: { to: ['north@example.com'] }, events: ['lead.created'] })
      .expect(201);
    const seen = await create({ ownerId: person('seller').userId });
    const foreign = await create({ ownerId: person('southSeller').userId });
    const task = await addTo(foreign, { ownerId: null, assigneeId: creator.userId });
    await settled();
    expect((await reported(own.id)).toSorted()).toEqual([seen, task].toSorted());
    expect((await reported(all.id)).toSorted()).toEqual([seen, foreign].toSorted());
    const sent = await app.db.query<{ id: string }>(
      'select resource_id as id from notification_deliveries where channel_id = $1',
      [channel.id],
    );
    expect(sent.rows.map(({ id }) => id)).toEqual([seen]);
    await app.db.query('update users set is_active = false where id = $1', [creator.userId]);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await app.admin.patch(`/leads/${seen}`).send({ notes: 'after' }).expect(200);
    await settled();
    expect(await reported(own.id)).toHaveLength(2);
    expect(await reported(all.id)).toHaveLength(3);
  }, 20_000);

  it('are read, resent and redirected by the creator within the visibility, and by users with access scope all', async () => {
    const [creator, other] = await Promise.all([
      app.as('manager', { teamId: north }),
      app.as('manager', { teamId: north }),
    ]);
    const { body: own } = await creator
      .post('/webhooks')
      .send(hook(['lead.created']))
      .expect(201);
    expect(
      (
        await creator
          .post('/webhooks')
          .send(hook(['session.*']))
          .expect(403)
      ).body.code,
    ).toBe('event-types-hidden');
    const lead = await create({ ownerId: person('seller').userId });
    await settled();
    const delivery = (
      await app.db.query<{ id: string }>('select id from webhook_deliveries where webhook_id = $1', [own.id])
    ).rows[0]?.id;
    expect((await creator.get(`/webhook-deliveries/${delivery}`).expect(200)).body.requestBody).toContain(lead);
    for (const rejected of [
      other.get(`/webhook-deliveries/${delivery}`),
      other.post(`/webhook-deliveries/${delivery}/resend`).send({}),
      other.patch(`/webhooks/${own.id}`).send({ url: 'https://other.example.com/' }),
      other.post(`/webhooks/${own.id}/recover`).send({ since: '2026-01-01T00:00:00.000Z' }),
    ]) {
      expect((await rejected.expect(403)).body.code).toBe('events-need-all-records');
    }
    await creator.patch(`/webhooks/${own.id}`).send({ name: 'Mine' }).expect(200);
    await app.admin
      .post(`/leads/${lead}/assign`)
      .send({ ownerId: person('southSeller').userId })
      .expect(200);
    expect((await creator.get(`/webhook-deliveries/${delivery}`).expect(403)).body.code).toBe('event-not-visible');
    await creator.post(`/webhook-deliveries/${delivery}/resend`).send({}).expect(403);
    await app.admin.get(`/webhook-deliveries/${delivery}`).expect(200);
  }, 20_000);
});
