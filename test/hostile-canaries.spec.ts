import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { startProcess, type Process } from './faults/scene.js';
import { ADMIN, startApp, type TestApp } from './harness/app.js';
import { operations } from './harness/document.js';
import { startReceiver, until, type Receiver } from './harness/receiver.js';
import { Client, type Answer } from './matrix/client.js';
import { addressOf } from './matrix/scene.js';

// Puts a unique word into every secret and searches all output for these words.

const directory = mkdtempSync(join(tmpdir(), 'kontor-canary-'));
const word = (name: string): string => `canary${name}${randomBytes(9).toString('hex')}`;
const NEW_PASSWORD = `a new and long ${word('password')}`;
const planted: Record<string, string> = {
  password: NEW_PASSWORD,
  wrong: `wrong and long ${word('wrong')}`,
  webhook: `whsec_${randomBytes(32).toString('base64')}`,
  rotated: `whsec_${randomBytes(32).toString('base64')}`,
  header: `Bearer ${word('header')}`,
  setting: `sk-${word('setting')}`,
  discord: word('discord'),
  telegram: word('telegram'),
  garbage: `kontor_live_${'c'.repeat(10)}_${word('garbage')}`,
  bearer: word('bearer'),
};

let app: TestApp;
let instance: Process;
let client: Client;
let receiver: Receiver;
let key = '';
let session = '';
const answers: string[] = [];

const ask = async (method: string, path: string, headers: Record<string, string>, body?: object): Promise<Answer> => {
  const answer = await client.ask({ method, path: `/api/v1${path}`, headers, body });
  // Only the response of a new secret and the cookie of a login may contain secrets.
  answers.push(
    `${method} ${path} ${JSON.stringify(answer.headers).replace(session || 'no session', '')}\n${answer.text}`,
  );
  return answer;
};
const asAdmin = (): Record<string, string> => ({ 'X-API-Key': key });

beforeAll(async () => {
  receiver = await startReceiver();
  app = await startApp({ ROLE: 'web' });
  instance = await startProcess(app.databaseUrl, {
    ROLE: 'all',
    LOG_LEVEL: 'trace',
    DATA_DIR: directory,
    RATE_LIMIT_PER_CREDENTIAL: '1000000',
    RATE_LIMIT_PER_ADDRESS: '1000000',
  });
  client = new Client(/API\s+(http:\S+)\/api\/v1/.exec(instance.output())?.[1] ?? '');
  await plant();
  await callEverything();
}, 120_000);
afterAll(async () => {
  await client.close();
  receiver.close();
  instance.child.kill('SIGTERM');
  await instance.ended;
  await app.close();
  rmSync(directory, { recursive: true, force: true });
}, 60_000);

const cookieOf = ({ headers }: Answer): string =>
  /kontor_session=([^;]+)/.exec([headers['set-cookie']].flat().join(';'))?.[1] ?? '';

async function plant(): Promise<void> {
  const browser = (token: string): Record<string, string> => ({
    Cookie: `kontor_session=${token}`,
    'Sec-Fetch-Site': 'same-origin',
  });
  const first = cookieOf(await client.ask({ method: 'post', path: '/api/v1/auth/login', body: ADMIN }));
  expect(
    (
      await client.ask({
        method: 'post',
        path: '/api/v1/auth/password',
        headers: browser(first),
        body: { currentPassword: ADMIN.password, newPassword: NEW_PASSWORD },
      })
    ).status,
  ).toBe(204);
  session = cookieOf(
    await client.ask({
      method: 'post',
      path: '/api/v1/auth/login',
      body: { email: ADMIN.email, password: NEW_PASSWORD },
    }),
  );
  const created = await client.ask({
    method: 'post',
    path: '/api/v1/api-keys',
    headers: browser(session),
    body: { name: 'Canary', scopes: ['*:*'] },
  });
  key = String(created.body['key']);
  Object.assign(planted, { session, first, key: key.split('_').at(-1) });
  await plantAccount(browser(session));
  const hook = await ask('post', '/webhooks', asAdmin(), {
    name: 'Canary',
    url: receiver.url,
    events: ['*'],
    secret: planted['webhook'],
    headers: { Authorization: planted['header'] },
  });
  // By design, the response of the creation returns the secret.
  answers.pop();
  await client.ask({
    method: 'post',
    path: `/api/v1/webhooks/${String(hook.body['id'])}/rotate-secret`,
    headers: asAdmin(),
    body: { secret: planted['rotated'] },
  });
  expect((await ask('put', '/settings/openai_api_key', asAdmin(), { value: planted['setting'] })).status).toBe(200);
  await ask('post', '/notification-channels', asAdmin(), {
    name: 'Discord',
    type: 'discord',
    events: ['lead.created'],
    config: { webhookUrl: `https://discord.com/api/webhooks/123456789012345678/${planted['discord']}` },
  });
  await ask('post', '/notification-channels', asAdmin(), {
    name: 'Telegram',
    type: 'telegram',
    events: ['api_key.created'],
    config: { botToken: `123456789:${planted['telegram']}`, chatId: '42' },
  });
  await ask('post', '/notification-channels', asAdmin(), {
    name: 'Mail',
    type: 'email',
    events: ['*'],
    config: { to: ['mail@kontor.test'] },
  });
  await client.ask({
    method: 'post',
    path: '/api/v1/leads',
    headers: asAdmin(),
    body: { name: 'Ada Lovelace', email: 'ada@example.com' },
  });
}

/** Creates secrets that grant access: tokens, the second factor, and links in mails. */
async function plantAccount(headers: Record<string, string>): Promise<void> {
  const tokens = (
    await client.ask({
      method: 'post',
      path: '/api/v1/auth/token',
      body: { email: ADMIN.email, password: NEW_PASSWORD },
    })
  ).body;
  const { secret } = (await client.ask({ method: 'post', path: '/api/v1/auth/totp/start', headers })).body as {
    secret: string;
  };
  const confirmed = await client.ask({
    method: 'post',
    path: '/api/v1/auth/totp/confirm',
    headers,
    body: { code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() },
  });
  expect(confirmed.status).toBe(200);
  Object.assign(planted, {
    access: String(tokens['accessToken']).split('.').at(-1),
    refresh: tokens['refreshToken'],
    totp: secret,
    recovery: (confirmed.body['recoveryCodes'] as string[])[0],
  });
  await ask('post', '/users', asAdmin(), { email: 'invited@kontor.test', firstName: 'Grace' });
  await ask('post', '/auth/password/forgot', {}, { email: ADMIN.email });
  await until(
    () => Promise.resolve(mailedTokens().length === 2),
    20_000,
    () => 'the mails were not written',
  );
  const [invitation, reset] = mailedTokens();
  Object.assign(planted, { invitation, reset });
}

const filesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        // A mail that is being written is renamed when it is complete.
        .filter((file) => !file.endsWith('.part'))
    : [];
/** Only mails to users may contain these tokens. */
const SENT_BY_MAIL = ['invitation', 'reset'];
const mailedTokens = (): string[] => [
  ...new Set(
    filesIn(join(directory, 'mail')).flatMap((file) =>
      [
        ...readFileSync(file, 'latin1')
          .replace(/=\r?\n/g, '')
          .matchAll(/#token=(?:3D)?([\w-]{43})/g),
      ].map(([, token]) => token ?? ''),
    ),
  ),
];

const idsIn = new Map<string, string>();

/** Calls every read as the admin, and fails requests that contain a secret. */
async function callEverything(): Promise<void> {
  for (const operation of operations.filter(({ method, path }) => method === 'get' && path.startsWith('/api/v1'))) {
    const resource = operation.path.split('/')[3] ?? '';
    const answer = await ask(
      'get',
      addressOf(operation, idsIn.get(resource)).slice('/api/v1'.length),
      operation.permission ? asAdmin() : { Cookie: `kontor_session=${session}` },
    );
    const [first] = (Array.isArray(answer.body['data']) ? answer.body['data'] : []) as { id?: string }[];
    if (first?.id && !idsIn.has(resource)) idsIn.set(resource, first.id);
  }
  for (const [path, body] of operations
    .filter(({ path: at }) => /\/(search|facets)$/.test(at))
    .map(
      ({ path: at }) =>
        [at.slice('/api/v1'.length), at.endsWith('facets') ? { facets: ['status'] } : { limit: 100 }] as const,
    ))
    await ask('post', path, asAdmin(), body);
  await ask('post', '/auth/login', {}, { email: ADMIN.email, password: planted['wrong'] });
  await ask(
    'post',
    '/auth/login',
    {},
    { email: `${word('x')}@kontor.test`, password: planted['wrong'], [String(planted['bearer'])]: 1 },
  );
  await ask('get', '/leads', { 'X-API-Key': String(planted['garbage']) });
  await ask('get', '/leads', {
    Authorization: `Bearer ${planted['bearer']}`,
    Cookie: `kontor_session=${planted['bearer']}`,
  });
  await ask('put', '/settings/openai_api_key', asAdmin(), { value: `${planted['setting']} with a blank` });
  await ask('post', '/webhooks', asAdmin(), {
    name: 'Broken',
    url: 'nonsense',
    events: ['*'],
    secret: planted['webhook'],
  });
  await ask('post', '/leads/parse', asAdmin(), { text: 'Ada Lovelace, ada@example.com' });
  await until(
    () => Promise.resolve(receiver.requests.length >= 2),
    20_000,
    () => 'nothing came to the webhook',
  );
}

const all = (): string[] => Object.keys(planted);
/** Returns the secrets in a text. A secret that is sent as a field name is named in the error. */
const hits = (text: string, among: readonly string[] = all()): string[] =>
  among.filter((name) => text.includes((planted[name] ?? '').replace(/^Bearer |^whsec_/, '')));
const SENT_AS_NAME = 'bearer';

async function rows(): Promise<{ table: string; text: string }[]> {
  const { rows: tables } = await app.db.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  );
  return (
    await Promise.all(
      tables.map(async ({ name }) =>
        (
          await app.db.query<{ text: string }>(`select t::text || ' ' || to_jsonb(t)::text as text from "${name}" t`)
        ).rows.map(({ text }) => ({ table: name, text })),
      ),
    )
  ).flat();
}

describe('a secret', () => {
  it('is in no response', () => {
    expect(answers.length).toBeGreaterThan(50);
    expect(
      answers
        .filter(
          (answer) =>
            hits(
              answer,
              all().filter((name) => name !== SENT_AS_NAME),
            ).length > 0,
        )
        .map((answer) => [answer.split('\n', 1)[0]?.slice(0, 60), hits(answer)]),
    ).toEqual([]);
  });

  it('is in no line of the log', () => {
    expect(instance.output()).toContain('request completed');
    expect(hits(instance.output())).toEqual([]);
  });

  it('is in no mail and in no other file', () => {
    expect(
      filesIn(directory).filter(
        (file) =>
          hits(
            readFileSync(file, 'latin1').replace(/=\r?\n/g, ''),
            all().filter((name) => !SENT_BY_MAIL.includes(name)),
          ).length > 0,
      ),
    ).toEqual([]);
  });

  it('is sent to a webhook only as the configured header', () => {
    const sent = receiver.requests
      .map(({ body, headers }) => `${body} ${JSON.stringify({ ...headers, authorization: undefined })}`)
      .join('\n');
    expect(hits(sent)).toEqual([]);
    expect(receiver.requests[0]?.headers.authorization).toBe(planted['header']);
  });

  it('is in no row of any table, such as events, audit or jobs', async () => {
    expect(
      (await rows()).filter(({ text }) => hits(text).length > 0).map(({ table, text }) => [table, hits(text)]),
    ).toEqual([]);
  });

  it('in a copy of the database grants no access', async () => {
    const strings = new Set<string>();
    for (const { text } of await rows())
      for (const [found] of text.matchAll(/[\w+/=.:-]{16,600}/g))
        if (!/^\d{4}-\d\d-\d\d/.test(found) && !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(found)) strings.add(found);
    expect(strings.size).toBeGreaterThan(50);
    const opened: string[] = [];
    await client.askAll([...strings].slice(0, 1_500), async (text) => {
      for (const headers of [
        { 'X-API-Key': text },
        { Authorization: `Bearer ${text}` },
        { Cookie: `kontor_session=${text}` },
      ] as Record<string, string>[]) {
        const { status } = await client.ask({ method: 'get', path: '/api/v1/auth/me', headers });
        if (status !== 401) opened.push(`${Object.keys(headers)[0]}: ${text} ${status}`);
      }
    });
    expect(opened).toEqual([]);
  }, 60_000);
});
