import { startApp, type TestApp } from './harness/app.js';
import { operations, resolve, type Operation, type Schema } from './harness/document.js';

let app: TestApp;
beforeAll(async () => void (app = await startApp()), 60_000);
afterAll(() => app.close());

/** Writes below a record that do not change the record. */
const BESIDE: Readonly<Record<string, string>> = {
  'POST /users/{id}/transfer': 'begins a job over other records',
  'DELETE /users/{id}/totp': "changes credentials, which the user's version says nothing of",
  'POST /pipelines/{id}/stages': 'makes a stage',
  'POST /lead-forms/{id}/submissions/{submissionId}/release': 'changes a submission, which has no version',
  'POST /lead-forms/{id}/submissions/{submissionId}/reject': 'changes a submission, which has no version',
  'POST /webhooks/{id}/test': 'sends a test',
  'POST /webhooks/{id}/recover': 'begins a job over deliveries',
  'POST /notification-channels/{id}/test': 'sends a test',
  'POST /views/{id}/duplicate': 'makes another view',
  'POST /views/{id}/pin': 'marks the view for the caller alone',
  'POST /views/{id}/unpin': 'marks the view for the caller alone',
  'POST /views/{id}/set-default': 'marks the view for the caller alone',
  'POST /views/{id}/clear-default': 'marks the view for the caller alone',
  'PUT /teams/{id}/members/{userId}': 'changes a user',
  'DELETE /teams/{id}/members/{userId}': 'changes a user',
  'POST /retention-policies/{kind}/dry-run': 'counts',
};
const MAKES_ACTIVITIES = /^POST \/\w+\/\{id\}\/activities$/;
const PREVIEWS = /\/preview$/;

const nameOf = ({ method, path }: Operation): string => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`;
const hasVersion = (schema: Schema | undefined): boolean =>
  schema !== undefined && resolve(schema).properties?.['version'] !== undefined;

/** Writes of one record with a version: below a path whose GET returns a version. */
const writes = operations.filter((operation) => {
  const name = nameOf(operation);
  if (operation.method === 'get' || name in BESIDE || MAKES_ACTIVITIES.test(name) || PREVIEWS.test(name)) return false;
  const [, base] = /^(\/api\/v1(?:\/[\w-]+)+\/\{[^}]+\})/.exec(operation.path) ?? [];
  const isUpsert = /by-external-id/.test(operation.path);
  return (
    isUpsert || operations.some(({ method, path, answer }) => method === 'get' && path === base && hasVersion(answer))
  );
});

describe('If-Match', () => {
  it('is accepted by every write of one versioned record', () => {
    expect(writes.length).toBeGreaterThan(60);
    expect(
      writes
        .filter(
          ({ parameters }) =>
            !parameters.some((parameter) => parameter.in === 'header' && parameter.name === 'If-Match'),
        )
        .map(nameOf),
    ).toEqual([]);
  });

  const RECORDS = [
    ['leads', { name: 'Ada', email: 'ada@example.com' }],
    ['companies', { name: 'Engines' }],
    ['contacts', { firstName: 'Ada' }],
    ['deals', { title: 'Machine' }],
  ] as const;

  it.each(RECORDS)(
    'with another version rejects an upsert of %s, whether or not the record exists',
    async (path, body) => {
      const at = `/${path}/by-external-id/crm/1`;
      expect((await app.admin.put(at).set('If-Match', '"1"').send(body).expect(412)).body.code).toBe('stale-version');
      const { body: created } = await app.admin.put(at).send(body).expect(201);
      expect(
        (
          await app.admin
            .put(at)
            .set('If-Match', '"99"')
            .send({ ...body, tags: ['late'] })
            .expect(412)
        ).body,
      ).toMatchObject({ code: 'stale-version', currentVersion: created.version });
      expect(
        (
          await app.admin
            .put(at)
            .set('If-Match', `"${created.version}"`)
            .send({ ...body, tags: ['in-time'] })
            .expect(200)
        ).body,
      ).toMatchObject({ id: created.id, tags: ['in-time'], version: created.version + 1 });
    },
  );

  it.each(RECORDS)('with another version rejects restore and purge of one of %s', async (path, body) => {
    const { id } = (await app.admin.post(`/${path}`).send(body).expect(201)).body as { id: string };
    await app.admin.delete(`/${path}/${id}`).set('If-Match', '"1"').expect(204);
    expect(
      (await app.admin.post(`/${path}/${id}/restore`).set('If-Match', '"1"').expect(412)).body.currentVersion,
    ).toBe(2);
    expect((await app.admin.post(`/${path}/${id}/restore`).set('If-Match', '"2"').expect(200)).body.version).toBe(3);
    await app.admin.post(`/${path}/${id}/purge`).set('If-Match', '"2"').expect(412);
    await app.admin.post(`/${path}/${id}/purge`).set('If-Match', '"3"').expect(204);
  });

  it('with another version rejects actions on other versioned records', async () => {
    const create = async (path: string, body: object): Promise<string> =>
      (await app.admin.post(`/${path}`).send(body).expect(201)).body.id as string;
    const field = await create('custom-fields', { resource: 'leads', key: 'size', label: 'Size', type: 'text' });
    const form = await create('lead-forms', { name: 'Contact page' });
    const activity = await create('activities', { type: 'task', subject: 'Call' });
    await app.admin.delete(`/lead-forms/${form}`).expect(204);
    await app.admin.delete(`/activities/${activity}`).expect(204);
    for (const path of [
      `custom-fields/${field}/archive`,
      `lead-forms/${form}/restore`,
      `activities/${activity}/restore`,
    ]) {
      expect((await app.admin.post(`/${path}`).set('If-Match', '"99"').expect(412)).body.code).toBe('stale-version');
      await app.admin.post(`/${path}`).expect(200);
    }
  });
});
