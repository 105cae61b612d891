import { randomUUID } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { Secret, TOTP } from 'otpauth';
import { newPerson, newToken } from '../../../test/harness/account-mails.js';
import { ADMIN, createApiKey, signIn, startApp, type TestApp } from '../../../test/harness/app.js';
import { caller, type Caller } from '../../../test/harness/caller.js';
import { eventTypes } from '../../kernel/events.js';
import { SecurityLog } from '../../kernel/logs/security-log.js';
import { ScheduledJobs } from '../../platform/schedule/index.js';
import type { EventFeedView, EventTypeView, EventView } from './events.dto.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
  await app.db.query(
    `insert into role_permissions (role_id, permission_id) select r.id, p.id from roles r join permissions p
      on p.resource = 'events' where r.name in ('manager', 'viewer')`,
  );
}, 60_000);
afterAll(() => app.close());

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const waiting = async () =>
  (
    await app.db.query<{ n: number }>(
      'select count(*)::int as n from events where dispatched_at is null and dead_lettered_at is null',
    )
  ).rows[0]?.n ?? 0;

/** Waits until the relay has numbered all events. */
async function settled(): Promise<void> {
  for (let tries = 0; (await waiting()) > 0; tries += 1) {
    if (tries > 500) throw new Error('Events are still waiting');
    await pause(20);
  }
}

const headNow = async () =>
  (await app.db.query<{ n: number }>('select max(feed_sequence)::int as n from events')).rows[0]?.n ?? 0;

const feed = async (query: object, who: Caller = app.admin): Promise<EventFeedView> =>
  (await who.get('/events').query(query).expect(200)).body as EventFeedView;

async function everything(query: object = {}, who: Caller = app.admin): Promise<EventView[]> {
  const events: EventView[] = [];
  for (let after = 0, more = true; more;) {
    const piece = await feed({ limit: 100, ...query, after }, who);
    events.push(...piece.data);
    more = piece.hasMore;
    after = piece.lastSequence;
  }
  return events;
}

async function keyWith(...scopes: string[]): Promise<Caller> {
  return caller(app.url, { 'X-API-Key': await createApiKey(app.admin, scopes) });
}

const createLead = async (name = 'Ada Lovelace'): Promise<string> =>
  (
    await app.admin
      .post('/leads')
      .send({ name, email: `${randomUUID()}@example.com` })
      .expect(201)
  ).body.id as string;

describe('the catalogue', () => {
  const types = async (): Promise<EventTypeView[]> =>
    (await app.admin.get('/event-types').expect(200)).body.data as EventTypeView[];

  it('lists every event type of the code', async () => {
    const listed = await types();
    expect(listed.map(({ type }) => type)).toEqual(eventTypes().map(({ type }) => type));
    expect(listed.find(({ type }) => type === 'lead.created')).toMatchObject({
      resourceType: 'leads',
      description: 'A lead was created, by any means.',
      permission: 'leads:read',
      schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'lead.created' },
    });
  });

  it('returns one type, and 404 for an unknown type', async () => {
    const { body } = await app.admin.get('/event-types/lead.status_changed').expect(200);
    expect(body.schema.properties.data.required).toEqual([
      'object',
      'previous',
      'changedFields',
      'oldStatus',
      'newStatus',
    ]);
    expect(body.sample).toMatchObject({
      type: 'lead.status_changed',
      data: {
        object: { status: 'contacted' },
        previous: { status: 'new', contactedAt: null },
        changedFields: ['status', 'contactedAt'],
        oldStatus: 'new',
        newStatus: 'contacted',
      },
    });
    expect((await app.admin.get('/event-types/lead.exploded').expect(404)).body.code).toBe('event-type-not-found');
  });

  it('contains complete schemas and valid examples', async () => {
    for (const { type, schema, sample } of await types()) {
      expect([type, JSON.stringify(schema).match(/"\$ref":"(?!#\/\$defs\/)[^"]*"/)]).toEqual([type, null]);
      expect([type, mistakes(schema, sample)]).toEqual([type, undefined]);
    }
  });

  it('requires existing permissions', async () => {
    const { rows } = await app.db.query<{ permission: string }>(
      `select resource || ':' || action as permission from permissions`,
    );
    const known = new Set(rows.map(({ permission }) => permission));
    expect(eventTypes().filter(({ permission }) => !known.has(permission))).toEqual([]);
  });

  it('needs events:read', async () => {
    expect((await (await keyWith('leads:read')).get('/event-types').expect(403)).body.requiredPermission).toBe(
      'events:read',
    );
  });
});

const validators = new Map<object, ValidateFunction>();
const ajv = new Ajv2020({ strict: true, allErrors: true, strictTypes: false, strictRequired: false });
(formats as unknown as (target: Ajv2020) => void)(ajv);

/** Returns the schema errors of an event. Properties that the schema does not contain are errors. */
function mistakes(schema: object, event: object): string | undefined {
  const validate = validators.get(schema) ?? ajv.compile(closed(schema) as object);
  validators.set(schema, validate);
  return validate(event) ? undefined : ajv.errorsText(validate.errors);
}

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const copy = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, key === 'examples' ? value : closed(value)]),
  );
  return typeof (copy['properties'] as { type?: unknown } | undefined) === 'object' && copy['type'] === 'object'
    ? { ...copy, additionalProperties: false }
    : copy;
}

describe('real events', () => {
  beforeAll(async () => {
    await liveThroughLeads();
    await liveThroughCompanies();
    await liveThroughContacts();
    await liveThroughActivities();
    await liveThroughPipelines();
    await liveThroughDeals();
    await liveThroughForms();
    await liveThroughListeners();
    await liveThroughAccess();
    await liveThroughAccounts();
    await liveThroughPeople();
    await liveThroughRetention();
    await liveThroughCustomFields();
    await settled();
  }, 60_000);

  async function liveThroughLeads(): Promise<void> {
    const id = await createLead();
    const { body: me } = await app.admin.get('/auth/me').expect(200);
    await app.admin
      .patch(`/leads/${id}`)
      .send({
        company: 'Analytical Engines Ltd',
        notes: 'By spring',
        estimatedValue: '15000.00',
        tags: ['vip'],
        metadata: { a: 1 },
      })
      .expect(200);
    await app.admin.post(`/leads/${id}/status`).send({ status: 'contacted' }).expect(200);
    await app.admin.post(`/leads/${id}/assign`).send({ ownerId: me.id }).expect(200);
    await app.admin
      .post(`/leads/${id}/convert`)
      .send({ deal: { create: {} } })
      .expect(200);
    await app.admin.post(`/leads/${id}/unconvert`).expect(200);
    await app.admin.delete(`/leads/${id}`).expect(204);
    await app.admin.post(`/leads/${id}/restore`).expect(200);
    await app.admin.delete(`/leads/${id}`).expect(204);
    await app.admin.post(`/leads/${id}/purge`).expect(204);
  }

  async function liveThroughCompanies(): Promise<void> {
    const { body } = await app.admin
      .post('/companies')
      .send({
        name: 'Analytical Engines Ltd',
        website: 'https://www.analytical-engines.example',
        externalIds: { erp: '1' },
      })
      .expect(201);
    const at = `/companies/${body.id}`;
    const { body: me } = await app.admin.get('/auth/me').expect(200);
    await app.admin
      .patch(at)
      .send({
        industry: 'computing',
        size: 'medium',
        employeeCount: 120,
        annualRevenue: '2500000',
        currency: 'GBP',
        city: 'London',
        country: 'GB',
        tags: ['vip'],
      })
      .expect(200);
    await app.admin.post(`${at}/assign`).send({ ownerId: me.id }).expect(200);
    await mergeInto(
      at,
      await app.admin
        .post('/companies')
        .send({ name: 'Analytical Engines Limited', phone: '+44 20 7946 0958' })
        .expect(201),
    );
    await app.admin.delete(at).expect(204);
    await app.admin.post(`${at}/restore`).expect(200);
    await app.admin.post(`${at}/purge`).expect(204);
  }

  async function mergeInto(at: string, { body }: { body: { id: string } }): Promise<void> {
    await app.admin
      .post(`${at}/merge`)
      .send({ duplicateIds: [body.id] })
      .expect(200);
    await app.admin.post(`${at}/unmerge`).send({}).expect(200);
  }

  async function liveThroughContacts(): Promise<void> {
    const { body } = await app.admin
      .post('/contacts')
      .send({ name: 'Ada Lovelace', email: 'ada.contact@example.com', externalIds: { crm: '1' } })
      .expect(201);
    const at = `/contacts/${body.id}`;
    const { body: me } = await app.admin.get('/auth/me').expect(200);
    await mergeInto(
      at,
      await app.admin.post('/contacts').send({ name: 'Ada King', phone: '+44 20 7946 0958' }).expect(201),
    );
    await app.admin
      .patch(at)
      .send({
        title: 'Head of Research',
        mobile: '+44 7700 900123',
        country: 'GB',
        leadScore: 40,
        emailOptOutAt: '2026-11-21T10:00:00Z',
        tags: ['vip'],
      })
      .expect(200);
    await app.admin.post(`${at}/assign`).send({ ownerId: me.id }).expect(200);
    await app.admin.delete(at).expect(204);
    await app.admin.post(`${at}/restore`).expect(200);
    await app.admin.post(`${at}/purge`).expect(204);
  }

  // Uses deals, because custom fields of leads would affect the leads of other tests.
  async function liveThroughCustomFields(): Promise<void> {
    const { body } = await app.admin
      .post('/custom-fields')
      .send({
        resource: 'deals',
        key: 'tier',
        label: 'Tier',
        type: 'choice',
        options: [{ value: 'a', label: 'A' }],
        defaultValue: 'a',
      })
      .expect(201);
    await app.admin.patch(`/custom-fields/${body.id}`).send({ label: 'Level', defaultValue: null }).expect(200);
    await app.admin.post(`/custom-fields/${body.id}/archive`).expect(200);
    await app.admin.delete(`/custom-fields/${body.id}`).expect(204);
  }

  async function liveThroughActivities(): Promise<void> {
    const leadId = await createLead('Grace Hopper');
    const { body } = await app.admin
      .post('/activities')
      .send({ type: 'task', subject: 'Call back', leadId })
      .expect(201);
    for (const minutes of [30, -30])
      await app.admin
        .post('/activities')
        .send({
          type: 'task',
          subject: 'Call back',
          leadId,
          dueAt: new Date(Date.now() + minutes * 60_000).toISOString(),
        })
        .expect(201);
    await app.app
      .get(ScheduledJobs, { strict: false })
      .find('activities.remind')
      ?.run({ slotAt: new Date(), signal: new AbortController().signal });
    const at = `/activities/${body.id}`;
    await app.admin.patch(at).send({ location: 'London' }).expect(200);
    await app.admin.post(`${at}/complete`).send({}).expect(200);
    await app.admin.post(`${at}/reopen`).expect(200);
    await app.admin.post(`${at}/cancel`).expect(200);
    await app.admin.delete(at).expect(204);
    await app.admin.post(`${at}/restore`).expect(200);
  }

  async function liveThroughPipelines(): Promise<void> {
    const { body: pipeline } = await app.admin.post('/pipelines').send({ name: 'Partners' }).expect(201);
    await app.admin.patch(`/pipelines/${pipeline.id}`).send({ description: 'Deals that partners bring' }).expect(200);
    const { body: stage } = await app.admin
      .post(`/pipelines/${pipeline.id}/stages`)
      .send({ name: 'Met', position: 2 })
      .expect(201);
    const at = `/pipeline-stages/${stage.id}`;
    await app.admin.patch(at).send({ probability: 25, color: '#0a0b0c' }).expect(200);
    await app.admin.post(`${at}/move`).send({ position: 4 }).expect(200);
    await app.admin.post(`${at}/retire`).send({}).expect(200);
    await app.admin.post(`${at}/activate`).expect(200);
    await app.admin.delete(at).expect(204);
    await app.admin.delete(`/pipelines/${pipeline.id}`).expect(204);
  }

  async function liveThroughDeals(): Promise<void> {
    const { body } = await app.admin
      .post('/deals')
      .send({ title: 'Calculating machine', value: '15000.00', externalIds: { erp: '1' } })
      .expect(201);
    const at = `/deals/${body.id}`;
    const { body: me } = await app.admin.get('/auth/me').expect(200);
    const { body: pipeline } = await app.admin.get(`/pipelines/${body.pipelineId}/stages`).expect(200);
    await app.admin
      .patch(at)
      .send({ value: '12000.00', probability: 35, priority: 'high', expectedCloseDate: '2027-03-31', tags: ['vip'] })
      .expect(200);
    await app.admin.post(`${at}/move`).send({ stageId: pipeline.data[2].id }).expect(200);
    await app.admin.post(`${at}/win`).send({ wonReason: 'Better support' }).expect(200);
    await app.admin.post(`${at}/reopen`).send({}).expect(200);
    await app.admin.post(`${at}/lose`).send({ lostReason: 'Too expensive' }).expect(200);
    await app.admin.post(`${at}/reopen`).send({}).expect(200);
    await app.admin.post(`${at}/abandon`).send({ reason: 'Nobody answers' }).expect(200);
    await app.admin.post(`${at}/assign`).send({ ownerId: me.id }).expect(200);
    await app.admin.delete(at).expect(204);
    await app.admin.post(`${at}/restore`).expect(200);
    await app.admin.post(`${at}/purge`).expect(204);
  }

  async function liveThroughForms(): Promise<void> {
    const { body } = await app.admin.post('/lead-forms').send({ name: 'Contact page' }).expect(201);
    for (const name of ['Grace Hopper', 'Grace Murray'])
      await app.anonymous
        .post(`/forms/${body.publicKey}/submissions`)
        .send({ name, email: 'grace@example.com', message: 'Hello', website_url_confirm: 'x' })
        .expect(202);
    const { rows } = await app.db.query<{ id: string }>(
      `select id from lead_form_submissions where form_id = $1 and outcome = 'held'`,
      [body.id],
    );
    await app.admin.post(`/lead-forms/${body.id}/submissions/${rows[0]?.id}/release`).expect(200);
    await app.admin.post(`/lead-forms/${body.id}/submissions/${rows[1]?.id}/reject`).expect(200);
    await app.admin.patch(`/lead-forms/${body.id}`).send({ enabled: false }).expect(200);
    await app.admin.delete(`/lead-forms/${body.id}`).expect(204);
    await app.admin.post(`/lead-forms/${body.id}/restore`).expect(200);
    for (const [key, value] of [
      ['default_currency', 'CHF'],
      ['openai_api_key', 'sk-of-no-use-to-anybody'],
      ['default_currency', null],
    ])
      await app.admin.put(`/settings/${key}`).send({ value }).expect(200);
    for (const enabled of [false, true])
      await app.admin.patch('/scheduled-jobs/events.prune').send({ enabled }).expect(200);
  }

  // The listeners subscribe to an event that never occurs in this test, so nothing is sent.
  async function liveThroughListeners(): Promise<void> {
    const listeners = [
      ['webhooks', { name: 'Warehouse', url: 'https://hooks.example.com/kontor', events: ['event.dead_lettered'] }],
      [
        'notification-channels',
        {
          name: 'Sales',
          type: 'slack',
          config: { webhookUrl: 'https://hooks.slack.com/services/T0/B0/x0123456789' },
          events: ['event.dead_lettered'],
        },
      ],
      [
        'notification-channels',
        { name: 'Desk', type: 'email', config: { to: ['desk@example.com'] }, events: ['event.dead_lettered'] },
      ],
    ] as const;
    for (const [resource, requested] of listeners) {
      const { body } = await app.admin.post(`/${resource}`).send(requested).expect(201);
      const at = `/${resource}/${body.id}`;
      await app.admin.patch(at).send({ name: 'Another name' }).expect(200);
      await app.admin.post(`${at}/disable`).send().expect(200);
      await app.admin.post(`${at}/enable`).send().expect(200);
      if (resource === 'webhooks') await app.admin.post(`${at}/rotate-secret`).send({}).expect(200);
      await app.admin.delete(at).expect(204);
      await app.admin.post(`${at}/restore`).send().expect(200);
    }
  }

  async function liveThroughAccess(): Promise<void> {
    const { rows } = await app.db.query<{ hash: string }>('select password_hash as hash from users where email = $1', [
      ADMIN.email,
    ]);
    const session = await signIn(app.url);
    const { body: key } = await session
      .post('/api-keys')
      .send({ name: 'k', scopes: ['leads:read'] })
      .expect(201);
    await session.patch(`/api-keys/${key.id}`).send({ name: 'key' }).expect(200);
    await session.post(`/api-keys/${key.id}/rotate`).send({}).expect(200);
    await session.delete(`/api-keys/${key.id}`).expect(204);
    await app.app.get(SecurityLog, { strict: false }).record({
      event: 'suspicious_activity',
      severity: 'critical',
      description: 'Somebody tries every door.',
      email: 'mallory@example.com',
    });
    const other = await signIn(app.url);
    await other
      .post('/auth/password')
      .send({ currentPassword: ADMIN.password, newPassword: 'nine quiet rivers turn north' })
      .expect(204);
    await other.post('/auth/logout').expect(204);
    await app.db.query('update users set password_hash = $1 where email = $2', [rows[0]?.hash, ADMIN.email]);
  }

  async function liveThroughAccounts(): Promise<void> {
    const person = await newPerson(app, { hasPassword: false });
    const link = (purpose: 'invitation' | 'password_reset' | 'email_verification', email = person.email) =>
      newToken(app, { id: person.id, email }, purpose);
    await app.anonymous
      .post('/auth/invitations/accept')
      .send({ token: await link('invitation'), password: 'seven green kettles hum low' })
      .expect(204);
    await app.anonymous
      .post('/auth/password/reset')
      .send({ token: await link('password_reset'), newPassword: ADMIN.password.replace('horse', 'heron') })
      .expect(204);
    await app.anonymous
      .post('/auth/email/verify')
      .send({ token: await link('email_verification', 'another@kontor.test') })
      .expect(204);
    const session = await signIn(app.url, {
      email: 'another@kontor.test',
      password: ADMIN.password.replace('horse', 'heron'),
    });
    const {
      body: { secret },
    } = await session.post('/auth/totp/start').expect(200);
    const { body } = await session
      .post('/auth/totp/confirm')
      .send({ code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() })
      .expect(200);
    await session.delete('/auth/totp').send({ recoveryCode: body.recoveryCodes[0] }).expect(204);
  }

  async function liveThroughPeople(): Promise<void> {
    const { body: role } = await app.admin
      .post('/roles')
      .send({ name: 'reader', permissions: ['leads:read'] })
      .expect(201);
    await app.admin
      .patch(`/roles/${role.id}`)
      .send({ permissions: ['leads:read', 'activities:read'] })
      .expect(200);
    const { body: team } = await app.admin.post('/teams').send({ name: 'North' }).expect(201);
    await app.admin.patch(`/teams/${team.id}`).send({ description: 'Scotland' }).expect(200);
    const { body: user } = await app.admin
      .post('/users')
      .send({ email: 'new@kontor.test', roleIds: [role.id], teamId: team.id })
      .expect(201);
    const at = `/users/${user.id}`;
    await app.admin.patch(at).send({ title: 'Clerk', teamId: null }).expect(200);
    await app.admin.put(`${at}/roles`).send({ roleIds: [] }).expect(200);
    for (const action of ['deactivate', 'reactivate']) await app.admin.post(`${at}/${action}`).expect(200);
    const { body: me } = await app.admin.get('/auth/me').expect(200);
    const { body: job } = await app.admin.post(`${at}/transfer`).send({ toUserId: me.id }).expect(202);
    while (
      (await app.db.query('select 1 from job_runs where id = $1 and finished_at is not null', [job.id])).rowCount === 0
    )
      await pause(20);
    await app.admin.delete(at).expect(204);
    await app.admin.post(`${at}/restore`).expect(200);
    await app.admin.delete(`/roles/${role.id}`).expect(204);
    await app.admin.delete(`/teams/${team.id}`).expect(204);
  }

  async function liveThroughRetention(): Promise<void> {
    const { body: hold } = await app.admin
      .post('/legal-holds')
      .send({ email: 'held@example.com', reason: 'Litigation' })
      .expect(201);
    await app.admin.post(`/legal-holds/${hold.id}/release`).expect(200);
    const { body: erasure } = await app.admin
      .post('/erasure-requests')
      .send({ email: 'nobody@example.com' })
      .expect(202);
    const { body: over } = await app.admin
      .post('/activities')
      .send({ type: 'note', subject: 'Long over', leadId: await createLead('Met long ago') })
      .expect(201);
    await app.db.query(`update activities set completed_at = '2001-01-01' where id = $1`, [over.id]);
    await app.admin.post('/scheduled-jobs/retention.apply/run').expect(202);
    const through = async () =>
      (
        await app.db.query(
          `select 1 from erasure_requests where id = $1 and completed_at is not null and exists (select from events
            where type = 'retention.applied')`,
          [erasure.id],
        )
      ).rowCount === 1;
    for (let tries = 0; !(await through()); tries += 1) {
      if (tries > 500) throw new Error('Nothing was removed');
      await pause(20);
    }
  }

  it('match the catalogue exactly', async () => {
    const schemas = new Map(
      ((await app.admin.get('/event-types').expect(200)).body.data as EventTypeView[]).map(({ type, schema }) => [
        type,
        schema,
      ]),
    );
    const events = await everything();
    for (const event of events)
      expect([event.type, mistakes(schemas.get(event.type) as object, event)]).toEqual([event.type, undefined]);
    const seen = new Set(events.map(({ type }) => type));
    // Only failure events are missing. A new event type needs a step in the functions above.
    expect(
      eventTypes()
        .map(({ type }) => type)
        .filter((type) => !seen.has(type)),
    ).toEqual(['event.dead_lettered', 'scheduled_job.failed', 'webhook.failing']);
  });

  it('are paged in the order of their numbers, each once', async () => {
    const events = await everything({ limit: 7 });
    const numbers = events.map(({ sequence }) => sequence);
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
    const { rows } = await app.db.query<{ n: number }>('select count(*)::int as n from events');
    expect(events).toHaveLength(rows[0]?.n ?? -1);
  });

  it('are returned by id', async () => {
    const [event] = await everything({ type: 'lead.purged' });
    expect((await app.admin.get(`/events/${event?.id}`).expect(200)).body).toEqual(event);
    expect((await app.admin.get(`/events/evt_${'0'.repeat(32)}`).expect(404)).body.code).toBe('event-not-found');
    for (const id of [randomUUID(), 'evt_1', `evt_${'g'.repeat(32)}`, `EVT_${'0'.repeat(32)}`])
      expect((await app.admin.get(`/events/${id}`).expect(400)).body.code).toBe('invalid-parameter');
  });
});

describe('the feed', () => {
  it('filters by type, wildcard, record type and record', async () => {
    const leadId = await createLead('Filtered');
    await app.admin.patch(`/leads/${leadId}`).send({ notes: 'x' }).expect(200);
    await settled();
    const typesOf = async (query: object) => [...new Set((await everything(query)).map(({ type }) => type))].toSorted();
    expect(await typesOf({ type: 'lead.created' })).toEqual(['lead.created']);
    expect(await typesOf({ type: ['lead.purged', 'setting.*'] })).toEqual(['lead.purged', 'setting.updated']);
    expect((await typesOf({ type: '*' })).length).toBeGreaterThan(20);
    expect(await typesOf({ resourceType: 'settings' })).toEqual(['setting.updated']);
    expect((await everything({ resourceId: leadId })).map(({ type }) => type)).toEqual([
      'lead.created',
      'lead.updated',
    ]);
    expect(await typesOf({ resourceId: leadId, type: 'lead.updated' })).toEqual(['lead.updated']);
    expect(await typesOf({ resourceType: 'settings', type: 'lead.*' })).toEqual([]);
  });

  it('returns a position for the next request, also without matches', async () => {
    await settled();
    const head = await headNow();
    expect(await feed({ after: head })).toEqual({ data: [], lastSequence: head, hasMore: false });
    expect(await feed({ after: head - 5, type: 'lead.purged' })).toEqual({
      data: [],
      lastSequence: head,
      hasMore: false,
    });
    const piece = await feed({ limit: 1 });
    expect(piece).toMatchObject({ hasMore: true, lastSequence: piece.data[0]?.sequence });
  });

  it('shows only events with a number', async () => {
    const id = randomUUID();
    const head = await headNow();
    await app.db.query(
      `insert into events (id, type, resource_type, resource_id, payload, dead_lettered_at)
        values ($1, 'lead.purged', 'leads', $1, '{}', now())`,
      [id],
    );
    expect(await everything({ resourceId: id })).toEqual([]);
    expect((await feed({ after: head })).data).toEqual([]);
    await app.admin.get(`/events/evt_${id.replaceAll('-', '')}`).expect(404);
    await app.db.query('delete from events where id = $1', [id]);
  });

  it('misses and repeats nothing while events are written', async () => {
    await settled();
    let after = await headNow();
    const created: string[] = [];
    const writers = Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let turn = 0; turn < 8; turn += 1) created.push(await createLead('Followed'));
      }),
    );
    const seen: string[] = [];
    let isOver = false;
    const end = writers.then(settled).then(() => (isOver = true));
    for (let last = false; !last;) {
      last = isOver;
      const piece = await feed({ after, type: 'lead.created', limit: 5 });
      seen.push(...piece.data.map(({ data }) => (data['object'] as { id: string }).id));
      after = piece.lastSequence;
      if (piece.hasMore) last = false;
    }
    await end;
    expect(seen.toSorted()).toEqual(created.toSorted());
  }, 30_000);

  it('rejects invalid combinations of parameters', async () => {
    const rejected = async (query: object) => {
      const { status, body } = await app.admin.get('/events').query(query);
      return [status, body.code, body.errors?.[0]?.code];
    };
    expect(await rejected({ type: 'lead.exploded' })).toEqual([400, 'invalid-query', 'unknown-event-type']);
    expect(await rejected({ type: ['lead.*', 'leed.*'] })).toEqual([400, 'invalid-query', 'unknown-event-type']);
    expect(await rejected({ resourceType: 'spaceships' })).toEqual([400, 'invalid-query', 'unknown-resource-type']);
    expect(await rejected({ after: 999_999_999_999 })).toEqual([400, 'sequence-ahead', 'sequence-ahead']);
    for (const query of [
      { after: -1 },
      { after: 'x' },
      { after: '9'.repeat(20) },
      { limit: 0 },
      { limit: 101 },
      { resourceId: 'x' },
      { cursor: 'x' },
    ])
      expect((await rejected(query))[0]).toBe(400);
  });
});

describe('visibility', () => {
  it('shows a key only events that the key can read', async () => {
    const narrow = await keyWith('events:read', 'leads:read');
    expect(new Set((await everything({}, narrow)).map(({ type }) => type.split('.')[0]))).toEqual(new Set(['lead']));
    expect(await feed({ limit: 100 }, await keyWith('events:read'))).toMatchObject({ data: [], hasMore: false });
    const own = await keyWith('events:read', 'api-keys:read');
    expect(await everything({}, own)).toEqual([]);
  });

  it('rejects a request for types that the key cannot read', async () => {
    const narrow = await keyWith('events:read', 'leads:read');
    expect((await narrow.get('/events').query({ type: 'session.*' }).expect(403)).body).toMatchObject({
      code: 'event-types-hidden',
      requiredPermissions: ['security-logs:read'],
    });
    expect(await everything({ type: ['session.*', 'lead.purged'] }, narrow)).toHaveLength(1);
    const [hidden] = await everything({ type: 'session.created' });
    await narrow.get(`/events/${hidden?.id}`).expect(404);
    await app.admin.get(`/events/${hidden?.id}`).expect(200);
  });

  it('returns visible events to callers with a limited access scope, after any number of other events', async () => {
    const manager = await app.as('manager');
    const mine = (await manager.post('/leads').send({ name: 'Mine', email: 'mine@example.com' }).expect(201)).body
      .id as string;
    await settled();
    const seen = await everything({ limit: 3 }, manager);
    expect(
      new Set(
        seen.flatMap(({ type, data }) =>
          /^(lead|activity)\./.test(type)
            ? [(data['object'] as { id: string; leadId?: string }).leadId ?? (data['object'] as { id: string }).id]
            : [],
        ),
      ),
    ).toEqual(new Set([mine]));
    // Record types without an owner are visible by permission, purged records only with access to all records.
    const types = new Set(seen.map(({ type }) => type));
    expect([types.has('setting.updated'), types.has('lead.purged')]).toEqual([true, false]);
    expect((await everything({ type: 'lead.purged' }, await app.as('viewer'))).length).toBeGreaterThan(0);
  });
});

describe('after 30 days', () => {
  it('events are removed, and a client that missed them gets an error', async () => {
    await settled();
    const all = await everything();
    const [last, next] = [all[9], all[10]] as [EventView, EventView];
    await app.db.query(
      `update events set occurred_at = now() - interval '31 days', dispatched_at = now() - interval '31 days'
        where feed_sequence <= $1`,
      [last.sequence],
    );
    expect((await everything())[0]?.sequence).toBe(next.sequence);
    await app.admin.get(`/events/${last.id}`).expect(404);
    expect((await app.admin.get('/events').query({ after: all[4]?.sequence }).expect(410)).body.code).toBe(
      'sequence-expired',
    );
    expect((await feed({ after: last.sequence, limit: 1 })).data[0]?.sequence).toBe(next.sequence);
    await app.db.query('delete from events where feed_sequence <= $1', [last.sequence]);
    await app.admin.get('/events').query({ after: all[4]?.sequence }).expect(410);
    expect((await feed({ after: last.sequence, limit: 1 })).data[0]?.sequence).toBe(next.sequence);
  });
});

// Must be the last suite: Passport uses only the newest application of a process.
describe('without Swagger UI', () => {
  it('the catalogue is available', async () => {
    const quiet = await startApp({ DOCS_ENABLED: 'false' });
    expect((await quiet.admin.get('/event-types').expect(200)).body.data).toHaveLength(eventTypes().length);
    await quiet.close();
  });
});
