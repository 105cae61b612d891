import { Webhook } from 'standardwebhooks';
import { loadSdk, rejection, type Sdk } from './sdk.js';

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OTHER = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const RAW = 'a secret of plain ASCII letters';
const ID = 'evt_0193a1c27b1e7c3d9a512f6f1f0e4b7a';

let sdk: Sdk;
beforeAll(async () => void (sdk = await loadSdk()));

const bodyOf = (name = 'Ädä 🚀'): string =>
  JSON.stringify({ id: ID, type: 'lead.created', sequence: 1, data: { object: { name } } });
const now = () => Math.floor(Date.now() / 1000);

function signed(body: string, { id = ID, at = now(), webhook = new Webhook(SECRET) } = {}): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(at),
    'webhook-signature': webhook.sign(id, new Date(at * 1000), body),
  };
}

const codeOf = async (call: Promise<unknown>): Promise<string> => {
  const error = await rejection(call);
  expect(error).toBeInstanceOf(sdk.WebhookVerificationError);
  return error.code as string;
};

describe('verifyWebhook', () => {
  it('accepts signatures of standardwebhooks and returns the event', async () => {
    for (const body of [bodyOf(), bodyOf(''), bodyOf('x'.repeat(200_000))]) {
      const event = await sdk.verifyWebhook(body, signed(body), SECRET);
      expect(event).toEqual(JSON.parse(body));
    }
  });

  it('agrees with standardwebhooks on every bit of the signature', async () => {
    const body = bodyOf();
    const headers = signed(body);
    const bytes = Buffer.from(headers['webhook-signature']?.slice(3) ?? '', 'base64');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const forged = Buffer.from(bytes);
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(
        await codeOf(
          sdk.verifyWebhook(body, { ...headers, 'webhook-signature': `v1,${forged.toString('base64')}` }, SECRET),
        ),
      ).toBe('bad-signature');
    }
  });

  it('accepts the public test vector', async () => {
    const [id, at, body] = ['msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}'];
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(at),
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    // The signature is valid but the body is not an event of Kontor. This is visible only after verification.
    expect(await codeOf(sdk.verifyWebhook(body, headers, SECRET, { toleranceSeconds: Infinity }))).toBe('malformed');
    expect(await codeOf(sdk.verifyWebhook(`${body} `, headers, SECRET, { toleranceSeconds: Infinity }))).toBe(
      'bad-signature',
    );
    expect(await codeOf(sdk.verifyWebhook(body, headers, SECRET))).toBe('stale-timestamp');
  });

  it('accepts text and bytes, header objects and records, in any case', async () => {
    const body = bodyOf();
    const headers = signed(body);
    const shouted = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]));
    for (const input of [body, Buffer.from(body), new Uint8Array(Buffer.from(body))]) {
      for (const as of [
        headers,
        new Headers(headers),
        shouted,
        Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      ]) {
        expect((await sdk.verifyWebhook(input, as, SECRET)).id).toBe(ID);
      }
    }
  });

  it('accepts secrets in base64 and as plain text', async () => {
    const body = bodyOf();
    expect(
      (await sdk.verifyWebhook(body, signed(body, { webhook: new Webhook(RAW, { format: 'raw' }) }), RAW)).id,
    ).toBe(ID);
    expect(
      await codeOf(sdk.verifyWebhook(body, signed(body, { webhook: new Webhook(RAW, { format: 'raw' }) }), SECRET)),
    ).toBe('bad-signature');
  });

  it('accepts any of several signatures with any of several secrets', async () => {
    const body = bodyOf();
    const both = {
      ...signed(body),
      'webhook-signature':
        `v1a,AAAA v2,BBBB v1,%%% ${signed(body, { webhook: new Webhook(OTHER) })['webhook-signature']} ` +
        `${signed(body)['webhook-signature']}`,
    };
    for (const secret of [SECRET, OTHER, [SECRET, OTHER], ['whsec_AAAA', OTHER]])
      expect((await sdk.verifyWebhook(body, both, secret)).id).toBe(ID);
    expect(await codeOf(sdk.verifyWebhook(body, both, ['whsec_AAAA', RAW]))).toBe('bad-signature');
  });

  it.each([
    [
      'missing-headers',
      (headers: Record<string, string>) => ({
        'webhook-id': headers['webhook-id'],
        'webhook-timestamp': headers['webhook-timestamp'],
      }),
    ],
    ['missing-headers', (headers: Record<string, string>) => ({ ...headers, 'webhook-id': '' })],
    ['malformed', (headers: Record<string, string>) => ({ ...headers, 'webhook-timestamp': '2026-11-21T09:30:00Z' })],
    ['malformed', (headers: Record<string, string>) => ({ ...headers, 'webhook-timestamp': '1e9' })],
    ['bad-signature', (headers: Record<string, string>) => ({ ...headers, 'webhook-id': 'evt_other' })],
    [
      'bad-signature',
      (headers: Record<string, string>) => ({
        ...headers,
        'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 1),
      }),
    ],
    [
      'bad-signature',
      (headers: Record<string, string>) => ({
        ...headers,
        'webhook-signature': (headers['webhook-signature'] ?? '').replace('v1,', 'v2,'),
      }),
    ],
    ['bad-signature', (headers: Record<string, string>) => ({ ...headers, 'webhook-signature': 'v1,' })],
  ] as const)('reports %s', async (code, change) => {
    const body = bodyOf();
    expect(await codeOf(sdk.verifyWebhook(body, change(signed(body)), SECRET))).toBe(code);
  });

  it('checks the clock in both directions', async () => {
    const body = bodyOf();
    const at = (seconds: number, options?: object) =>
      sdk.verifyWebhook(body, signed(body, { at: now() + seconds }), SECRET, options);
    expect((await at(-290)).id).toBe(ID);
    expect((await at(290)).id).toBe(ID);
    expect(await codeOf(at(-302))).toBe('stale-timestamp');
    expect(await codeOf(at(302))).toBe('future-timestamp');
    expect(await codeOf(at(-12, { toleranceSeconds: 10 }))).toBe('stale-timestamp');
  });

  it('rejects a signed body that is not an event', async () => {
    for (const body of ['', 'null', '[]', '"text"', '{', '{}', '{"id":1,"type":"x"}'])
      expect(await codeOf(sdk.verifyWebhook(body, signed(body), SECRET))).toBe('malformed');
  });

  it('distinguishes a programming error from an invalid request', async () => {
    const body = bodyOf();
    for (const call of [
      sdk.verifyWebhook(JSON.parse(body) as string, signed(body), SECRET),
      sdk.verifyWebhook(body, signed(body), []),
      sdk.verifyWebhook(body, signed(body), ''),
      sdk.verifyWebhook(body, signed(body), 'whsec_'),
      sdk.verifyWebhook(body, signed(body), 'whsec_not base64!'),
      sdk.verifyWebhook(body, signed(body), [undefined as unknown as string]),
    ])
      expect(await rejection(call)).toBeInstanceOf(TypeError);
  });
});
