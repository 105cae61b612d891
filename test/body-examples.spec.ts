import type { Test } from 'supertest';
import { signIn, startApp, type TestApp } from './harness/app.js';
import type { Caller } from './harness/caller.js';
import { operations, type Operation } from './harness/document.js';
import { RecordCreator, unique, type Body } from './harness/records.js';

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
let records: RecordCreator;
let otherUserId: string;

const send = async ({ method }: Operation, path: string, body: unknown): Promise<Answer> =>
  session[method](path).send(body as object);
const withoutPrefix = (path: string): string => path.replace('/api/v1', '');

/** Returns `ok`, or the status, the code and the errors of the body. */
function outcomeOf({ status, body }: Answer): string {
  if (status < 300) return 'ok';
  const { code = '', errors = [] } = body as { code?: string; errors?: { pointer: string; code: string }[] };
  return [status, code, ...errors.map((error) => `${error.pointer} ${error.code}`)].join(' ');
}

/** Returns the example with ids of existing records and a unique name. */
async function withRealIds(operation: Operation, resource: string): Promise<Body> {
  let text = JSON.stringify(
    operation.path.endsWith('}/stages') ? operation.bodyExample : unique(operation.bodyExample as Body),
  );
  for (const [name, id] of idsIn(operation.bodyExample)) text = text.replaceAll(id, await idFor(name, resource));
  return JSON.parse(text) as Body;
}

const idsIn = (example: unknown): [string, string][] =>
  Object.entries(example as Body).flatMap(([name, value]) =>
    /Ids?$/.test(name) ? [value].flat().map((id): [string, string] => [name, String(id)]) : [],
  );

async function idFor(name: string, resource: string): Promise<string> {
  if (name === 'duplicateIds') return records.build(resource);
  if (name === 'ownerId' || name === 'toUserId') return otherUserId;
  const from = {
    roleIds: `select id from roles where name = 'sales'`,
    stageId: `select s.id from pipeline_stages s join pipelines p on p.id = s.pipeline_id where p.is_default
      and s.kind = 'open' order by s.rank offset 1 limit 1`,
  }[name];
  if (!from) throw new Error(`Nothing says what ${name} of ${resource} refers to`);
  return (await app.db.query<{ id: string }>(from)).rows[0]?.id ?? '';
}

/** Actions that an operation requires first. */
const BEFORE: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
  '/api/v1/deals/{id}/reopen': (id) => session.post(`/deals/${id}/win`).send({ wonReason: 'Price' }).expect(200),
  '/api/v1/companies/{id}/unmerge': (id) => merge('companies', id),
  '/api/v1/contacts/{id}/unmerge': (id) => merge('contacts', id),
};
const merge = async (resource: string, id: string): Promise<unknown> =>
  session
    .post(`/${resource}/${id}/merge`)
    .send({ duplicateIds: [await records.build(resource)] })
    .expect(200);

/** Returns the path with a new record. Other placeholders keep the example of the document. */
async function pathWithRecord(operation: Operation): Promise<{ path: string; resource: string }> {
  const resource = /^\/api\/v1\/([a-z-]+)\/\{id\}/.exec(operation.path)?.[1] ?? '';
  const id = resource === '' ? '' : await records.build(resource);
  const key = operation.path.includes('/forms/{key}') ? await publicFormKey() : undefined;
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'id') return id;
    return key ?? String(operation.parameters.find((parameter) => parameter.name === name)?.example);
  });
  await BEFORE[operation.path]?.(id);
  return { path: withoutPrefix(path), resource };
}

async function publicFormKey(): Promise<string> {
  const { body } = await session.get(`/lead-forms/${await records.build('lead-forms')}`).expect(200);
  return (body as { publicKey: string }).publicKey;
}

beforeAll(async () => {
  app = await startApp();
  session = await signIn(app.url);
  otherUserId = (await app.as('sales')).userId;
  records = new RecordCreator(app, session);
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
    const { path, resource } = await pathWithRecord(operation);
    expect(outcomeOf(await send(operation, path, await withRealIds(operation, resource)))).toBe('ok');
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
