import { ADMIN, signIn, startApp, type TestApp } from '../../../test/harness/app.js';
import { until } from '../../../test/harness/receiver.js';
import { SecurityLog } from '../../kernel/logs/security-log.js';
import { Database } from '../../platform/database/index.js';
import type { SecurityLogView } from './security/security-logs.dto.js';

let app: TestApp;
let log: SecurityLog;
beforeAll(async () => {
  app = await startApp();
  log = app.app.get(SecurityLog, { strict: false });
}, 60_000);
afterAll(() => app.close());

const entries = async (query: object): Promise<SecurityLogView[]> =>
  (
    await app.admin
      .get('/security-logs')
      .query({ limit: 100, ...query })
      .expect(200)
  ).body.data as SecurityLogView[];

describe('the security log', () => {
  it('contains rejected permissions, once a minute per credential and permission', async () => {
    const viewer = await app.as('viewer');
    for (let tries = 0; tries < 20; tries += 1) await viewer.get('/security-logs').expect(403);
    await viewer.post('/leads').send({}).expect(403);
    const rejections = () => entries({ event: 'permission_denied', userId: viewer.userId });
    await until(async () => (await rejections()).length >= 2);
    expect(
      (await rejections())
        .map(({ severity, details, ipAddress }) => [severity, details['permission'], details['credential'], ipAddress])
        .toSorted(),
    ).toEqual([
      ['warning', 'leads:create', 'api-key', '127.0.0.1'],
      ['warning', 'security-logs:read', 'api-key', '127.0.0.1'],
    ]);
  });

  it('contains created and revoked keys with their scopes, without the secret', async () => {
    const { body } = await app.admin
      .post('/api-keys')
      .send({ name: 'Website', scopes: ['leads:read'] })
      .expect(201);
    await app.admin.delete(`/api-keys/${body.id}`).expect(204);
    const found = (await entries({ event: ['api_key_created', 'api_key_revoked'] })).filter(
      ({ details }) => details['apiKeyId'] === body.id,
    );
    expect(found.map(({ event, userEmail, details }) => [event, userEmail, details['scopes']])).toEqual([
      ['api_key_revoked', ADMIN.email, ['leads:read']],
      ['api_key_created', ADMIN.email, ['leads:read']],
    ]);
    expect(JSON.stringify(found)).not.toContain(body.key);
  });

  it('is filtered, and returns one entry', async () => {
    await log.record({
      event: 'login_failed',
      severity: 'warning',
      description: 'A wrong password was given.',
      userId: null,
      email: 'mallory@example.com',
    });
    const [entry] = await entries({ userEmail: 'Mallory@example.com' });
    expect(entry).toMatchObject({ event: 'login_failed', userId: null, ipAddress: null });
    expect((await app.admin.get(`/security-logs/${entry?.id}`).expect(200)).body).toEqual(entry);
    expect(await entries({ severity: 'critical' })).toEqual([]);
    expect(
      (await entries({ ipAddress: '127.0.0.1', severity: 'warning', 'createdAt[gte]': '2020-01-01T00:00:00Z' })).length,
    ).toBeGreaterThan(0);
    await app.admin.get('/security-logs').query({ event: 'nothing' }).expect(400);
  });

  it('shows users only their own entries', async () => {
    const sales = await app.as('sales');
    await log.record({ event: 'password_changed', description: 'The password was changed.', userId: sales.userId });
    await sales.get('/security-logs').expect(403);
    const own = (await sales.get('/security-logs/mine').expect(200)).body.data as SecurityLogView[];
    expect(own.map(({ event }) => event)).toContain('password_changed');
    expect(new Set(own.map(({ userId }) => userId))).toEqual(new Set([sales.userId]));
    await (await signIn(app.url)).get('/security-logs/mine').expect(200);
    await app.anonymous.get('/security-logs/mine').expect(401);
  });

  it('records critical events in the transaction, and mails them without a channel', async () => {
    await app.admin.put('/settings/admin_email').send({ value: 'admin@example.com' }).expect(200);
    await log.record({
      event: 'token_reuse',
      severity: 'critical',
      description: 'A refresh token was used twice.',
      email: 'ada@example.com',
      actionTaken: 'The family was revoked.',
    });
    await expect(
      app.app.get(Database, { strict: false }).write(async () => {
        await log.record({ event: 'token_reuse', severity: 'critical', description: 'Rolled back.' });
        throw new Error('back');
      }),
    ).rejects.toThrow('back');
    const [entry] = await entries({ severity: 'critical' });
    const reported = async () =>
      (
        await app.db.query<{ id: string; resource_id: string; channel_id: string | null }>(
          `select resource_id, channel_id from notification_deliveries where event = 'security.alert'`,
        )
      ).rows;
    await until(async () => (await reported()).length > 0);
    expect(await reported()).toEqual([{ resource_id: entry?.id, channel_id: null }]);
    const { body } = await app.admin.get('/events').query({ type: 'security.alert' }).expect(200);
    expect(body.data).toMatchObject([
      { data: { event: 'token_reuse', userEmail: 'ada@example.com', actionTaken: 'The family was revoked.' } },
    ]);
  });
});
