import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { literalOf, type CodeSample } from '../src/openapi/operations/code-samples.js';
import { operationsOf, type Document } from '../src/openapi/schemas/shapes.js';
import { ADMIN, signIn, startApp, type TestApp } from './harness/app.js';
import { operations, type Operation } from './harness/document.js';
import { ExampleRequests } from './harness/example-requests.js';
import { compileStrictly, createProject } from './harness/typescript.js';
import { shareOf } from './harness/share.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const document = JSON.parse(readFileSync(join(root, 'openapi.json'), 'utf8')) as Document;
const samples = new Map(
  operationsOf(document).map(({ operation }) => [operation.operationId, operation['x-codeSamples'] as CodeSample[]]),
);
const sourceOf = ({ operationId }: Operation, lang: CodeSample['lang']): string =>
  samples.get(operationId)?.find((sample) => sample.lang === lang)?.source ?? '';

let folder: string;

beforeAll(() => {
  folder = createProject();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('code samples', () => {
  it('exist for every operation, in curl and in TypeScript', () => {
    expect(operations.filter((operation) => !sourceOf(operation, 'Shell').startsWith('curl '))).toEqual([]);
    expect(operations.filter((operation) => !sourceOf(operation, 'TypeScript').startsWith('import '))).toEqual([]);
  });

  it.each([
    ["It's", 'typescript', `'It\\'s'`],
    ['a "b" \\ c\n', 'typescript', `'a "b" \\\\ c\\n'`],
    [{ 'custom.tier': ['gold'], plain: null }, 'typescript', `{ 'custom.tier': ['gold'], plain: null }`],
    [{ a: "It's" }, 'json', `{ "a": "It's" }`],
    [{}, 'json', '{}'],
  ] as const)('write %j in %s', (value, style, expected) => {
    expect(literalOf(value, style)).toBe(expected);
  });
});

/** Examples that contain a secret, or the id of a record that only a failure creates, and their responses. */
const EXPECTED_FAILURES: Readonly<Record<string, string>> = {
  acceptInvitation: '410 link-not-valid',
  cancelJob: '409 job-ended',
  changePassword: '422 invalid-body',
  confirmTotpSetup: '422 invalid-body',
  createToken: '401 wrong-login',
  deleteJob: '409 job-ended',
  disableTotp: '409 totp-disabled',
  getNotificationDelivery: '404 notification-delivery-not-found',
  getWebhookDelivery: '404 webhook-delivery-not-found',
  login: '401 wrong-login',
  previewInvitation: '410 link-not-valid',
  previewLink: '410 link-not-valid',
  reauthenticate: '422 invalid-body',
  refreshToken: '401 invalid-refresh-token',
  regenerateRecoveryCodes: '409 totp-disabled',
  rejectLeadFormSubmission: '404 lead-form-submission-not-found',
  releaseLeadFormSubmission: '404 lead-form-submission-not-found',
  reorderCustomFields: '422 invalid-body',
  resendNotificationDelivery: '404 notification-delivery-not-found',
  resendWebhookDelivery: '404 webhook-delivery-not-found',
  resetPassword: '410 link-not-valid',
  resetUserTotp: '409 totp-disabled',
  retryDeadLetteredEvent: '404 dead-lettered-event-not-found',
  retryJob: '409 job-ended',
  verifyEmail: '410 link-not-valid',
};
/** Each run tests half of the operations with curl and the other half with the SDK, and the next day the reverse. */
const today = new Date().getDate();

describe('code samples on a prepared database', () => {
  let app: TestApp;
  let examples: ExampleRequests;

  beforeAll(async () => {
    app = await startApp();
    const session = await signIn(app.url);
    examples = new ExampleRequests(app, session, (await app.as('sales')).userId);
    const field = { resource: 'leads', key: 'industry', label: 'Industry', type: 'text' };
    await session.post('/custom-fields').send(field).expect(201);
    await session.post('/auth/totp/start').expect(200);
    await session.post('/scheduled-jobs/sessions.purge/run').expect(202);
    await session.post('/retention-policies/leads/dry-run').send({ days: 365 }).expect(200);
  }, 60_000);
  afterAll(() => app.close());

  const environment = async (): Promise<Record<string, string>> => {
    const { email, password } = ADMIN;
    const { body } = await app.anonymous.post('/auth/token').send({ email, password }).expect(200);
    return {
      PATH: process.env['PATH'] ?? '',
      KONTOR_URL: app.url,
      KONTOR_API_KEY: app.admin.headers['X-API-Key'] ?? '',
      KONTOR_TOKEN: (body as { accessToken: string }).accessToken,
    };
  };

  /** Returns the samples of a part of the operations with real ids, by operation id. */
  async function filled(lang: CodeSample['lang'], turn: number): Promise<Map<string, string>> {
    // The newest session, which revokeSession ends.
    await signIn(app.url);
    // The sign-out ends the access token of the others.
    const isLast = ({ operationId }: Operation): number => Number(operationId === 'logout');
    const ordered = operations.toSorted((one, other) => isLast(one) - isLast(other));
    const sources = new Map<string, string>();
    for (const operation of shareOf(ordered, turn, 2))
      sources.set(operation.operationId, await examples.fill(sourceOf(operation, lang), operation));
    return sources;
  }

  /** Compares the lines `<operation id> <status> <code>` with the expected outcomes. */
  function expectOutcomes(output: string, ids: readonly string[]): void {
    const outcomes = output
      .trim()
      .split('\n')
      .map((line) => line.replace(/ 2\d\d\b.*$/, ' ok').trim())
      // A worker may end the job between the choice of its id and its sample.
      .map((line) => line.replace(/^(cancelJob|deleteJob|retryJob) 404 job-not-found$/, '$1 409 job-ended'))
      .map((line) => line.replace(/ 409 job-not-(dead|cancellable)$/, ' 409 job-ended'));
    expect(ids.length).toBeGreaterThan(140);
    expect(outcomes).toEqual(ids.map((id) => `${id} ${EXPECTED_FAILURES[id] ?? 'ok'}`));
  }

  it('run with curl', async () => {
    const sources = await filled('Shell', today);
    const body = join(folder, 'body');
    const script = [...sources].map(([id, source]) =>
      [
        `status=$(${source} -o ${body} -w '%{http_code}')`,
        `echo "${id} $status $(grep -o '"code":"[^"]*"' ${body} 2>/dev/null | head -1 | cut -d'"' -f4)"`,
        `rm -f ${body}`,
      ].join('\n'),
    );
    const file = join(folder, 'samples.sh');
    writeFileSync(file, script.join('\n'));
    const { stdout } = await run('bash', [file], { env: await environment() });
    expectOutcomes(stdout, [...sources.keys()]);
  }, 120_000);

  it('compile strictly and run with the SDK', async () => {
    const sources = await filled('TypeScript', today + 1);
    const all = operations.map((operation) => [operation.operationId, sourceOf(operation, 'TypeScript')] as const);
    const out = await compileStrictly(folder, new Map([...all, ...sources]));
    writeFileSync(join(out, 'run.js'), RUNNER);
    const parameters = [join(out, 'run.js'), ...sources.keys()];
    const { stdout } = await run(process.execPath, parameters, { env: await environment() });
    expectOutcomes(stdout, [...sources.keys()]);
  }, 120_000);
});

/** Runs the programs in order, without their output. */
const RUNNER = `
const print = console.log;
console.log = () => undefined;
for (const id of process.argv.slice(2)) {
  const outcome = await import('./' + id + '.js').then(() => '200', ({ status, code }) => status + ' ' + code);
  print(id + ' ' + outcome);
}`;
