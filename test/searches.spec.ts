import { startApp, type TestApp } from './harness/app.js';
import { operations, resolve } from './harness/document.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** Everything that a search or a count of facets can contain. */
const VALUES: Readonly<Record<string, unknown>> = {
  viewId: '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a',
  q: 'ada',
  sort: ['-createdAt'],
  include: ['owner'],
  limit: 5,
  cursor: 'x',
  count: 'exact',
  deleted: true,
  nothing: 1,
};
const SEARCHES = operations.filter(({ method, path }) => method === 'post' && /\/(?:search|facets)$/.test(path));

it.each(SEARCHES.map((operation) => [operation.path, operation] as const))(
  '%s rejects what its document does not contain',
  async (path, { body }) => {
    const { properties = {} } = resolve(body ?? {});
    const others = Object.keys(VALUES).filter((name) => !(name in properties));
    expect(others).toContain('nothing');
    const accepted: string[] = [];
    for (const name of others) {
      const facets = path.endsWith('/facets') ? { facets: ['status'] } : {};
      const answer = await app.admin.post(path.replace('/api/v1', '')).send({ ...facets, [name]: VALUES[name] });
      if (answer.status < 400) accepted.push(name);
    }
    expect(accepted).toEqual([]);
  },
);
