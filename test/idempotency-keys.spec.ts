import { createHash } from 'node:crypto';
import { TOTP } from 'otpauth';
import type { Test } from 'supertest';
import { KeyRotation, masterKey, SecretCipher, type MasterKey } from '../src/platform/crypto/index.js';
import { QueryRunner } from '../src/platform/database/index.js';
import { Idempotency } from '../src/platform/http/idempotency/idempotency.js';
import { signIn, startApp, type TestApp } from './harness/app.js';
import type { Caller } from './harness/caller.js';
import { operations, type Operation } from './harness/document.js';
import { ExampleRequests } from './harness/example-requests.js';
import { changedBetween, fingerprintOf } from './matrix/fingerprint.js';

const writes = operations.filter(({ method }) => method !== 'get');
const takesKey = ({ parameters }: Operation): boolean => parameters.some(({ name }) => name === 'Idempotency-Key');

/** Operations with a credential that check a password or code, sign out or change nothing. */
const WITHOUT_KEY = [
  'changePassword',
  'disableTotp',
  'logout',
  'reauthenticate',
  ...writes
    .filter(({ operationId, isPublic }) => !isPublic && /^(search|count|find|preview|dryRun)/.test(operationId))
    .map(({ operationId }) => operationId),
].toSorted();

/** Examples with a code or an id that the document cannot know, and records that no request creates. */
const REJECTED: Readonly<Record<string, string>> = {
  confirmTotpSetup: '409 totp-not-started',
  deleteJob: '409 job-not-dead',
  pauseJobGroup: '404 job-group-not-found',
  regenerateRecoveryCodes: '409 totp-disabled',
  rejectLeadFormSubmission: '404 lead-form-submission-not-found',
  releaseLeadFormSubmission: '404 lead-form-submission-not-found',
  reorderCustomFields: '422 invalid-body',
  resendNotificationDelivery: '404 notification-delivery-not-found',
  resendWebhookDelivery: '404 webhook-delivery-not-found',
  resetUserTotp: '409 totp-disabled',
  resumeJobGroup: '404 job-group-not-found',
  retryDeadLetteredEvent: '404 dead-lettered-event-not-found',
  retryJob: '409 job-not-dead',
};

let app: TestApp;
let session: Caller;
let examples: ExampleRequests;
let serial = 0;

// Without a worker, nothing but the requests changes the database.
beforeAll(async () => {
  app = await startApp({ ROLE: 'web' });
  session = await signIn(app.url);
  examples = new ExampleRequests(app, session, (await app.as('sales')).userId);
  // The examples of leads have a custom field.
  const field = operations.find(({ operationId }) => operationId === 'createCustomField')?.bodyExample;
  await app.admin
    .post('/custom-fields')
    .send(field as object)
    .expect(201);
}, 60_000);
afterAll(() => app.close());

/** Returns a function that sends the same request with the same key each time. */
async function requestOf(operation: Operation): Promise<() => Test> {
  if (operation.operationId === 'revokeSession') await signIn(app.url);
  const path = await examples.pathFor(operation);
  const body = operation.bodyExample === undefined ? undefined : await examples.bodyFor(operation);
  const key = `key-${(serial += 1)}`;
  return () => session[operation.method](path).set('Idempotency-Key', key).send(body);
}

const outcomeOf = ({ status, body }: { status: number; body: unknown }): string =>
  status < 300 ? 'ok' : `${status} ${String((body as { code?: string }).code)}`;

describe('an Idempotency-Key', () => {
  it('is supported by every write with a credential that has an effect', () => {
    expect(
      writes
        .filter((operation) => !takesKey(operation) && !operation.isPublic)
        .map(({ operationId }) => operationId)
        .toSorted(),
    ).toEqual(WITHOUT_KEY);
    expect(writes.filter(takesKey).length).toBeGreaterThan(150);
  });

  it.each(
    writes.filter((operation) => !takesKey(operation)).map((operation) => [operation.operationId, operation] as const),
  )('is rejected by %s before any effect', async (_, operation) => {
    const send = await requestOf(operation);
    const before = await fingerprintOf(app.db);
    const { body } = await send().expect(400);
    expect(body).toMatchObject({ code: 'idempotency-key-not-supported', errors: [{ header: 'Idempotency-Key' }] });
    expect(changedBetween(before, await fingerprintOf(app.db))).toEqual([]);
  });

  it.each(writes.filter(takesKey).map((operation) => [operation.operationId, operation] as const))(
    'gives a repeated %s one effect and one response',
    async (_, operation) => {
      const send = await requestOf(operation);
      const first = await send();
      const after = await fingerprintOf(app.db);
      const second = await send();
      expect(changedBetween(after, await fingerprintOf(app.db))).toEqual([]);
      expect(outcomeOf(first)).toBe(REJECTED[operation.operationId] ?? 'ok');
      expect(outcomeOf(second)).toBe(outcomeOf(first));
      if (first.status >= 300) return;
      expect(second.status).toBe(first.status);
      expect(second.text).toBe(first.text);
      expect(second.headers['idempotency-replayed']).toBe('true');
      expect([second.headers['etag'], second.headers['location']]).toEqual([
        first.headers['etag'],
        first.headers['location'],
      ]);
    },
  );

  it('stores a response with a secret encrypted, and replays the whole response', async () => {
    const stored = async (): Promise<string> =>
      JSON.stringify((await app.db.query('select * from idempotency_keys where key = $1', [key()])).rows);
    const key = (): string => `secret-${serial}`;
    const twice = async (path: string, body?: object): Promise<Record<string, string>> => {
      serial += 1;
      const post = (): Test => session.post(path).set('Idempotency-Key', key()).send(body);
      const first = await post();
      expect([path, first.status < 300]).toEqual([path, true]);
      const second = await post();
      expect([second.text, second.headers['idempotency-replayed']]).toEqual([first.text, 'true']);
      return first.body as Record<string, string>;
    };
    const secrets: (readonly [string, unknown])[] = [];
    const check = async (path: string, field: string, body?: object): Promise<Record<string, string>> => {
      const answer = await twice(path, body);
      const secret = [answer[field]].flat().map(String);
      expect(secret.every((text) => text.length > 8)).toBe(true);
      const row = await stored();
      if (!row.includes('v1.') || secret.some((text) => row.includes(text))) secrets.push([path, row]);
      return answer;
    };
    const apiKey = await check('/api-keys', 'key', { name: 'sync', scopes: ['leads:read'] });
    const rotated = await check(`/api-keys/${apiKey['id'] ?? ''}/rotate`, 'key', {});
    expect(rotated['key']).not.toBe(apiKey['key']);
    const webhook = await check('/webhooks', 'secret', { name: 'x', url: 'https://example.com', events: ['*'] });
    await check(`/webhooks/${webhook['id'] ?? ''}/rotate-secret`, 'secret', {});
    const { secret = '' } = await check('/auth/totp/start', 'secret');
    await check('/auth/totp/confirm', 'recoveryCodes', { code: new TOTP({ secret }).generate() });
    await check('/auth/totp/recovery-codes', 'recoveryCodes');
    expect(secrets).toEqual([]);
  });

  it('does not reveal a password of the request by its fingerprint', async () => {
    const body = { value: 'sk-guessable-1' };
    await session.put('/settings/openai_api_key').set('Idempotency-Key', 'password').send(body).expect(200);
    const { rows } = await app.db.query<{ fingerprint: string }>(
      `select fingerprint from idempotency_keys where key = 'password'`,
    );
    const guess = createHash('sha256').update(`PUT /api/v1/settings/openai_api_key\n${JSON.stringify(body)}`);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.fingerprint).not.toBe(guess.digest('hex'));
  });

  it('is replayed after a change of the master key', async () => {
    const post = (): Test =>
      session
        .post('/api-keys')
        .set('Idempotency-Key', 'rotated')
        .send({ name: 'x', scopes: ['leads:read'] });
    const first = await post().expect(201);
    const [old, anew] = ['11', '22'].map((byte) => masterKey(byte.repeat(32)));
    const both = new SecretCipher([anew, old] as MasterKey[]);
    await new KeyRotation(app.app.get(QueryRunner, { strict: false }), both).run();
    const { rows } = await app.db.query<{ body: string }>(`select body from idempotency_keys where key = 'rotated'`);
    expect(both.isCurrent(rows[0]?.body ?? '')).toBe(true);
    const idempotency = app.app.get(Idempotency, { strict: false });
    const before = Reflect.get(idempotency, 'cipher') as SecretCipher;
    Reflect.set(idempotency, 'cipher', both);
    try {
      expect((await post().expect(201)).text).toBe(first.text);
    } finally {
      Reflect.set(idempotency, 'cipher', before);
    }
  });
});
