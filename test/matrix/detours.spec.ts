import { operations, type Operation } from '../harness/document.js';
import { shareOf } from '../harness/share.js';
import { aboutOf, bodyOf, inEarnest } from './cells.js';
import type { Question } from './client.js';
import { decide, resourceOf } from './decide.js';
import { hasTeam, kindOf, OWNED } from './fixtures.js';
import { changedBetween, fingerprintOf } from './fingerprint.js';
import { Scene, type Caller, type Person } from './scene.js';

/** A text in every record that the callers cannot see. */
const MARK = 'mark-of-a-foreign-record';

let scene: Scene;
let seller: Person;
let teammate: Person;
let own: Caller;

beforeAll(async () => {
  scene = await Scene.open();
  const teamId = await scene.team();
  const role = await scene.role('own', scene.permissions);
  seller = await scene.person([role], teamId);
  teammate = await scene.person([role], teamId);
  own = { ...(await scene.withKey(seller)), name: 'own' };
}, 60_000);
afterAll(() => scene.close());

interface Detour {
  readonly about: string;
  readonly question: Question;
}

const last = /([^/?]+)((?:\?.*)?)$/;

/** Returns variants of a request. A rejected request must be rejected in every variant. */
function detoursOf({ method, path, headers = {}, body }: Question): Detour[] {
  const at = (about: string, change: Partial<Question>): Detour => ({
    about,
    question: { method, path, headers, body, ...change },
  });
  const overridden = ['X-HTTP-Method-Override', 'X-Method-Override', 'X-HTTP-Method'].map((header) =>
    at(header, {
      method: method === 'get' ? 'post' : 'get',
      headers: { ...headers, [header]: method.toUpperCase() },
      body: undefined,
    }),
  );
  const first = path.charAt('/api/v1/'.length);
  return [
    ...(method === 'get' ? [at('HEAD', { method: 'head' })] : overridden),
    at('POST that says what it means', {
      method: 'post',
      headers: { ...headers, 'X-HTTP-Method-Override': method.toUpperCase() },
      body: { ...body, _method: method.toUpperCase() },
    }),
    at('a parameter _method', {
      method: 'post',
      path: `${path}${path.includes('?') ? '&' : '?'}_method=${method.toUpperCase()}`,
    }),
    at('trailing slash', { path: path.replace(last, '$1/$2') }),
    at('two slashes', { path: path.replace('/api/v1/', '/api/v1//') }),
    at('two slashes first', { path: `/${path}` }),
    at('a dot', { path: path.replace('/api/v1/', '/api/v1/./') }),
    at('%2e', { path: path.replace('/api/v1/', '/api/v1/%2e/') }),
    at('there and back', { path: path.replace('/api/v1/', '/api/v1/forms/../') }),
    at('%2e%2e', { path: path.replace('/api/v1/', '/api/v1/forms/%2e%2e/') }),
    at('a path parameter', { path: path.replace(last, '$1;x=1$2') }),
    at('%2f', { path: path.replace(last, '%2f$1$2') }),
    at('an encoded letter', { path: path.replace(`/api/v1/${first}`, `/api/v1/%${first.charCodeAt(0).toString(16)}`) }),
    at('NUL', { path: path.replace(last, '$1%00$2') }),
    at('capitals', { path: path.toUpperCase() }),
    at('an extension', { path: path.replace(last, '$1.json$2') }),
    at('X-Original-URL', {
      method: 'get',
      path: '/health/live',
      headers: { ...headers, 'X-Original-URL': path, 'X-Rewrite-URL': path },
      body: undefined,
    }),
    at('said to be from here', {
      headers: {
        ...headers,
        'X-Forwarded-For': '127.0.0.1',
        'X-Real-IP': '127.0.0.1',
        Forwarded: 'for=127.0.0.1',
        'X-Forwarded-Host': 'localhost',
      },
    }),
  ];
}

/** Returns an error if the request was allowed, or if a rejection reveals data. */
async function letIn({ about, question }: Detour, of: string): Promise<string | undefined> {
  const { status, text } = await scene.client.ask(question);
  const isHealth = question.path.startsWith('/health');
  if (!isHealth && (status < 400 || status >= 500)) return `${of}, ${about}: ${status}`;
  return text.includes(MARK) ? `${of}, ${about}: told` : undefined;
}

async function traverse(
  questions: readonly { readonly about: string; readonly question: Question }[],
): Promise<string[]> {
  const before = await fingerprintOf(scene.db);
  const found: string[] = [];
  const began = performance.now();
  const detours = questions.flatMap(({ about, question }, turn) =>
    shareOf(detoursOf(question), turn, 6).map((detour) => ({ of: about, detour })),
  );
  await scene.client.askAll(detours, async ({ of, detour }) => {
    const mistake = await letIn(detour, of).catch((error: unknown) => `${of}, ${detour.about}: ${String(error)}`);
    if (mistake) found.push(mistake);
  });
  scene.note(detours.length, performance.now() - began);
  return [...changedBetween(before, await fingerprintOf(scene.db)).map((table) => `changed: ${table}`), ...found].slice(
    0,
    30,
  );
}

const isOpen = ({ isPublic }: Operation): boolean => isPublic;

describe('indirect access', () => {
  it('is denied without a credential', async () => {
    const nobody = scene.stranger('nobody', {});
    const questions = await Promise.all(
      operations
        .filter((operation) => !isOpen(operation))
        .map(async (operation) => ({
          about: aboutOf(nobody, operation),
          question: inEarnest(operation, nobody, await scene.sampleOf(operation)),
        })),
    );
    expect(await traverse(questions)).toEqual([]);
  }, 120_000);

  // With POST on another method's path, the permission of that route may decide. So the caller has no permissions.
  it('is denied without the permission', async () => {
    const none = {
      ...(await scene.withKey(await scene.person([await scene.role('all', [])]))),
      name: 'a role without permissions',
    };
    const guarded = operations.filter((operation) => decide(none, operation).kind === 'rejected');
    const questions = await Promise.all(
      guarded.map(async (operation) => ({
        about: aboutOf(none, operation),
        question: inEarnest(operation, none, await scene.sampleOf(operation)),
      })),
    );
    expect(await traverse(questions)).toEqual([]);
  }, 120_000);

  it('is denied to records that are not visible', async () => {
    const questions: { about: string; question: Question }[] = [];
    for (const operation of operations.filter((one) => kindOf(resourceOf(one)) === 'owned')) {
      const id = await OWNED[resourceOf(operation) ?? '']?.(scene.db, { ownerId: teammate.userId, mark: MARK });
      questions.push({
        about: aboutOf(own, operation, "a teammate's"),
        question: inEarnest(operation, own, id, { ownerId: own.userId, assigneeId: own.userId }),
      });
    }
    expect(await traverse(questions)).toEqual([]);
  }, 60_000);
});

describe('a hidden record', () => {
  const foreign: Record<string, string> = {};
  const mine: Record<string, string> = {};
  beforeAll(async () => {
    for (const [resource, create] of Object.entries(OWNED)) {
      foreign[resource] = await create(scene.db, { ownerId: teammate.userId, mark: MARK });
      mine[resource] = await create(scene.db, { ownerId: seller.userId });
    }
  });

  const unchanged = async (ask: () => Promise<void>): Promise<string[]> => {
    const before = await fingerprintOf(scene.db);
    await ask();
    return changedBetween(before, await fingerprintOf(scene.db));
  };

  it('is not reached by an id in the body', async () => {
    const row = async (resource: string) =>
      (await scene.db.query(`select * from ${resource.replaceAll('-', '_')} where id = $1`, [foreign[resource]]))
        .rows[0] as object;
    for (const operation of operations.filter(
      (one) =>
        ['patch', 'put', 'post'].includes(one.method) &&
        kindOf(resourceOf(one)) === 'owned' &&
        one.operationId !== 'purgeLead',
    )) {
      const resource = resourceOf(operation) ?? '';
      const before = await row(resource);
      for (const name of ['id', 'ids', '_id', 'leadId', 'recordId', 'parentId', 'where', 'filter']) {
        const value =
          name === 'ids'
            ? [foreign[resource]]
            : name === 'where' || name === 'filter'
              ? { id: foreign[resource] }
              : (foreign[resource] ?? '');
        const asked = inEarnest(operation, own, mine[resource], { ownerId: own.userId, assigneeId: own.userId });
        const { text } = await scene.client.ask({ ...asked, body: { ...asked.body, [name]: value } });
        expect([operation.operationId, name, text.includes(MARK)]).toEqual([operation.operationId, name, false]);
      }
      expect([operation.operationId, await row(resource)]).toEqual([operation.operationId, before]);
    }
  }, 30_000);

  it('fails an atomic bulk request, and is unchanged by a partial one', async () => {
    const operationsOf = (id: string) => [
      { update: { id, changes: { company: 'Taken' } } },
      { changeStatus: { id, status: 'contacted' } },
      { assign: { id, ownerId: own.userId } },
      { restore: { id } },
      { remove: { id } },
    ];
    for (const [index, operation] of operationsOf(foreign['leads'] ?? '').entries()) {
      const [good] = operationsOf(mine['leads'] ?? '').slice(0, 1);
      for (const order of [
        [good, operation],
        [operation, good],
      ]) {
        expect([
          index,
          await unchanged(async () => {
            const { status, body } = await scene.client.ask({
              method: 'post',
              path: '/api/v1/leads/bulk',
              headers: own.headers,
              body: { operations: order },
            });
            expect([index, status, body['code']]).toEqual([index, 404, 'lead-not-found']);
          }),
        ]).toEqual([index, []]);
      }
      expect(
        await unchanged(async () => {
          const { body } = await scene.client.ask({
            method: 'post',
            path: '/api/v1/leads/bulk',
            headers: own.headers,
            body: { operations: [operation], atomic: false },
          });
          expect(body).toMatchObject({ results: [{ status: 404, lead: null }] });
        }),
      ).toEqual([]);
    }
  });

  it('is found by no filter, search, facet, include or reference', async () => {
    const [lead = '', activity = ''] = [foreign['leads'], foreign['activities']];
    const filters = [
      { field: 'ownerId', op: 'eq', value: teammate.userId },
      { field: 'id', op: 'eq', value: lead },
      { field: 'id', op: 'in', value: [lead, activity] },
      { field: 'leadId', op: 'eq', value: lead },
      { not: { field: 'ownerId', op: 'eq', value: own.userId } },
      {
        or: [
          { field: 'ownerId', op: 'eq', value: teammate.userId },
          { field: 'ownerId', op: 'eq', value: own.userId },
        ],
      },
    ];
    const questions: Question[] = [];
    for (const { path, method } of operations.filter((one) =>
      Object.keys(OWNED).some(
        (resource) =>
          one.path === `/api/v1/${resource}` ||
          one.path === `/api/v1/${resource}/search` ||
          one.path === `/api/v1/${resource}/facets` ||
          one.path === '/api/v1/leads/duplicates',
      ),
    )) {
      if (method === 'get')
        for (const query of [
          `ownerId=${teammate.userId}`,
          `leadId=${lead}`,
          `q=${MARK}`,
          `assigneeId=${teammate.userId}`,
          'include=owner',
          'include=lead',
          'include=owner,lead,assignee',
          'include=leads',
          `limit=100&count=exact`,
        ])
          questions.push({ method, path: `${path}?${query}`, headers: own.headers });
      else if (path.endsWith('/search'))
        for (const filter of filters)
          questions.push(
            { method, path, headers: own.headers, body: { filter, q: MARK } },
            { method, path, headers: own.headers, body: { filter } },
          );
      else if (path.endsWith('/facets'))
        for (const filter of filters)
          questions.push({ method, path, headers: own.headers, body: { filter, facets: ['ownerId'] } });
      else if (path.endsWith('/duplicates'))
        questions.push({ method, path, headers: own.headers, body: { name: `Lead ${MARK}` } });
    }
    const reported: string[] = [];
    await scene.client.askAll(questions, async (question) => {
      const { text, status } = await scene.client.ask(question);
      if (status >= 500 || text.includes(MARK) || (status === 200 && [lead, activity].some((id) => text.includes(id))))
        reported.push(`${question.path} ${JSON.stringify(question.body)} ${status}`);
    });
    expect(reported).toEqual([]);
  });

  it('gets no activity, and shows none', async () => {
    const create = operations.find(({ operationId }) => operationId === 'createActivity') as Operation;
    const links = { leadId: 'leads', companyId: 'companies', contactId: 'contacts', dealId: 'deals' };
    expect(
      await unchanged(async () => {
        for (const [link, resource] of Object.entries(links)) {
          const body = {
            ...bodyOf(create, { ownerId: own.userId, assigneeId: own.userId }),
            leadId: undefined,
            [link]: foreign[resource],
          };
          expect(
            (await scene.client.ask({ method: 'post', path: create.path, headers: own.headers, body })).status,
          ).toBe(422);
          expect(
            (
              await scene.client.ask({
                method: 'patch',
                path: `/api/v1/activities/${mine['activities']}`,
                headers: own.headers,
                body: { [link]: foreign[resource] },
              })
            ).status,
          ).toBe(422);
        }
      }),
    ).toEqual([]);
  });

  // An own activity on a lead of another owner: the response must not include the lead.
  it('is not included in visible records', async () => {
    const activity = await OWNED['activities']?.(scene.db, { ownerId: seller.userId });
    await scene.db.query(`update activities set lead_id = $1 where id = $2`, [foreign['leads'], activity]);
    const paths = hasTeam('activities')
      ? [`/api/v1/activities/${activity}?include=lead`, '/api/v1/activities?include=lead']
      : [];
    for (const path of paths)
      expect((await scene.client.ask({ method: 'get', path, headers: own.headers })).text).not.toContain(MARK);
  });
});
