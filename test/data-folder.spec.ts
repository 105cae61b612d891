import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMIN, startApp, type TestApp } from './harness/app.js';

/** Returns the files of a folder, and the folder itself, that other users can read, list or traverse. */
const openToOthers = (folder: string): string[] =>
  [folder, ...readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)))].filter(
    (path) => (statSync(path).mode & 0o077) !== 0,
  );

describe('DATA_DIR', () => {
  const base = mkdtempSync(join(tmpdir(), 'kontor-data-'));
  let app: TestApp | undefined;
  afterEach(() => app?.close());
  afterAll(() => rmSync(base, { recursive: true, force: true }));

  async function mailIn(folder: string): Promise<string[]> {
    app = await startApp({ DATA_DIR: folder, MASTER_KEY: '' });
    await app.anonymous.post('/auth/password/forgot').send({ email: ADMIN.email }).expect(202);
    const written = (): string[] =>
      statSync(join(folder, 'mail'), { throwIfNoEntry: false })
        ? readdirSync(join(folder, 'mail')).filter((name) => name.endsWith('.eml'))
        : [];
    for (let tries = 0; tries < 500 && !written().some((name) => name !== 'old.eml'); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return written();
  }

  it('contains no file or folder that other users of the machine can open', async () => {
    const folder = join(base, 'new');
    expect(await mailIn(folder)).toHaveLength(1);
    expect(readdirSync(folder).toSorted()).toEqual(['mail', 'master.key']);
    expect(openToOthers(folder)).toEqual([]);
  });

  it('is made private if it was not private', async () => {
    const folder = join(base, 'old');
    mkdirSync(join(folder, 'mail'), { recursive: true });
    writeFileSync(join(folder, 'mail', 'old.eml'), 'a link', { mode: 0o644 });
    for (const path of [folder, join(folder, 'mail')]) chmodSync(path, 0o755);
    expect(await mailIn(folder)).toHaveLength(2);
    expect(openToOthers(folder)).toEqual([]);
  });

  it('keeps the permissions of a shared folder and makes only the files of Kontor private', async () => {
    const folder = join(base, 'shared');
    mkdirSync(folder);
    writeFileSync(join(folder, 'notes.txt'), 'of somebody else', { mode: 0o644 });
    chmodSync(folder, 0o755);
    expect(await mailIn(folder)).toHaveLength(1);
    expect(openToOthers(folder)).toEqual([folder, join(folder, 'notes.txt')]);
  });
});
