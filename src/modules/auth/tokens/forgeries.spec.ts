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
async function refused(...tokens: string[]): Promise<void> {
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

describe('a token signed with one of our keys', () => {
  it('is taken, so that what follows is refused for its own reason', async () => {
    await ask(await signed(header(), claims(), ours.signs)).expect(200);
  });

  it('is taken with an older key too, while the newest signs', async () => {
    await ask(await signed(header({ kid: older.id }), claims(), older.signs)).expect(200);
    expect(JSON.parse(Buffer.from(pair.accessToken.split('.')[0] ?? '', 'base64url').toString())).toEqual(header());
  });
});

describe('a forgery', () => {
  it('with alg none is refused', async () => {
    for (const alg of ['none', 'None', 'NONE', 'nOnE', '']) {
      const text = `${encode(header({ alg }))}.${encode(claims())}`;
      await refused(`${text}.`, `${text}.${pair.accessToken.split('.')[2] ?? ''}`);
    }
  });

  it('with the public key taken for an HMAC secret is refused', async () => {
    const pem = await exportSPKI(ours.verifies);
    const raw = Buffer.from((await exportJWK(ours.verifies)).x ?? '', 'base64url');
    const der = ours.verifies.export({ format: 'der', type: 'spki' });
    for (const secret of [pem, pem.trim(), raw, der])
      await refused(
        hmac(header({ alg: 'HS256' }), secret),
        hmac(header({ alg: 'HS512' }), secret, 'sha512'),
        hmac(header(), secret),
      );
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await refused(await signed(header({ alg: 'RS256' }), claims(), rsa.privateKey));
  });

  it('with a kid that is a path, SQL, or unknown is refused', async () => {
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
      await refused(
        await signed(header({ kid }), claims(), stranger.privateKey),
        hmac(header({ alg: 'HS256', kid }), ''),
      );
    }
    await refused(
      await signed(header({ kid: 'unknown' }), claims(), ours.signs),
      await signed({ alg: 'EdDSA', typ: TYPE }, claims(), ours.signs),
    );
    await refused(
      `${encode(header({ kid: [ours.id] }))}.${encode(claims())}.AA`,
      `${encode(header({ kid: { $ne: null } }))}.${encode(claims())}.AA`,
    );
  });

  it.each(['jku', 'x5u'])('with %s is refused, and nothing is fetched', async (member) => {
    const { createServer } = await import('node:http');
    let asked = 0;
    const server = createServer((_, response) => response.end(String((asked += 1)))).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    await refused(
      await signed(header({ [member]: `http://127.0.0.1:${port}/keys.json` }), claims(), stranger.privateKey),
      await signed(header({ [member]: `http://127.0.0.1:${port}/keys.json` }), claims(), ours.signs),
    );
    expect(asked).toBe(0);
    server.close();
  });

  it('with jwk is refused', async () => {
    const jwk = await exportJWK(stranger.publicKey);
    await refused(
      await signed(header({ jwk }), claims(), stranger.privateKey),
      await signed({ alg: 'EdDSA', typ: TYPE, jwk }, claims(), stranger.privateKey),
      await signed(header({ jwk: await exportJWK(ours.verifies) }), claims(), ours.signs),
    );
  });

  it('with x5c is refused', async () => {
    const x5c = [stranger.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')];
    await refused(
      await signed(header({ x5c }), claims(), stranger.privateKey),
      await signed({ alg: 'EdDSA', typ: TYPE, x5c }, claims(), stranger.privateKey),
    );
  });

  it('with a weak secret is refused, and no such secret can be configured', async () => {
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
      await refused(
        hmac(header({ alg: 'HS256' }), word),
        hmac(header({ alg: 'HS384' }), word, 'sha384'),
        hmac(header(), word),
      );
    }
  });

  it('with a bad or absent signature is refused', async () => {
    const [head = '', body = '', signature = ''] = pair.accessToken.split('.');
    const flipped = Buffer.from(signature, 'base64url');
    flipped[5] = (flipped[5] ?? 0) ^ 1;
    const other = encode({
      ...JSON.parse(Buffer.from(body, 'base64url').toString()),
      sub: '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a',
    });
    await refused(
      `${head}.${body}.`,
      `${head}.${body}`,
      `${head}.${body}.${flipped.toString('base64url')}`,
      `${head}.${body}.${signature.slice(0, -3)}`,
      `${head}.${body}.${signature}AA`,
      `${head}.${body}.${'A'.repeat(86)}`,
      `${head}.${other}.${signature}`,
      `${head}..${signature}`,
    );
    await refused(await signed(header(), claims(), stranger.privateKey), await signed(header(), claims(), older.signs));
  });
});

describe('a token of ours', () => {
  it.each<[string, () => object]>([
    ['that has expired', () => ({ exp: now() - 1 })],
    ['that begins in the future', () => ({ nbf: now() + 60 })],
    ['for another audience', () => ({ aud: 'urn:kontor:other' })],
    ['for nobody', () => ({ aud: undefined })],
    ['of another issuer', () => ({ iss: 'https://staging.example.com' })],
    ['of nobody', () => ({ iss: undefined })],
    ['that never ends', () => ({ exp: undefined })],
    ['with an end that is no number', () => ({ exp: 'tomorrow' })],
    ['without a session', () => ({ sid: undefined })],
    ['with a session that is no text', () => ({ sid: 7 })],
    ['of a session that there is not', () => ({ sid: '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a' })],
    ["of another user's session", () => ({ sub: '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a' })],
    ['without a user', () => ({ sub: undefined })],
    ['without an id', () => ({ jti: undefined })],
  ])('%s is refused', async (_, change) => {
    await refused(await signed(header(), claims(change()), ours.signs));
  });

  it('of another type is refused', async () => {
    for (const typ of ['JWT', 'jwt', 'rt+jwt', 'logout+jwt', '', undefined])
      await refused(await signed(header({ typ }), claims(), ours.signs));
  });

  it('with anything more in its header is refused', async () => {
    for (const more of [{ crit: ['exp'] }, { b64: true }, { cty: 'JWT' }, { zip: 'DEF' }, { x5t: 'AA' }])
      await refused(`${encode(header(more))}.${encode(claims())}.${pair.accessToken.split('.')[2] ?? ''}`);
    await refused(await signed(header({ cty: 'JWT' }), claims(), ours.signs));
  });

  it('that is no JSON, encrypted, or huge is refused', async () => {
    const junk = Buffer.from('junk').toString('base64url');
    await refused(
      `${junk}.${junk}.${junk}`,
      `${encode(header())}.${junk}.${junk}`,
      `${encode(null)}.${encode(null)}.AA`,
      `${encode([])}.${encode([])}.AA`,
      `${encode('x')}.${encode('x')}.AA`,
      `${encode({ ...header(), enc: 'A256GCM' })}.a.b.c.d`,
    );
    await refused(await signed(header(), claims({ more: 'x'.repeat(3_000) }), ours.signs));
  });

  it('is not taken for good once it was: its end comes though it is known', async () => {
    const token = await signed(header(), claims({ exp: now() + 2 }), ours.signs);
    await ask(token).expect(200);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    await refused(token);
  });

  it('of a revoked session and of a deactivated user is refused', async () => {
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
    await refused(revoked.accessToken, deactivated.accessToken);
  });
});
