import type { Test } from 'supertest';
import { signIn, startApp, type TestApp } from './harness/app.js';
import type { Caller } from './harness/caller.js';
import { operations, type Operation } from './harness/document.js';
import { ExampleRequests } from './harness/example-requests.js';

type Answer = Awaited<Test>;

const WITH_BODY = operations.filter(
  ({ method, bodyExample }) =>
    (method === 'post' || method === 'put' || method === 'patch') && bodyExample !== undefined,
);
const needsRecord = ({ path }: Operation): boolean => path.includes('{');

/** The examples contain a password, a token or ids that the document cannot know. Only these may be rejected. */
const WITHOUT_SECRET: Readonly<Record<string, string>> = {
  login: '401 wrong-login',
  createToken: '401 wrong-login',
  refreshToken: '401 invalid-refresh-token',
  changePassword: '422 invalid-body #/currentPassword wrong-password',
  reauthenticate: '422 invalid-body #/password wrong-password',
  confirmTotpSetup: '409 totp-not-started',
  acceptInvitation: '410 link-not-valid',
  previewInvitation: '410 link-not-valid',
  previewLink: '410 link-not-valid',
  resetPassword: '410 link-not-valid',
  verifyEmail: '410 link-not-valid',
  reorderCustomFields: '422 invalid-body #/ids incomplete',
};

/**
 * Rejected when the example is sent again, because a name, key or address is in use. The example of an erasure request
 * frees the address of the contact.
 */
const TAKEN: Readonly<Record<string, string>> = {
  createCompany: '409 company-domain-taken #/domain taken',
  createCustomField: '409 custom-field-key-taken',
  createPipeline: '409 pipeline-name-taken',
  createRole: '409 role-name-taken',
  createTeam: '409 team-name-taken',
  inviteUser: '409 email-taken',
};

let app: TestApp;
let session: Caller;
let examples: ExampleRequests;

const send = async ({ method }: Operation, path: string, body: unknown): Promise<Answer> =>
  session[method](path).send(body as object);
const withoutPrefix = (path: string): string => path.replace('/api/v1', '');

/** Returns `ok`, or the status, the code and the errors of the body. */
function outcomeOf({ status, body }: Answer): string {
  if (status < 300) return 'ok';
  const { code = '', errors = [] } = body as { code?: string; errors?: { pointer: string; code: string }[] };
  return [status, code, ...errors.map((error) => `${error.pointer} ${error.code}`)].join(' ');
}

beforeAll(async () => {
  app = await startApp();
  session = await signIn(app.url);
  examples = new ExampleRequests(app, session, (await app.as('sales')).userId);
  // Creates the job group of the examples.
  await session.post('/scheduled-jobs/sessions.purge/run').expect(202);
}, 60_000);
afterAll(() => app.close());

describe('the example of a body', () => {
  // Erasure is last, because it removes the records of other examples.
  const whole = WITH_BODY.filter((operation) => !needsRecord(operation)).toSorted(
    (a, b) => Number(a.path.includes('erasure')) - Number(b.path.includes('erasure')),
  );
  const outcomes = async (): Promise<Record<string, string>> => {
    const all: Record<string, string> = {};
    for (const operation of whole)
      all[operation.operationId] = outcomeOf(
        await send(operation, withoutPrefix(operation.path), operation.bodyExample),
      );
    return all;
  };
  const expected = (rejected: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(whole.map(({ operationId }) => [operationId, rejected[operationId] ?? 'ok']));

  it('is accepted by an empty database', async () => {
    expect(await outcomes()).toEqual(expected(WITHOUT_SECRET));
  }, 120_000);

  it('is accepted again, or rejected because of a unique value', async () => {
    expect(await outcomes()).toEqual(expected({ ...WITHOUT_SECRET, ...TAKEN }));
  }, 120_000);

  it.each(
    WITH_BODY.filter(needsRecord).map(
      (operation) => [`${operation.method.toUpperCase()} ${operation.path}`, operation] as const,
    ),
  )('is accepted by %s', async (_, operation) => {
    const path = await examples.pathFor(operation);
    expect(outcomeOf(await send(operation, path, await examples.bodyFor(operation)))).toBe('ok');
  });

  it('fits the record type if several types share the class of the body', () => {
    const shared = WITH_BODY.filter(({ body }) => /(SearchRequest|FacetsRequest)$/.test(body?.$ref ?? ''));
    const examples = shared.map(
      ({ path, bodyExample }) => `${path.split('/').at(-1) ?? ''} ${JSON.stringify(bodyExample)}`,
    );
    expect(shared.length).toBeGreaterThanOrEqual(12);
    expect(new Set(examples).size).toBe(shared.length);
  });
});
