import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startApp, type TestApp } from '../../../../test/harness/app.js';

let app: TestApp;
let serial = 0;
let answering: ((response: ServerResponse) => void) | undefined;
const model = createServer((request, response) => void request.resume().on('end', () => answering?.(response)));

beforeAll(async () => {
  await new Promise<void>((resolve) => void model.listen(0, '127.0.0.1', resolve));
  app = await startApp({ OUTBOUND_ALLOW: '127.0.0.1/32' });
});
afterAll(async () => {
  await app.close();
  model.closeAllConnections();
  model.close();
});

const key = () => `steps-${(serial += 1)}`;
const create = (name: string) => ({
  operations: [{ create: { name, email: `${name.toLowerCase()}@example.com` } }],
  atomic: false,
});
const send = (name: string, body: object) => app.admin.post('/leads/bulk').set('Idempotency-Key', name).send(body);
const leads = async (name: string) => (await app.db.query('select 1 from leads where name = $1', [name])).rowCount;
/** Simulates a process that was killed before it stored its response, after the end of its lease. */
const cutOff = (name: string, { hasEffects }: { hasEffects: boolean }) =>
  app.db.query(
    `update idempotency_keys set status = null, headers = null, body = null, has_effects = $2, lease_until = now()
      - interval '1 second' where key = $1`,
    [name, hasEffects],
  );

describe('an Idempotency-Key of a request in steps', () => {
  it('has one effect and one response', async () => {
    const name = key();
    const first = await send(name, create('Once')).expect(200);
    const second = await send(name, create('Once')).expect(200);
    expect(second.body).toEqual(first.body);
    expect(await leads('Once')).toBe(1);
    expect((await app.db.query('select has_effects from idempotency_keys where key = $1', [name])).rows).toEqual([
      { has_effects: true },
    ]);
  });

  it('reports an unknown outcome for a request that was interrupted while writing', async () => {
    const name = key();
    await send(name, create('Unknown')).expect(200);
    await cutOff(name, { hasEffects: true });
    const { body, headers } = await send(name, create('Unknown')).expect(409);
    expect(body.code).toBe('idempotency-outcome-unknown');
    expect(headers['retry-after']).toBeUndefined();
    expect(await leads('Unknown')).toBe(1);
  });

  it('is used again for a request that was interrupted before writing', async () => {
    const name = key();
    await send(name, create('Anew')).expect(200);
    await app.db.query(`delete from leads where name = 'Anew'`);
    await cutOff(name, { hasEffects: false });
    const answers = await Promise.all([1, 2, 3].map(() => send(name, create('Anew'))));
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual([]);
    expect(await leads('Anew')).toBe(1);
    expect((await send(name, create('Anew')).expect(200)).headers['idempotency-replayed']).toBe('true');
  });

  it('is not used for another request, nor while its owner is running', async () => {
    const name = key();
    await send(name, create('Other')).expect(200);
    await cutOff(name, { hasEffects: false });
    expect((await send(name, create('Else')).expect(422)).body.code).toBe('idempotency-key-reused');
    await app.db.query(`update idempotency_keys set lease_until = now() + interval '1 minute' where key = $1`, [name]);
    const { body, headers } = await send(name, create('Other')).expect(409);
    expect(body.code).toBe('idempotency-key-in-progress');
    expect(headers['retry-after']).toBe('1');
  });

  it('stores no rejection', async () => {
    const name = key();
    await send(name, { operations: [{}] }).expect(422);
    await send(name, create('Refused')).expect(200);
    expect(await leads('Refused')).toBe(1);
  });

  it('prevents writes of its first owner after a takeover', async () => {
    await app.admin
      .put('/settings/openai_base_url')
      .send({ value: `http://127.0.0.1:${(model.address() as AddressInfo).port}` })
      .expect(200);
    await app.admin.put('/settings/openai_api_key').send({ value: 'sk-test-0123456789' }).expect(200);
    const name = key();
    const asked = new Promise<ServerResponse>((resolve) => (answering = resolve));
    const text = 'Hi, my name is Late Lovelace from Analytical Engines Ltd. We need a website. late@example.com';
    const late = app.admin
      .post('/leads/from-text')
      .set('Idempotency-Key', name)
      .send({ text })
      .then((answer) => answer);
    const response = await asked;
    await app.db.query('update idempotency_keys set lease_token = gen_random_uuid() where key = $1', [name]);
    response.statusCode = 500;
    response.end('{}');
    expect((await late).status).toBe(409);
    expect((await app.db.query(`select 1 from leads where email = 'late@example.com'`)).rowCount).toBe(0);
  });
});
