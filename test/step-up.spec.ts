import { AccessCache } from '../src/modules/users/index.js';
import { signIn, startApp, type TestApp } from './harness/app.js';
import type { Caller } from './harness/caller.js';
import { operations, pathOf, resolve, type Operation } from './harness/document.js';

/** Resources that control access, visibility, and data that leaves this server. */
const PROTECTED_TABLES =
  /^\/api\/v1\/(users|teams|roles|api-keys|webhooks|webhook-deliveries|notification-channels|notification-deliveries|settings|retention-policies|legal-holds|erasure-requests|audit-logs)(\/|$)/;

/** Changes of the user's own e-mail address and second factor. */
const OWN_WAY_IN = /^\/api\/v1\/auth\/(email|totp)(\/|$)/;

/** Operations without recent authentication, and the reason. A new operation must require it or be listed here. */
const WITHOUT: Readonly<Record<string, string>> = {
  revokeApiKey: 'ends a credential',
  searchAuditLogs: 'reads',
  searchUsers: 'reads',
  previewErasureRequest: 'reads',
  dryRunRetentionPolicy: 'reads',
  createLegalHold: 'keeps records',
  createTeam: 'a team without members',
  deleteTeam: 'a team without members',
  updateTeam: 'names and a lead, no members',
  updateMyProfile: 'own profile only',
  deleteWebhook: 'sends less',
  disableWebhook: 'sends less',
  enableWebhook: 'sends to a destination that was confirmed before',
  restoreWebhook: 'sends to a destination that was confirmed before',
  recoverWebhook: 'sends to a destination that was confirmed before',
  testWebhook: 'sends no record',
  resendWebhookDelivery: 'sends what was sent before',
  resendEmailVerification: 'sends to the requested address',
  verifyEmail: 'needs the link of a mail',
  confirmTotpSetup: 'completes the setup that startTotpSetup began',
  deleteNotificationChannel: 'sends less',
  disableNotificationChannel: 'sends less',
  enableNotificationChannel: 'sends to a destination that was confirmed before',
  restoreNotificationChannel: 'sends to a destination that was confirmed before',
  testNotificationChannel: 'sends no record',
  resendNotificationDelivery: 'sends what was sent before',
};

/** Operations that require it only for some fields. Each field must be in one of the two lists. */
const BY_FIELD: Readonly<Record<string, { readonly asks: readonly string[]; readonly free: readonly string[] }>> = {
  updateApiKey: { asks: ['scopes', 'expiresAt'], free: ['name', 'rateLimit'] },
  updateWebhook: {
    asks: ['url', 'headers', 'events', 'filter'],
    free: ['name', 'description', 'maxConcurrency', 'isOrdered', 'enabled'],
  },
  updateNotificationChannel: { asks: ['config', 'events', 'filter'], free: ['name', 'template', 'enabled'] },
  updateUser: {
    asks: ['teamId'],
    free: ['firstName', 'lastName', 'phone', 'avatarUrl', 'title', 'department', 'timezone', 'locale', 'managerId'],
  },
};

/** Settings that hold a secret or decide where data is sent. */
const GUARDED_SETTINGS = ['admin_email', 'openai_api_key', 'openai_base_url'];

const isWrite = ({ method }: Operation): boolean => method !== 'get';
const isGuarded = ({ path }: Operation): boolean =>
  PROTECTED_TABLES.test(path) || OWN_WAY_IN.test(path) || path.endsWith('/purge');
const guarded = operations.filter((one) => (isWrite(one) && isGuarded(one)) || one.operationId === 'exportAuditLogs');

describe('a session without recent authentication', () => {
  let app: TestApp;
  let session: Caller;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    app = await startApp({ ROLE: 'web' });
    ids['team'] = (await app.admin.post('/teams').send({ name: 'North' }).expect(201)).body.id as string;
    ids['users'] = (await app.as('sales')).userId;
    session = await signIn(app.url);
    const webhook = { name: 'w', url: 'https://hooks.example.com/x', events: ['lead.created'] };
    ids['webhooks'] = (await session.post('/webhooks').send(webhook).expect(201)).body.id as string;
    const channel = { name: 'c', type: 'email', config: { to: ['a@example.com'] }, events: ['lead.created'] };
    ids['notification-channels'] = (await session.post('/notification-channels').send(channel).expect(201)).body
      .id as string;
    ids['api-keys'] = (
      await session
        .post('/api-keys')
        .send({ name: 'k', scopes: ['leads:read'] })
        .expect(201)
    ).body.id as string;
    await app.db.query(`update sessions set proven_at = now() - interval '11 minutes'`);
    app.app.get(AccessCache).drop();
  }, 60_000);
  afterAll(() => app.close());

  const resourceOf = ({ path }: Operation): string => path.split('/')[3] ?? '';
  const send = async (operation: Operation, body: object | undefined): Promise<string> => {
    const answer = await session[operation.method](pathOf(operation, ids[resourceOf(operation)])).send(body);
    return answer.body.code === 'reauthentication-required'
      ? 'asked'
      : `${answer.status} ${String(answer.body.code ?? '')}`;
  };
  const fieldsOf = ({ body }: Operation): string[] => Object.keys(resolve(body ?? {}).properties ?? {});

  it('cannot change access or destinations, except for listed operations', async () => {
    const isWhole = ({ operationId }: Operation): boolean =>
      !(operationId in WITHOUT) && !(operationId in BY_FIELD) && operationId !== 'setSetting';
    const asked = guarded.filter(isWhole);
    expect(asked.map(({ operationId }) => operationId)).toEqual(
      expect.arrayContaining([
        'deactivateUser',
        'reactivateUser',
        'deleteUser',
        'restoreUser',
        'transferUserRecords',
        'addTeamMember',
        'purgeLead',
        'regenerateRecoveryCodes',
        'exportAuditLogs',
      ]),
    );
    for (const operation of asked)
      expect([operation.operationId, await send(operation, operation.bodyExample as object | undefined)]).toEqual([
        operation.operationId,
        'asked',
      ]);
  });

  it('the list contains only existing operations', () => {
    const known = new Set(guarded.map(({ operationId }) => operationId));
    expect([...Object.keys(WITHOUT), ...Object.keys(BY_FIELD)].filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(Object.keys(BY_FIELD))('is rejected for critical fields: %s', async (name) => {
    const operation = guarded.find(({ operationId }) => operationId === name) as Operation;
    const { asks, free } = BY_FIELD[name] ?? { asks: [], free: [] };
    expect(fieldsOf(operation).toSorted()).toEqual([...asks, ...free].toSorted());
    const values: Record<string, unknown> = {
      scopes: ['leads:read'],
      expiresAt: null,
      url: 'https://other.example.com/x',
      headers: { 'X-A': 'b' },
      events: ['lead.deleted'],
      filter: null,
      config: { to: ['b@example.com'] },
      teamId: ids['team'],
    };
    for (const field of asks)
      expect([field, await send(operation, { [field]: values[field] })]).toEqual([field, 'asked']);
    for (const field of free.filter((one) => ['name', 'title', 'enabled'].includes(one))) {
      expect([field, await send(operation, { [field]: field === 'enabled' ? true : 'Other' })]).toEqual([
        field,
        '200 ',
      ]);
    }
  });

  it('is rejected for settings that are secret or a destination', async () => {
    const { data } = (await session.get('/settings').expect(200)).body as {
      data: { key: string; isSecret: boolean }[];
    };
    expect(data.filter(({ isSecret }) => isSecret).every(({ key }) => GUARDED_SETTINGS.includes(key))).toBe(true);
    for (const { key } of data) {
      const { body } = await session.put(`/settings/${key}`).send({ value: null });
      expect([key, body.code === 'reauthentication-required']).toEqual([key, GUARDED_SETTINGS.includes(key)]);
    }
  });
});
