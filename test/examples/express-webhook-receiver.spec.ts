import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Webhook } from 'standardwebhooks';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const OLD = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

let project: string;
let server: ChildProcessWithoutNullStreams;
let url: string;
let said = '';

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'kontor-receiver-'));
  cpSync(join(root, 'examples', 'express-webhook-receiver'), project, { recursive: true });
  mkdirSync(join(project, 'node_modules', '@kontor'), { recursive: true });
  symlinkSync(join(root, 'sdk'), join(project, 'node_modules', '@kontor', 'sdk'));
  symlinkSync(realpathSync(join(root, 'node_modules', 'express')), join(project, 'node_modules', 'express'));
  server = spawn(process.execPath, ['server.js'], {
    cwd: project,
    env: { PATH: process.env['PATH'], PORT: '0', KONTOR_WEBHOOK_SECRET: `${SECRET},${OLD}` },
  });
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)));
  await until(() => said.includes('Listening at'));
  url = /http:\S+/.exec(said)?.[0] ?? '';
});
afterAll(async () => {
  if (server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve) && server.kill('SIGKILL'));
  rmSync(project, { recursive: true, force: true });
});

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 500) throw new Error(`It did not come true. It said: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const bodyOf = (id: string, name: string): string =>
  JSON.stringify({
    id,
    type: 'lead.created',
    timestamp: '2026-11-21T09:30:00.000Z',
    apiVersion: '2026-11',
    sequence: 1,
    actor: null,
    data: { object: { name }, previous: {}, changedFields: [] },
  });

function headersOf(id: string, body: string, { at = new Date(), secret = SECRET } = {}): Record<string, string> {
  return {
    'Content-Type': 'application/json',
    'Webhook-Id': id,
    'Webhook-Timestamp': String(Math.floor(at.getTime() / 1000)),
    'Webhook-Signature': new Webhook(secret).sign(id, at, body),
  };
}

async function send(body: string, headers: Record<string, string>): Promise<[number, unknown]> {
  const answer = await fetch(url, { method: 'POST', headers, body });
  return [answer.status, await answer.json()];
}

const times = (text: string): number => said.split(text).length - 1;

describe('the example of an Express receiver', () => {
  it('accepts signed requests, and responds before the processing', async () => {
    const body = bodyOf('evt_1', 'Ädä Lövelace 🚀');
    expect(await send(body, headersOf('evt_1', body))).toEqual([202, { id: 'evt_1', isNew: true }]);
    await until(() => said.includes('evt_1 lead.created: Ädä Lövelace 🚀'));
  });

  it('processes an event once, also after repeated deliveries', async () => {
    const body = bodyOf('evt_2', 'Grace');
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(body, headersOf('evt_2', body))));
    expect(answers.map(([status]) => status).toSorted()).toEqual([200, 200, 200, 200, 202]);
    await until(() => times('evt_2') > 0);
    expect(times('evt_2')).toBe(1);
  });

  it('accepts the old secret during a rotation', async () => {
    const body = bodyOf('evt_3', 'Old');
    expect((await send(body, headersOf('evt_3', body, { secret: OLD })))[0]).toBe(202);
  });

  it.each([
    ['tampered with', 'bad-signature', (body: string) => [body.replace('Mallory', 'Eve'), headersOf('evt_4', body)]],
    [
      'under another id',
      'bad-signature',
      (body: string) => [body, { ...headersOf('evt_4', body), 'Webhook-Id': 'evt_5' }],
    ],
    [
      'old',
      'stale-timestamp',
      (body: string) => [body, headersOf('evt_4', body, { at: new Date(Date.now() - 301_000) })],
    ],
    [
      'from the future',
      'future-timestamp',
      (body: string) => [body, headersOf('evt_4', body, { at: new Date(Date.now() + 302_000) })],
    ],
    [
      'signed with another secret',
      'bad-signature',
      (body: string) => [body, headersOf('evt_4', body, { secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' })],
    ],
    ['not signed at all', 'missing-headers', (body: string) => [body, { 'Content-Type': 'application/json' }]],
    ['empty', 'bad-signature', (body: string) => ['', headersOf('evt_4', body)]],
  ] as [string, string, (body: string) => [string, Record<string, string>]][])(
    'rejects a request that is %s',
    async (_, code, request) => {
      expect(await send(...request(bodyOf('evt_4', 'Mallory')))).toEqual([400, { code }]);
      expect(said).not.toContain('evt_4');
      expect(said).not.toContain('evt_5');
    },
  );

  it('ends after all events are processed', async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(times('evt_3')).toBe(1);
  });
});
