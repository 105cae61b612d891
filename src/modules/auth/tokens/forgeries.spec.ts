import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { exportSPKI, exportJWK, SignJWT } from 'jose';
import { ADMIN, startApp, type TestApp } from '../../../../test/harness/app.js';
import { caller } from '../../../../test/harness/caller.js';
import { AUDIENCE, TYPE } from './access-tokens.js';
import { signingKey, type SigningKey } from './signing-keys.js';
import type { TokenView } from './tokens.dto.js';

const [NEWEST, OLDER] = ['c7'.repeat(32), '3b'.repeat(32)];

let app: TestApp;
let pair: TokenView;
let userId: string;
let ours: SigningKey;
let older: SigningKey;
beforeAll(async () => {
  app = await startApp({ JWT_KEYS: `${NEWEST},${OLDER}` });
  [ours, older] = (await Promise.all([NEWEST, OLDER].map((hex) => signingKey(Buffer.from(hex, 'hex'))))) as [
    SigningKey,
    SigningKey,
  ];
  pair = (await app.anonymous.post('/auth/token').send(ADMIN).expect(200)).body as TokenView;
  userId = (await app.db.query(`select id from users where email = $1`, [ADMIN.email])).rows[0].id as string;
});
afterAll(() => app.close());

const now = (): number => Math.floor(Date.now() / 1_000);
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = (change: object = {}): Record<string, unknown> => ({
  iss: 'urn:kontor',
  aud: AUDIENCE,
  sub: userId,
  sid: pair.sessionId,
  iat: now(),
  exp: now() + 600,
  jti: 'any',
  ...change,
});
const header = (change: object = {}) => ({ alg: 'EdDSA', typ: TYPE, kid: ours.id, ...change });
const signed = (head: object, body: object, key: KeyObject): Promise<string> =>
  new SignJWT({ ...body }).setProtectedHeader(head as { alg: string }).sign(key);
const hmac = (head: object, secret: string | Buffer, hash = 'sha256'): string => {
  const text = `${encode(head)}.${encode(claims())}`;
  return `${text}.${createHmac(hash, secret).update(text).digest('base64url')}`;
};
const stranger = generateKeyPairSync('ed25519');

const ask = (token: string) => caller(app.url, { Authorization: `Bearer ${token}` }).get('/auth/me');
async function rejected(...tokens: string[]): Promise<void> {
  for (const token of tokens) {
    const { status, body } = await ask(token);
    expect([
      token
        .split('.')
        .slice(0, 2)
        .map((part) => Buffer.from(part, 'base64url').toString()),
      status,
      body.code,
    ]).toEqual([expect.anything(), 401, 'invalid-credentials']);
  }
}

describe('a token signed with a configured key', () => {
  it('is accepted, so that the other tests fail for their own reason', async () => {
    await ask(await signed(header(), claims(), ours.signs)).expect(200);
  });

  it('is accepted with an older key, and the newest key signs', async () => {
    await ask(await signed(header({ kid: older.id }), claims(), older.signs)).expect(200);
    expect(JSON.parse(Buffer.from(pair.accessToken.split('.')[0] ?? '', 'base64url').toString())).toEqual(header());
  });
});

describe('a forged token', () => {
  it('with alg none is rejected', async () => {
    for (const alg of ['none', 'None', 'NONE', 'nOnE', '']) {
      const text = `${encode(header({ alg }))}.${encode(claims())}`;
      await rejected(`${text}.`, `${text}.${pair.accessToken.split('.')[2] ?? ''}`);
    }
  });

  it('with the public key as HMAC secret is rejected', async () => {
    const pem = await exportSPKI(ours.verifies);
    const raw = Buffer.from((await exportJWK(ours.verifies)).x ?? '', 'base64url');
    const der = ours.verifies.export({ format: 'der', type: 'spki' });
    for (const secret of [pem, pem.trim(), raw, der])
      await rejected(
        hmac(header({ alg: 'HS256' }), secret),
        hmac(header({ alg: 'HS512' }), secret, 'sha512'),
        hmac(header(), secret),
      );
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await rejected(await signed(header({ alg: 'RS256' }), claims(), rsa.privateKey));
  });

  it('with a path, SQL or an unknown id as kid is rejected', async () => {
    for (const kid of [
      '../../../../dev/null',
      '/dev/null',
      '/etc/passwd',
      "x' union select 'secret' --",
      "' or '1'='1",
      '',
      '*',
      '__proto__',
      'constructor',
      `${ours.id} `,
      ours.id.toLowerCase(),
      'x'.repeat(500),
    ]) {
      await rejected(
        await signed(header({ kid }), claims(), stranger.privateKey),
        hmac(header({ alg: 'HS256', kid }), ''),
      );
    }
    await rejected(
      await signed(header({ kid: 'unknown' }), claims(), ours.signs),
      await signed({ alg: 'EdDSA', typ: TYPE }, claims(), ours.signs),
    );
    await rejected(
      `${encode(header({ kid: [ours.id] }))}.${encode(claims())}.AA`,
      `${encode(header({ kid: { $ne: null } }))}.${encode(claims())}.AA`,
    );
  });

  it.each(['jku', 'x5u'])('with %s is rejected without a request to the URL', async (member) => {
    const { createServer } = await import('node:http');
    let asked = 0;
    const server = createServer((_, response) => response.end(String((asked += 1)))).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    await rejected(
      await signed(header({ [member]: `http://127.0.0.1:${port}/keys.json` }), claims(), stranger.privateKey),
      await signed(header({ [member]: `http://127.0.0.1:${port}/keys.json` }), claims(), ours.signs),
    );
    expect(asked).toBe(0);
    server.close();
  });

  it('with jwk is rejected', async () => {
    const jwk = await exportJWK(stranger.publicKey);
    await rejected(
      await signed(header({ jwk }), claims(), stranger.privateKey),
      await signed({ alg: 'EdDSA', typ: TYPE, jwk }, claims(), stranger.privateKey),
      await signed(header({ jwk: await exportJWK(ours.verifies) }), claims(), ours.signs),
    );
  });

  it('with x5c is rejected', async () => {
    const x5c = [stranger.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')];
    await rejected(
      await signed(header({ x5c }), claims(), stranger.privateKey),
      await signed({ alg: 'EdDSA', typ: TYPE, x5c }, claims(), stranger.privateKey),
    );
  });

  it('with a weak secret is rejected, and a weak key cannot be configured', async () => {
    for (const word of [
      'secret',
      'password',
      'kontor',
      'changeme',
      'jwt',
      'test',
      '123456',
      '',
      ADMIN.password,
      NEWEST,
      Buffer.from(NEWEST, 'hex').toString('latin1'),
    ]) {
      await rejected(
        hmac(header({ alg: 'HS256' }), word),
        hmac(header({ alg: 'HS384' }), word, 'sha384'),
        hmac(header(), word),
      );
    }
  });

  it('with an invalid or missing signature is rejected', async () => {
    const [head = '', body = '', signature = ''] = pair.accessToken.split('.');
    const flipped = Buffer.from(signature, 'base64url');
    flipped[5] = (flipped[5] ?? 0) ^ 1;
    const other = encode({
      ...JSON.parse(Buffer.from(body, 'base64url').toString()),
      sub: '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a',
    });
    await rejected(
      `${head}.${body}.`,
      `${head}.${body}`,
      `${head}.${body}.${flipped.toString('base64url')}`,
      `${head}.${body}.${signature.slice(0, -3)}`,
      `${head}.${body}.${signature}AA`,
      `${head}.${body}.${'A'.repeat(86)}`,
      `${head}.${other}.${signature}`,
      `${head}..${signature}`,
    );
    await rejected(
      await signed(header(), claims(), stranger.privateKey),
      await signed(header(), claims(), older.signs),
    );
  });
});

describe('a genuine token', () => {
  it.each<[string, () => object]>([
    ['that has expired', () => ({ exp: now() - 1 })],
    ['that starts in the future', () => ({ nbf: now() + 60 })],
    ['for another audience', () => ({ aud: 'urn:kontor:other' })],
    ['without an audience', () => ({ aud: undefined })],
    ['of another issuer', () => ({ iss: 'https://staging.example.com' })],
    ['without an issuer', () => ({ iss: undefined })],
    ['without an end', () => ({ exp: undefined })],
    ['with an end that is not a number', () => ({ exp: 'tomorrow' })],
    ['without a session', () => ({ sid: undefined })],
    ['with a session that is not text', () => ({ sid: 7 })],
    ['of a missing session', () => ({ sid: '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a' })],
    ["of another user's session", () => ({ sub: '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a' })],
    ['without a user', () => ({ sub: undefined })],
    ['without an id', () => ({ jti: undefined })],
  ])('%s is rejected', async (_, change) => {
    await rejected(await signed(header(), claims(change()), ours.signs));
  });

  it('of another type is rejected', async () => {
    for (const typ of ['JWT', 'jwt', 'rt+jwt', 'logout+jwt', '', undefined])
      await rejected(await signed(header({ typ }), claims(), ours.signs));
  });

  it('with additional header fields is rejected', async () => {
    for (const more of [{ crit: ['exp'] }, { b64: true }, { cty: 'JWT' }, { zip: 'DEF' }, { x5t: 'AA' }])
      await rejected(`${encode(header(more))}.${encode(claims())}.${pair.accessToken.split('.')[2] ?? ''}`);
    await rejected(await signed(header({ cty: 'JWT' }), claims(), ours.signs));
  });

  it('without JSON, encrypted or too large is rejected', async () => {
    const junk = Buffer.from('junk').toString('base64url');
    await rejected(
      `${junk}.${junk}.${junk}`,
      `${encode(header())}.${junk}.${junk}`,
      `${encode(null)}.${encode(null)}.AA`,
      `${encode([])}.${encode([])}.AA`,
      `${encode('x')}.${encode('x')}.AA`,
      `${encode({ ...header(), enc: 'A256GCM' })}.a.b.c.d`,
    );
    await rejected(await signed(header(), claims({ more: 'x'.repeat(3_000) }), ours.signs));
  });

  it('is rejected after its end, also if it is cached', async () => {
    const token = await signed(header(), claims({ exp: now() + 2 }), ours.signs);
    await ask(token).expect(200);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await rejected(token);
  });

  it('of a revoked session or a deactivated user is rejected', async () => {
    await app.db.query(
      `insert into users (email, password_hash) select 'leaver@kontor.test', password_hash from users where email = $1`,
      [ADMIN.email],
    );
    const [revoked, deactivated] = [
      (await app.anonymous.post('/auth/token').send(ADMIN)).body as TokenView,
      (await app.anonymous.post('/auth/token').send({ ...ADMIN, email: 'leaver@kontor.test' })).body as TokenView,
    ];
    for (const { accessToken } of [revoked, deactivated]) await ask(accessToken).expect(200);
    await app.db.query(`update sessions set revoked_at = now() where id = $1`, [revoked.sessionId]);
    await app.db.query(`update users set is_active = false where email = 'leaver@kontor.test'`);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await rejected(revoked.accessToken, deactivated.accessToken);
  });
});
