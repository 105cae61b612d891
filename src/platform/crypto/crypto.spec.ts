import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../config/index.js';
import { checksum, masterKey, randomBase62, randomToken, readMasterKeys, SealBroken, Vault } from './index.js';

const OLD = masterKey('0a'.repeat(32));
const NEW = masterKey('0b'.repeat(32));
const place = { table: 'settings', column: 'value', id: 'openai_api_key' };

describe('the vault', () => {
  const vault = new Vault([NEW, OLD]);

  it('gives back what was sealed, and never seals the same twice', () => {
    const [one, other] = [vault.seal('sk-ünïcode', place), vault.seal('sk-ünïcode', place)];
    expect(one).toMatch(new RegExp(`^v1\\.${NEW.id}\\.[\\w-]{16}\\.[\\w-]+\\.[\\w-]{22}$`));
    expect(one).not.toBe(other);
    expect([one, other].map((sealed) => vault.open(sealed, place))).toEqual(['sk-ünïcode', 'sk-ünïcode']);
    expect(vault.open(vault.seal('', place), place)).toBe('');
  });

  it('does not open in another row, column or table', () => {
    const sealed = vault.seal('secret', place);
    for (const other of [
      { ...place, id: 'x' },
      { ...place, column: 'x' },
      { ...place, table: 'x' },
    ])
      expect(() => vault.open(sealed, other)).toThrow(SealBroken);
  });

  it('does not open when any part of it was changed', () => {
    const parts = vault.seal('a longer secret', place).split('.');
    for (const index of parts.keys()) {
      const part = parts[index] ?? '';
      const changed = parts.with(index, (part.startsWith('A') ? 'B' : 'A') + part.slice(1)).join('.');
      expect(() => vault.open(changed, place)).toThrow(SealBroken);
    }
    expect(() => vault.open('', place)).toThrow(SealBroken);
  });

  it('reads what an older key sealed and seals it anew, once', () => {
    const sealed = new Vault([OLD]).seal('secret', place);
    const anew = vault.reseal(sealed, place);
    expect([vault.isCurrent(sealed), vault.isCurrent(anew)]).toEqual([false, true]);
    expect(vault.open(anew, place)).toBe('secret');
    expect(vault.reseal(anew, place)).toBe(anew);
    expect(() => new Vault([OLD]).open(anew, place)).toThrow(SealBroken);
  });
});

describe('the master key of this machine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-key-'));
  const config = readConfig({ DATA_DIR: join(folder, 'data') });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is made once, whole and for nobody else to read, however many start at once', async () => {
    const keys = (await Promise.all(Array.from({ length: 10 }, () => readMasterKeys(config)))).flat();
    expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
    expect(statSync(join(folder, 'data', 'master.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'data'))).toEqual(['master.key']);
  });

  it('is refused where the file is damaged, instead of being replaced', async () => {
    writeFileSync(join(folder, 'data', 'master.key'), 'nonsense');
    await expect(readMasterKeys(config)).rejects.toThrow(/does not hold a master key/);
  });
});

describe('tokens', () => {
  it('are of letters and digits, each as likely as the other', () => {
    const text = randomBase62(62_000);
    const counts = new Map<string, number>();
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
    expect(counts.size).toBe(62);
    expect(Math.min(...counts.values())).toBeGreaterThan(800);
    expect(Math.max(...counts.values())).toBeLessThan(1_200);
  });

  it('hold 256 bits', () => {
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
