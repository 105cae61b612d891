import { randomUUID } from 'node:crypto';
import { ADMIN, createApiKey, signIn, startApp, type TestApp } from '../../../test/harness/app.js';
import { caller, type Caller } from '../../../test/harness/caller.js';
import { AuditLog } from '../../kernel/logs/audit-log.js';
import { Database } from '../../platform/database/index.js';
import type { HistoryEntryView } from '../../platform/audit/index.js';
import type { AuditLogView } from './logs/audit-logs.dto.js';

let app: TestApp;
let me: { id: string };
beforeAll(async () => {
  app = await startApp();
  me = (await app.admin.get('/auth/me').expect(200)).body as { id: string };
}, 60_000);
afterAll(() => app.close());

const entries = async (query: object): Promise<AuditLogView[]> =>
  (
    await app.admin
      .get('/audit-logs')
      .query({ limit: 100, ...query })
      .expect(200)
  ).body.data as AuditLogView[];
const of = (requestId: string): Promise<AuditLogView[]> => entries({ requestId });
const marked = (): [string, Record<string, string>] => {
  const id = randomUUID();
  return [id, { 'X-Request-Id': id }];
};
const lead = (extra: object = {}) => ({ name: 'Ada Lovelace', email: `${randomUUID()}@example.com`, ...extra });
const createLead = async (who: Caller = app.admin, extra: object = {}): Promise<string> =>
  (await who.post('/leads').send(lead(extra)).expect(201)).body.id as string;

/** Sends one request and returns its audit log rows. `deeds` contains the action and resource type of each row. */
async function left(
  verb: 'post' | 'patch' | 'put' | 'delete',
  path: string,
  body?: object,
): Promise<{ body: Record<string, unknown>; rows: AuditLogView[]; deeds: string[] }> {
  const [requestId, headers] = marked();
  const answer = await app.admin[verb](path).set(headers).send(body);
  if (answer.status >= 400) throw new Error(`${verb} ${path}: ${answer.status} ${answer.text}`);
  const rows = await of(requestId);
  return {
    body: answer.body as Record<string, unknown>,
    rows,
    deeds: rows.map(({ action, resourceType }) => `${action} ${resourceType}`).toSorted(),
  };
}

describe('changes by the API', () => {
  it('add one entry per change of a lead, with actor, old and new values', async () => {
    const created = await left('post', '/leads', lead({ company: 'Analytical Engines' }));
    const id = created.body['id'] as string;
    expect(created.deeds).toEqual(['create activities', 'create leads']);
    expect(created.rows.find(({ resourceType }) => resourceType === 'leads')).toMatchObject({
      action: 'create',
      resourceType: 'leads',
      resourceId: id,
      actor: { kind: 'api-key', id: me.id, email: ADMIN.email },
      apiKeyId: expect.any(String),
      ipAddress: '127.0.0.1',
      requestMethod: 'POST',
      requestPath: '/api/v1/leads',
      changes: {
        name: { from: null, to: 'Ada Lovelace' },
        company: { from: null, to: 'Analytical Engines' },
        status: { from: null, to: 'new' },
      },
    });
    const changed = await left('patch', `/leads/${id}`, { company: 'Difference Engines', notes: 'Call in spring' });
    expect(changed.deeds).toEqual(['update leads']);
    expect(changed.rows[0]?.changes).toMatchObject({
      company: { from: 'Analytical Engines', to: 'Difference Engines' },
      notes: { from: null, to: 'Call in spring' },
    });
    for (const unsaid of ['updatedAt', 'version', 'searchText', 'phoneDigits', 'scoreReasons'])
      expect(changed.rows[0]?.changes).not.toHaveProperty(unsaid);
    expect((await left('post', `/leads/${id}/assign`, { ownerId: me.id })).rows).toMatchObject([
      { action: 'update', changes: { ownerId: { from: null, to: me.id } } },
    ]);
    expect((await left('post', `/leads/${id}/status`, { status: 'contacted' })).deeds).toEqual([
      'create activities',
      'update leads',
    ]);
    expect(
      (await left('delete', `/leads/${id}`)).rows.filter(({ resourceType }) => resourceType === 'leads'),
    ).toMatchObject([{ action: 'delete', changes: { deletedAt: { from: null } } }]);
    expect(
      (await left('post', `/leads/${id}/restore`)).rows.filter(({ resourceType }) => resourceType === 'leads'),
    ).toMatchObject([{ action: 'restore', changes: { deletedAt: { to: null } } }]);
    await app.admin.delete(`/leads/${id}`).expect(204);
    const purged = await left('post', `/leads/${id}/purge`);
    expect(purged.deeds).toEqual(['purge activities', 'purge activities', 'purge leads']);
    expect(purged.rows.find(({ resourceType }) => resourceType === 'leads')?.changes).toMatchObject({
      name: { from: 'Ada Lovelace', to: null },
      status: { from: 'contacted', to: null },
    });
    expect(await entries({ resourceId: id, resourceType: 'leads' })).toHaveLength(8);
    await app.admin.get(`/leads/${id}/history`).expect(404);
  });

  it.each<[string, object, object]>([
    ['activities', { type: 'note', subject: 'Called' }, { location: 'London' }],
    ['lead-forms', { name: 'Contact page' }, { title: 'Write to us' }],
    [
      'webhooks',
      { name: 'Warehouse', url: 'https://hooks.example.com/kontor', events: ['lead.created'] },
      { name: 'Store' },
    ],
    [
      'notification-channels',
      { name: 'Desk', type: 'email', config: { to: ['desk@example.com'] }, events: ['lead.created'] },
      { name: 'Front desk' },
    ],
    ['api-keys', { name: 'Website', scopes: ['leads:read'] }, { name: 'Shop' }],
  ])(
    'add one entry per write on %s, and a history for users who can see the record',
    async (resource, create, update) => {
      const created = await left(
        'post',
        `/${resource}`,
        resource === 'activities' ? { ...create, leadId: await createLead() } : create,
      );
      expect(created.deeds.filter((deed) => deed !== 'create webhook-secrets')).toEqual([`create ${resource}`]);
      const at = `/${resource}/${created.body['id'] as string}`;
      const changed = await left('patch', at, update);
      const [[field, value] = ['', '']] = Object.entries(update);
      expect(changed.rows).toMatchObject([
        {
          action: 'update',
          resourceType: resource,
          resourceId: created.body['id'],
          changes: { [field]: { to: value } },
        },
      ]);
      const history = (await app.admin.get(`${at}/history`).expect(200)).body.data as HistoryEntryView[];
      expect(history[0]).toMatchObject({
        action: 'update',
        actor: { id: me.id, email: ADMIN.email },
        requestId: changed.rows[0]?.requestId,
        changes: { [field]: { to: value } },
      });
      expect(history.at(-1)?.action).toBe('create');
      const gone = await left('delete', at);
      expect(gone.rows.filter(({ resourceType }) => resourceType === resource)).toMatchObject([
        { action: resource === 'api-keys' ? 'update' : 'delete' },
      ]);
    },
  );

  it('add one entry for a setting and a scheduled job, with the name', async () => {
    expect((await left('put', '/settings/default_currency', { value: 'CHF' })).rows).toMatchObject([
      { action: 'create', resourceType: 'settings', resourceId: 'default_currency', changes: { value: { to: 'CHF' } } },
    ]);
    expect((await left('put', '/settings/default_currency', { value: 'SEK' })).rows).toMatchObject([
      { action: 'update', changes: { value: { from: 'CHF', to: 'SEK' } } },
    ]);
    expect((await app.admin.get('/settings/default_currency/history').expect(200)).body.data).toHaveLength(2);
    expect((await left('put', '/settings/default_currency', { value: null })).rows).toMatchObject([
      { action: 'purge', changes: { value: { from: 'SEK', to: null } } },
    ]);
    expect((await left('patch', '/scheduled-jobs/events.prune', { enabled: false })).rows).toMatchObject([
      {
        action: 'update',
        resourceType: 'scheduled-jobs',
        resourceId: 'events.prune',
        changes: { enabled: { from: true, to: false } },
      },
    ]);
    await app.admin.patch('/scheduled-jobs/events.prune').send({ enabled: true }).expect(200);
  });

  it('add a hundred entries for a hundred concurrent changes', async () => {
    const { rows, deeds } = await left('post', '/leads/bulk', {
      operations: Array.from({ length: 100 }, () => ({ create: lead() })),
    });
    expect([rows.length, new Set(deeds)]).toEqual([100, new Set(['create activities', 'create leads'])]);
    const requestId = rows[0]?.requestId ?? '';
    const ids = (await entries({ requestId, resourceType: 'leads' })).map(({ resourceId }) => resourceId);
    expect([ids.length, new Set(ids).size]).toEqual([100, 100]);
  });

  it('add no entry without a change or after a rejection', async () => {
    const id = await createLead();
    expect((await left('patch', `/leads/${id}`, { name: 'Ada Lovelace' })).rows).toEqual([]);
    const [requestId, headers] = marked();
    await app.admin
      .patch(`/leads/${id}`)
      .set({ ...headers, 'If-Match': '"99"' })
      .send({ name: 'Grace' })
      .expect(412);
    await app.admin
      .post('/leads/bulk')
      .set(headers)
      .send({ operations: [{ create: lead() }, { update: { id: randomUUID(), changes: { notes: 'x' } } }] })
      .expect(404);
    expect(await of(requestId)).toEqual([]);
  });

  it('include logins and logouts with their session', async () => {
    const session = await signIn(app.url);
    const [login] = await entries({ action: 'login', limit: 1 });
    expect(login).toMatchObject({
      resourceType: 'sessions',
      actor: { kind: 'session', id: me.id, email: ADMIN.email },
      requestPath: '/api/v1/auth/login',
    });
    await session.post('/auth/logout').expect(204);
    expect(await entries({ action: 'logout', limit: 1 })).toMatchObject([
      { resourceId: login?.resourceId, actor: { id: me.id }, description: 'signed-out' },
    ]);
  });
});

describe('changes without the API', () => {
  it('add an entry with the database role', async () => {
    const id = await createLead();
    await app.db.query(`update leads set notes = 'by hand', updated_at = now() where id = $1`, [id]);
    const [entry] = await entries({ resourceId: id, limit: 1 });
    expect(entry).toMatchObject({
      action: 'update',
      actor: { kind: 'system', id: null, email: null },
      apiKeyId: null,
      requestId: null,
      changes: { notes: { from: null, to: 'by hand' } },
    });
    expect(entry?.actor.name).toMatch(/^database role /);
    await app.db.query(`update leads set version = version + 1, updated_at = now() where id = $1`, [id]);
    expect(await entries({ resourceId: id })).toHaveLength(2);
  });

  it('add one entry per role of a user and permission of a role', async () => {
    const { userId } = await app.as('sales');
    expect(
      (await entries({ resourceType: 'users', resourceId: userId, action: 'update' })).map(
        ({ changes }) => changes['roles'],
      ),
    ).toEqual([
      { from: [], to: ['sales'] },
      { from: ['admin'], to: [] },
      { from: [], to: ['admin'] },
    ]);
    const {
      rows: [viewer],
    } = await app.db.query<{ id: string }>(`select id from roles where name = 'viewer'`);
    await app.db.query(`insert into role_permissions select $1, id from permissions where resource = 'jobs'`, [
      viewer?.id,
    ]);
    const [entry] = await entries({ resourceId: viewer?.id, limit: 1 });
    expect(entry).toMatchObject({
      action: 'update',
      resourceType: 'roles',
      changes: {
        permissions: {
          from: expect.not.arrayContaining(['jobs:read']),
          to: expect.arrayContaining(['jobs:manage', 'jobs:read', 'leads:read']),
        },
      },
    });
    await app.db.query(
      `delete from role_permissions where role_id = $1 and permission_id in (select id from permissions
        where resource = 'jobs')`,
      [viewer?.id],
    );
    expect((await entries({ resourceId: viewer?.id, limit: 1 }))[0]?.changes['permissions']).toEqual({
      from: entry?.changes['permissions']?.to,
      to: entry?.changes['permissions']?.from,
    });
  });

  it('add no entries for records that follow their owner into a team', async () => {
    const {
      rows: [team],
    } = await app.db.query<{ id: string }>(`insert into teams (name) values ('North') returning id`);
    const { userId } = await app.as('sales');
    const id = await createLead(app.admin, { ownerId: userId });
    await app.db.query('update users set team_id = $1 where id = $2', [team?.id, userId]);
    expect((await app.db.query(`select team_id from leads where id = $1`, [id])).rows).toEqual([{ team_id: team?.id }]);
    expect((await entries({ resourceId: id })).map(({ action }) => action)).toEqual(['create']);
    expect((await entries({ resourceId: userId, limit: 1 }))[0]?.changes).toEqual({
      teamId: { from: null, to: team?.id },
    });
  });

  it('keep the name of a deleted user', async () => {
    const someone = await app.as('sales');
    const id = await createLead(someone);
    const {
      rows: [user],
    } = await app.db.query<{ email: string }>('select email from users where id = $1', [someone.userId]);
    await app.db.query('delete from users where id = $1', [someone.userId]);
    const history = (await app.admin.get(`/leads/${id}/history`).expect(200)).body.data as HistoryEntryView[];
    expect(history.at(-1)).toMatchObject({
      action: 'create',
      actor: { kind: 'api-key', id: someone.userId, email: user?.email, name: 'Test sales' },
    });
    expect(history[0]).toMatchObject({ action: 'update', changes: { ownerId: { from: someone.userId, to: null } } });
    expect(await entries({ resourceId: someone.userId, action: 'purge' })).toHaveLength(1);
  });

  it('are rolled back with the transaction', async () => {
    const before = (await app.db.query<{ n: number }>('select count(*)::int as n from audit_logs')).rows[0]?.n;
    const client = await app.db.connect();
    await client.query(`begin; insert into leads (name, email) values ('Nobody', 'nobody@example.com'); rollback`);
    client.release();
    const audit = app.app.get(AuditLog, { strict: false });
    await expect(
      app.app.get(Database, { strict: false }).write(async () => {
        await audit.record({ action: 'export', resourceType: 'leads', description: 'An export that fails.' });
        throw new Error('failed');
      }),
    ).rejects.toThrow('failed');
    expect((await app.db.query<{ n: number }>('select count(*)::int as n from audit_logs')).rows[0]?.n).toBe(before);
    await audit.record({ action: 'export', resourceType: 'leads', description: 'An export that works.' });
    expect(await entries({ action: 'export', resourceType: 'leads' })).toMatchObject([
      { description: 'An export that works.', changes: {}, actor: { kind: 'system' } },
    ]);
  });
});

describe('secrets', () => {
  it('do not appear in the log', async () => {
    const canary = `canary${randomUUID().replaceAll('-', '')}`;
    const [requestId, headers] = marked();
    const { body: hook } = await app.admin
      .post('/webhooks')
      .set(headers)
      .send({
        name: 'W',
        url: 'https://hooks.example.com/x',
        events: ['lead.created'],
        headers: { Authorization: `Bearer ${canary}` },
      })
      .expect(201);
    await app.admin.post(`/webhooks/${hook.id}/rotate-secret`).set(headers).send({}).expect(200);
    const { body: channel } = await app.admin
      .post('/notification-channels')
      .set(headers)
      .send({
        name: 'S',
        type: 'slack',
        config: { webhookUrl: `https://hooks.slack.com/services/T0/B0/${canary.slice(0, 24)}` },
        events: ['lead.created'],
      })
      .expect(201);
    await app.admin
      .put('/settings/openai_api_key')
      .set(headers)
      .send({ value: `sk-${canary}` })
      .expect(200);
    await app.admin
      .put('/settings/openai_api_key')
      .set(headers)
      .send({ value: `sk-2-${canary}` })
      .expect(200);
    const { body: key } = await app.admin
      .post('/api-keys')
      .set(headers)
      .send({ name: 'K', scopes: ['leads:read'] })
      .expect(201);
    await app.admin.post(`/api-keys/${key.id}/rotate`).set(headers).send({}).expect(200);
    await app.db.query(`update users set password_hash = $1 where email <> $2`, [canary, ADMIN.email]);
    const { rows: hashes } = await app.db.query<{ hash: string }>(
      `select key_hash as hash from api_keys union all select password_hash from users where password_hash is not null
        union all select secret from webhook_secrets union all select headers from webhooks where headers is not null
        union all select secret from notification_channels where secret is not null union all select value #>> '{}'
        from settings where is_secret`,
    );
    const secrets = [
      canary.slice(0, 24),
      hook.secret as string,
      (key.key as string).slice(-20),
      ...hashes.map(({ hash }) => hash),
    ];
    const { rows: found } = await app.db.query(
      `select a.resource_type, a.changes from audit_logs a, unnest($1::text[]) secret where position(secret
        in a::text) > 0`,
      [secrets],
    );
    expect(found).toEqual([]);
    const rows = await of(requestId);
    const of_ = (type: string) => rows.filter(({ resourceType }) => resourceType === type);
    expect(of_('webhooks')[0]?.changes['headers']).toEqual({ from: null, to: '***' });
    expect(
      of_('webhook-secrets')
        .map(({ changes }) => changes['secret'])
        .filter(Boolean),
    ).toEqual([
      { from: null, to: '***' },
      { from: null, to: '***' },
    ]);
    expect(of_('notification-channels')).toMatchObject([
      { resourceId: channel.id, changes: { secret: { from: null, to: '***' } } },
    ]);
    expect(of_('settings').map(({ changes }) => changes['value'])).toEqual([
      { from: '***', to: '***' },
      { from: null, to: '***' },
    ]);
    expect(of_('api-keys')[0]?.changes['keyHash']).toEqual({ from: '***', to: '***' });
    const history = (await app.admin.get(`/webhooks/${hook.id}/history`).expect(200)).body.data as HistoryEntryView[];
    expect(history.map(({ resourceType }) => resourceType)).toEqual(
      expect.arrayContaining(['webhooks', 'webhook-secrets']),
    );
  });
});

describe('the logs', () => {
  const logs = ['audit_logs', 'security_logs'];

  it.each(logs)('reject %s by any role and table name', async (log) => {
    await app.admin.post('/leads').send(lead()).expect(201);
    await signIn(app.url);
    await app.db.query(`insert into security_logs (event_type, description) values ('logout', 'x')`);
    const { rows: locations } = await app.db.query<{ name: string }>(
      `select distinct tableoid::regclass::text as name from ${log}`,
    );
    for (const name of [log, ...locations.map(({ name }) => name)]) {
      for (const statement of [
        `update ${name} set created_at = now()`,
        `delete from ${name}`,
        `truncate ${name}`,
        `select set_config('kontor.erasing', 'on', false); update ${name} set id = gen_random_uuid()`,
        `set session_replication_role = replica; delete from ${name}`,
      ]) {
        const client = await app.db.connect();
        await expect(client.query(statement)).rejects.toThrow('append-only');
        client.release(true);
      }
    }
  });

  it.each(logs)('%s allow only reads and inserts for the role of the application', async (log) => {
    const client = await app.db.connect();
    const role = `app_${randomUUID().slice(0, 8)}`;
    await client.query(`create role ${role}; grant select, insert on ${log} to ${role}; set role ${role}`);
    for (const statement of [
      `delete from ${log}`,
      `update ${log} set created_at = now()`,
      `truncate ${log}`,
      `drop table ${log}`,
      `select create_log_partition('${log}', '2020-01-01')`,
      `select drop_log_partition('${log}', '2020-01-01')`,
      `select erase_from_audit('leads', 'x')`,
    ]) {
      await expect(client.query(statement)).rejects.toThrow(/permission denied|must be owner|append-only/);
    }
    await client.query(`reset role; drop owned by ${role}; drop role ${role}`);
    client.release();
  });

  it('get new months without deletes, and lose only whole months, with an entry', async () => {
    await app.db.query(
      `insert into audit_logs (action, resource_type, actor_kind, created_at)
        select 'update', 'old', 'system', '2019-03-15' from generate_series(1, 3)`,
    );
    await app.db.query(
      `insert into audit_logs (action, resource_type, actor_kind, created_at)
        values ('update', 'older', 'system', '2018-03-15')`,
    );
    expect((await app.db.query(`select create_log_partition('audit_logs', '2019-03-20') as name`)).rows).toEqual([
      { name: 'audit_logs_2019_03' },
    ]);
    expect(
      (
        await app.db.query(
          `select tableoid::regclass::text as partition, count(*)::int as n from audit_logs where resource_type
            in ('old', 'older') group by 1 order by 1`,
        )
      ).rows,
    ).toEqual([
      { partition: 'audit_logs_2019_03', n: 3 },
      { partition: 'audit_logs_rest', n: 1 },
    ]);
    for (const name of ['audit_logs_2019_03', 'audit_logs_rest'])
      for (const verb of ['delete from', 'truncate'])
        await expect(app.db.query(`${verb} ${name}`)).rejects.toThrow('append-only');
    await expect(app.db.query(`select drop_log_partition('audit_logs', current_date)`)).rejects.toThrow('not over');
    expect((await app.db.query(`select drop_log_partition('audit_logs', '2019-03-01', true) as gone`)).rows).toEqual([
      { gone: null },
    ]);
    expect((await app.db.query(`select drop_log_partition('audit_logs', '2019-03-01')::int as gone`)).rows).toEqual([
      { gone: 3 },
    ]);
    expect(await entries({ resourceId: 'audit_logs_2019_03' })).toMatchObject([
      { action: 'purge', resourceType: 'audit-logs', description: 'The month 2019-03 was dropped with 3 rows.' },
    ]);
  });

  it('remove only the values of one record on request', async () => {
    const id = await createLead(app.admin, { name: 'Forgotten Person' });
    await app.db.query(`select erase_from_audit('leads', $1)`, [id]);
    const rows = await entries({ resourceId: id });
    expect(rows.map(({ action, resourceType }) => `${action} ${resourceType}`)).toEqual([
      'purge audit-logs',
      'create leads',
    ]);
    expect(rows[1]).toMatchObject({ actor: { id: me.id }, changes: { name: { from: '[erased]', to: '[erased]' } } });
    expect(JSON.stringify(rows)).not.toContain('Forgotten Person');
  });
});

describe('the history of a record', () => {
  it('is visible to users who can see the record', async () => {
    const [owner, other] = [await app.as('sales'), await app.as('sales')];
    const id = await createLead(owner, { ownerId: owner.userId });
    await owner.patch(`/leads/${id}`).send({ notes: 'Mine' }).expect(200);
    const page = (await owner.get(`/leads/${id}/history`).query({ limit: 1, count: 'exact' }).expect(200)).body;
    expect(page).toMatchObject({
      data: [{ action: 'update', changes: { notes: { from: null, to: 'Mine' } } }],
      total: { count: 2 },
      pageInfo: { hasMore: true },
    });
    expect(
      (await owner.get(`/leads/${id}/history`).query({ limit: 1, cursor: page.pageInfo.nextCursor }).expect(200)).body
        .data,
    ).toMatchObject([{ action: 'create' }]);
    await other.get(`/leads/${id}/history`).expect(404);
    await other.get('/audit-logs').expect(403);
    await owner.delete(`/leads/${id}`).expect(204);
    expect((await owner.get(`/leads/${id}/history`).expect(200)).body.data).toMatchObject([
      { action: 'delete' },
      { action: 'update' },
      { action: 'create' },
    ]);
  });
});

describe('the list', () => {
  it('filters, searches and counts entries and returns one entry', async () => {
    const key = await createApiKey(app.admin, ['leads:*']);
    const program = caller(app.url, { 'X-API-Key': key });
    const id = await createLead(program);
    const [entry] = await entries({ resourceId: id });
    expect(
      (await entries({ apiKeyId: entry?.apiKeyId, resourceType: 'leads' })).map(({ resourceId }) => resourceId),
    ).toEqual([id]);
    expect((await app.admin.get(`/audit-logs/${entry?.id}`).expect(200)).body).toEqual(entry);
    expect(
      (
        await entries({
          userId: me.id,
          resourceType: 'leads',
          action: 'create',
          'createdAt[gte]': entry?.createdAt,
          limit: 5,
        })
      ).map(({ resourceId }) => resourceId),
    ).toContain(id);
    expect(await entries({ 'createdAt[lt]': '2001-01-01T00:00:00Z' })).toEqual([]);
    const found = await app.admin
      .post('/audit-logs/search')
      .send({
        filter: {
          and: [
            { field: 'resourceId', op: 'eq', value: id },
            { field: 'action', op: 'in', value: ['create', 'update'] },
          ],
        },
        count: 'exact',
      })
      .expect(200);
    expect(found.body).toMatchObject({ data: [{ id: entry?.id }], total: { count: 1, kind: 'exact' } });
    expect((await app.admin.post('/audit-logs/search').send({ q: 'ada' }).expect(400)).body.code).toBe('invalid-query');
    expect((await app.admin.get(`/audit-logs/${randomUUID()}`).expect(404)).body.code).toBe('audit-log-not-found');
  });

  it('is exported as a file without formulas, with an entry in the log', async () => {
    const COLUMNS = [
      'id',
      'createdAt',
      'action',
      'resourceType',
      'resourceId',
      'description',
      'changes',
      'actorKind',
      'userId',
      'userName',
      'userEmail',
      'apiKeyId',
      'ipAddress',
      'userAgent',
      'requestMethod',
      'requestPath',
      'requestId',
    ];
    const name = '=HYPERLINK("http://evil.example","x")';
    const id = await createLead(app.admin, { name });
    await app.db.query(
      `insert into audit_logs (action, resource_type, resource_id, actor_kind, description)
        values ('update', 'leads', $1, 'system', $2), ('update', 'leads', $1, 'system', $3)`,
      [id, ' \t＝1+1', "x;=1+1; 'y\n@z"],
    );
    const text = async (format: string) => {
      const answer = await app.admin
        .get('/audit-logs/export')
        .query({ format, resourceId: id })
        .buffer(true)
        .parse((stream, done) => {
          let all = '';
          stream.on('data', (piece: Buffer) => (all += piece.toString()));
          stream.on('end', () => done(null, all));
        });
      expect(answer.status).toBe(200);
      return [answer.headers['content-type'], answer.body as string] as const;
    };
    const [type, lines] = await text('ndjson');
    expect(type).toBe('application/x-ndjson; charset=utf-8');
    expect(
      lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(await entries({ resourceId: id }));
    const [csvType, table] = await text('csv');
    expect(csvType).toContain('text/csv');
    expect(table.split('\r\n')[0]).toBe(COLUMNS.map((name) => `"${name}"`).join());
    expect(table).toContain(`"' \t＝1+1"`);
    expect(table).toContain(`"x;'=1+1; 'y\n'@z"`);
    // Every value is quoted, so that no spreadsheet program splits a value into cells.
    expect(table.replace(/"([^"]|"")*"/g, '').replace(/[,\r\n]/g, '')).toBe('');
    const [taken] = await entries({ action: 'export', limit: 1 });
    expect(taken).toMatchObject({
      resourceType: 'audit-logs',
      actor: { id: me.id },
      changes: { filter: { from: null, to: { resourceId: [id] } } },
    });
    await (await app.as('manager')).get('/audit-logs/export').expect(403);
  });
});
