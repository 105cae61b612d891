import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp, type TestApp } from './harness/app.js';

let app: TestApp;
beforeAll(async () => void (app = await startApp({ ROLE: 'web' })), 60_000);
afterAll(() => app.close());

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const failingWith = (code: string) =>
  app.db.query(`
  create or replace function fail_to_write() returns trigger language plpgsql as $$
    begin raise exception 'could not extend file' using errcode = '${code}'; end $$;
  create or replace trigger fail_to_write before insert on leads for each row execute function fail_to_write()`);
const repaired = () => app.db.query('drop trigger fail_to_write on leads');
const lead = () => app.admin.post('/leads').send({ name: 'Ada', email: 'ada@example.com' });
const metric = async (name: string): Promise<number> =>
  Number(new RegExp(`^${name} (\\S+)$`, 'm').exec((await app.anonymous.get('//metrics').expect(200)).text)?.[1]);

describe('a full disk', () => {
  it('is reported as such, makes the instance not ready, and appears in the metrics until space is free', async () => {
    expect((await app.anonymous.get('//health/ready').expect(200)).body).toMatchObject({
      status: 'ok',
      storage: true,
    });
    await failingWith('53100');
    const rejected = await lead().expect(503);
    expect(rejected.body).toMatchObject({
      code: 'storage-full',
      detail: expect.stringContaining('disk is full') as unknown,
    });
    expect(rejected.headers['retry-after']).toBe('30');
    expect((await app.anonymous.get('//health/ready').expect(503)).body).toMatchObject({
      status: 'error',
      database: true,
      storage: false,
    });
    expect([await metric('kontor_storage_full'), await metric('kontor_storage_full_failures')]).toEqual([1, 1]);
    expect(await metric('kontor_data_dir_free_bytes')).toBeGreaterThan(0);
    await app.admin.get('/leads').expect(200);
    await repaired();
    while ((await app.anonymous.get('//health/ready')).status !== 200) await pause(200);
    expect(await metric('kontor_storage_full')).toBe(0);
    await lead().expect(201);
  }, 60_000);

  it.each(['53200', '53400', '58030', '58000', '25006'])('is distinguished from a server error %s', async (code) => {
    await failingWith(code);
    expect((await lead().expect(503)).body.code).toBe('database-failing');
    await repaired();
    await lead().expect(201);
    expect((await app.anonymous.get('//health/ready').expect(200)).body.storage).toBe(true);
  });
});

/** On Linux, every write to this device fails as on a full disk. */
const FULL = '/dev/full';

describe('a mail file on a full disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kontor-full-'));
  const mails = join(folder, 'mail');
  let sender: TestApp | undefined;
  afterAll(async () => {
    await sender?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const ready = async (): Promise<{ status: number; storage: boolean }> => {
    const { status, body } = await (sender as TestApp).anonymous.get('//health/ready');
    return { status, storage: body.storage as boolean };
  };
  const jobs = async (): Promise<{ id: string; error: string | null }[]> =>
    (
      await app.db.query<{ id: string; error: string | null }>(
        `select ref_id as id, last_error as error from jobs where kind = 'mail.send' order by sequence`,
      )
    ).rows;
  const until = async (isDone: () => boolean | Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 400 && !(await isDone()); tries += 1) await pause(100);
    expect(await isDone()).toBe(true);
  };

  it('is never partial, makes the instance not ready, and is written when space is free', async () => {
    if (!existsSync(FULL)) return;
    // No worker runs here, so the mail waits and its file can be linked to the full device.
    await app.admin
      .post('/users')
      .send({ email: 'new@kontor.test', firstName: 'Ada', lastName: 'Lovelace' })
      .expect(201);
    await until(async () => (await jobs()).length === 1);
    const id = (await jobs())[0]?.id ?? '';
    const name = `${id}.eml`;
    const job = async () => (await jobs()).find((one) => one.id === id);
    const files = (): string[] => readdirSync(mails).filter((file) => file.startsWith(id));
    mkdirSync(mails);
    symlinkSync(FULL, join(mails, `${name}.part`));
    sender = await startApp({ DATABASE_URL: app.databaseUrl, DATA_DIR: folder });
    await until(async () => (await job())?.error !== null);
    expect(await ready()).toEqual({ status: 503, storage: false });
    expect((await job())?.error).toBe('The disk under DATA_DIR is full.');
    expect(files()).toEqual([]);
    await app.db.query(`update jobs set run_at = now() where kind = 'mail.send'`);
    await until(async () => (await job()) === undefined);
    expect(files()).toEqual([name]);
    expect(readFileSync(join(mails, name), 'utf8')).toMatch(/^To: new@kontor\.test$/m);
    await until(async () => (await ready()).status === 200);
    expect(await ready()).toEqual({ status: 200, storage: true });
  }, 90_000);
});

describe('a statement that the database rejects', () => {
  it('costs no connection', async () => {
    const backends = async (): Promise<number[]> =>
      (
        await app.db.query<{ pid: number }>(
          `select pid from pg_stat_activity where datname = current_database() and application_name like 'kontor-%'
            order by pid`,
        )
      ).rows.map(({ pid }) => pid);
    await failingWith('23514');
    const before = await backends();
    for (let times = 0; times < 5; times += 1) await lead().expect(422);
    await repaired();
    expect(await backends()).toEqual(expect.arrayContaining(before));
    expect((await backends()).length).toBeLessThanOrEqual(before.length + 1);
  });
});
