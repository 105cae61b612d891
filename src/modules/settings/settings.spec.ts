import { signIn, startApp, type TestApp } from '../../../test/harness/app.js';
import { KeyRotation, masterKey, SecretCipher } from '../../platform/crypto/index.js';
import { ConfigError } from '../../platform/config/index.js';
import { QueryRunner } from '../../platform/database/index.js';
import { GeneratedSecrets, Settings } from './index.js';

const SECRET = 'sk-canary-0123456789abcdef';

describe('settings', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp()));
  afterAll(() => app.close());
  const put = (key: string, value: unknown) => app.admin.put(`/settings/${key}`).send({ value });

  it('are listed with their defaults', async () => {
    const { body } = await app.admin.get('/settings').expect(200);
    const currency = body.data.find(({ key }: { key: string }) => key === 'default_currency');
    expect(currency).toMatchObject({ value: 'USD', default: 'USD', isSet: false, updatedAt: null, isSecret: false });
    expect(body.data.map(({ key }: { key: string }) => key)).toEqual([
      'admin_email',
      'cal_com_link',
      'company_name',
      'default_country',
      'default_currency',
      'event_retention_days',
      'lead_scoring_rules',
      'openai_api_key',
      'openai_base_url',
      'openai_model',
      'timezone',
    ]);
  });

  it('change at once in other modules, and can be reset', async () => {
    const settings = app.app.get(Settings, { strict: false });
    expect(await settings.get('default_currency')).toBe('USD');
    await put('default_currency', 'EUR').expect(200);
    expect(await settings.get('default_currency')).toBe('EUR');
    const { body } = await put('default_currency', null).expect(200);
    expect(body).toMatchObject({ value: 'USD', isSet: false });
    expect(await settings.get('default_currency')).toBe('USD');
  });

  it('return the same object for the same value', async () => {
    const settings = app.app.get(Settings, { strict: false });
    await put('lead_scoring_rules', [
      { name: 'Web', points: 5, when: { field: 'source', op: 'eq', value: 'web' } },
    ]).expect(200);
    const first = await settings.get('lead_scoring_rules');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await settings.get('lead_scoring_rules')).toBe(first);
    await put('lead_scoring_rules', null).expect(200);
  });

  it.each([
    ['default_currency', 'euro'],
    ['default_currency', 'ZZZ'],
    ['default_currency', 5],
    ['default_country', 'ZZ'],
    ['timezone', 'Mars/Olympus'],
    ['admin_email', 'nobody'],
    ['company_name', ''],
    ['company_name', 'a\u0000b'],
    ['cal_com_link', 'javascript:alert(1)'],
    ['openai_base_url', 'https://user:pass@evil.example'],
    ['openai_base_url', 'http://169.254.169.254/v1'],
    ['openai_base_url', 'http://[::1]:8080/v1'],
    ['openai_base_url', 'https://localhost/v1'],
    ['openai_api_key', 'with space in it'],
    ['openai_api_key', 'line\nbreak-12345'],
    ['lead_scoring_rules', [{ name: 'x', points: 101, when: {} }]],
    ['lead_scoring_rules', [{ name: 'x', points: 1, when: {}, more: 1 }]],
    ['lead_scoring_rules', {}],
    [
      'lead_scoring_rules',
      [
        { name: 'x', points: 1, when: {} },
        { name: 'x', points: 2, when: {} },
      ],
    ],
  ])('reject %s = %j', async (key, value) => {
    const { body } = await put(key, value).expect(422);
    expect(body.errors[0].pointer).toMatch(/^#\/value/);
  });

  it('reject a missing value, additional fields and an unknown setting', async () => {
    await app.admin.put('/settings/timezone').send({}).expect(422);
    await app.admin.put('/settings/timezone').send({ value: 'UTC', key: 'x' }).expect(400);
    await put('no_such_setting', 'x').expect(404);
    await put('~api-key-pepper', 'x').expect(404);
    await app.admin.get('/settings/~api-key-pepper').expect(404);
  });

  it('show no secret in responses, events or the database', async () => {
    const answers = [
      await put('openai_api_key', SECRET).expect(200),
      await app.admin.get('/settings/openai_api_key').expect(200),
      await app.admin.get('/settings').expect(200),
    ];
    expect(answers[1]?.body).toMatchObject({ value: null, isSet: true, last4: 'cdef', isSecret: true });
    const { rows } = await app.db.query(
      `select (select json_agg(s)::text from settings s) || (select json_agg(e)::text from events e) as dump`,
    );
    for (const text of [...answers.map(({ text }) => text), rows[0].dump]) expect(text).not.toContain(SECRET);
    expect(await app.app.get(Settings, { strict: false }).get('openai_api_key')).toBe(SECRET);
    const { rows: events } = await app.db.query(
      `select payload from events where type = 'setting.updated' and payload->>'key' = 'openai_api_key'`,
    );
    expect(events.map(({ payload }) => payload)).toEqual([{ key: 'openai_api_key', isSecret: true }]);
  });

  it('are hidden from viewers and read-only for managers', async () => {
    const [viewer, manager] = await Promise.all([app.as('viewer'), app.as('manager')]);
    await viewer.get('/settings').expect(403);
    await manager.get('/settings').expect(200);
    await manager.put('/settings/timezone').send({ value: 'Europe/Berlin' }).expect(403);
    expect((await app.db.query(`select 1 from settings where key = 'timezone'`)).rowCount).toBe(0);
  });

  it('are encrypted again under a new key during traffic, and a second run changes nothing', async () => {
    await put('openai_api_key', SECRET).expect(200);
    const queryRunner = app.app.get(QueryRunner);
    const both = new SecretCipher([masterKey('22'.repeat(32)), masterKey('11'.repeat(32))]);
    const rotation = new KeyRotation(queryRunner, both);
    expect(await rotation.run()).toBeGreaterThanOrEqual(2);
    expect(await rotation.run()).toBe(0);
    await expect(new KeyRotation(queryRunner, new SecretCipher([masterKey('33'.repeat(32))])).check()).rejects.toThrow(
      ConfigError,
    );
    await new KeyRotation(queryRunner, new SecretCipher([masterKey('22'.repeat(32))])).check();
    const pepper = await new GeneratedSecrets(queryRunner, both).get('api-key-pepper');
    expect(pepper.equals(await app.app.get(GeneratedSecrets, { strict: false }).get('api-key-pepper'))).toBe(true);
    // This instance has only the old key. The rotation back lets the next tests read the secrets.
    await new KeyRotation(
      queryRunner,
      new SecretCipher([masterKey('11'.repeat(32)), masterKey('22'.repeat(32))]),
    ).run();
    // The relay also reads settings. For up to a second, it may cache values with the other key.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await (await signIn(app.url)).get('/settings').expect(200);
  });

  it('accept a company name that looks like an encrypted value', async () => {
    await put('company_name', 'v1.aaaaaaaa.bbb').expect(200);
    await app.app.get(KeyRotation).check();
    await put('company_name', null).expect(200);
  });
});

describe('two instances', () => {
  const apps: TestApp[] = [];
  afterAll(async () => {
    for (const app of apps.reverse()) await app.close();
  });

  it('have the same settings within a second', async () => {
    const one = await startApp();
    apps.push(one);
    const other = await startApp({ DATABASE_URL: one.databaseUrl });
    apps.push(other);
    const settings = other.app.get(Settings, { strict: false });
    const set = (value: string | null) => one.admin.put('/settings/default_currency').send({ value }).expect(200);
    const currencyOfLead = async (email: string): Promise<unknown> =>
      (await other.admin.post('/leads').send({ name: 'Ada', email, estimatedValue: '10.00' }).expect(201)).body
        .currency;
    expect([await settings.get('default_currency'), await currencyOfLead('a@example.com')]).toEqual(['USD', 'USD']);
    await set('EUR');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect([await settings.get('default_currency'), await currencyOfLead('b@example.com')]).toEqual(['EUR', 'EUR']);
    await set(null);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect([await settings.get('default_currency'), await currencyOfLead('c@example.com')]).toEqual(['USD', 'USD']);
  }, 60_000);
});
