import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../config/index.js';
import {
  checksum,
  masterKey,
  randomBase62,
  randomToken,
  readMasterKeys,
  DecryptionError,
  SecretCipher,
} from './index.js';

const OLD = masterKey('0a'.repeat(32));
const NEW = masterKey('0b'.repeat(32));
const position = { table: 'settings', column: 'value', id: 'openai_api_key' };

describe('the secret cipher', () => {
  const cipher = new SecretCipher([NEW, OLD]);

  it('decrypts encrypted text, and never encrypts equally twice', () => {
    const [one, other] = [cipher.encrypt('sk-ünïcode', position), cipher.encrypt('sk-ünïcode', position)];
    expect(one).toMatch(new RegExp(`^v1\\.${NEW.id}\\.[\\w-]{16}\\.[\\w-]+\\.[\\w-]{22}$`));
    expect(one).not.toBe(other);
    expect([one, other].map((encrypted) => cipher.decrypt(encrypted, position))).toEqual(['sk-ünïcode', 'sk-ünïcode']);
    expect(cipher.decrypt(cipher.encrypt('', position), position)).toBe('');
  });

  it('does not decrypt in another row, column or table', () => {
    const encrypted = cipher.encrypt('secret', position);
    for (const other of [
      { ...position, id: 'x' },
      { ...position, column: 'x' },
      { ...position, table: 'x' },
    ])
      expect(() => cipher.decrypt(encrypted, other)).toThrow(DecryptionError);
  });

  it('does not decrypt changed text', () => {
    const parts = cipher.encrypt('a longer secret', position).split('.');
    for (const index of parts.keys()) {
      const part = parts[index] ?? '';
      const changed = parts.with(index, (part.startsWith('A') ? 'B' : 'A') + part.slice(1)).join('.');
      expect(() => cipher.decrypt(changed, position)).toThrow(DecryptionError);
    }
    expect(() => cipher.decrypt('', position)).toThrow(DecryptionError);
  });

  it('decrypts with an older key and encrypts again once', () => {
    const encrypted = new SecretCipher([OLD]).encrypt('secret', position);
    const anew = cipher.reencrypt(encrypted, position);
    expect([cipher.isCurrent(encrypted), cipher.isCurrent(anew)]).toEqual([false, true]);
    expect(cipher.decrypt(anew, position)).toBe('secret');
    expect(cipher.reencrypt(anew, position)).toBe(anew);
    expect(() => new SecretCipher([OLD]).decrypt(anew, position)).toThrow(DecryptionError);
  });
});

describe('the master key file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-key-'));
  const config = readConfig({ DATA_DIR: join(folder, 'data') });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is created once, complete and private, with concurrent starts', async () => {
    const keys = (await Promise.all(Array.from({ length: 10 }, () => readMasterKeys(config)))).flat();
    expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
    expect(statSync(join(folder, 'data', 'master.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'data'))).toEqual(['master.key']);
  });

  it('with damage is rejected, not replaced', async () => {
    writeFileSync(join(folder, 'data', 'master.key'), 'nonsense');
    await expect(readMasterKeys(config)).rejects.toThrow(/does not hold a master key/);
  });
});

describe('tokens', () => {
  it('consist of letters and digits with equal probability', () => {
    const text = randomBase62(62_000);
    const counts = new Map<string, number>();
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
    expect(counts.size).toBe(62);
    expect(Math.min(...counts.values())).toBeGreaterThan(800);
    expect(Math.max(...counts.values())).toBeLessThan(1_200);
  });

  it('have 256 bits', () => {
    expect(Buffer.from(randomToken(), 'base64url')).toHaveLength(32);
    expect(new Set(Array.from({ length: 1_000 }, randomToken)).size).toBe(1_000);
  });

  it('have a checksum of six characters', () => {
    // The check value of CRC-32, cbf43926, in base 62.
    expect(checksum('123456789')).toBe('3jZRME');
    expect(checksum('')).toBe('000000');
    for (let index = 0; index < 1_000; index += 1) expect(checksum(randomBase62(20))).toMatch(/^[0-9A-Za-z]{6}$/);
  });
});
