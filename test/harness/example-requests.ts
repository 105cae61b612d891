import { randomUUID } from 'node:crypto';
import type { TestApp } from './app.js';
import type { Caller } from './caller.js';
import type { Operation } from './document.js';
import { RecordCreator, unique, type Body } from './records.js';

/** A value of an example and its replacement. */
type Replacement = readonly [example: string, real: string];

/** Creates what the example of an operation needs, so that its request succeeds. */
export class ExampleRequests {
  readonly records: RecordCreator;

  constructor(
    private readonly app: TestApp,
    private readonly session: Caller,
    private readonly otherUserId: string,
  ) {
    this.records = new RecordCreator(app, session);
  }

  /** Returns the path, with a new record in the state that the operation requires. */
  async pathFor(operation: Operation): Promise<string> {
    return replaceInOrder(pathOfExample(operation), await this.pathReplacements(operation));
  }

  /** Returns the body with ids of existing records and unique names. */
  async bodyFor(operation: Operation): Promise<Body> {
    const text = JSON.stringify(operation.bodyExample);
    return JSON.parse(replaceInOrder(text, await this.bodyReplacements(operation))) as Body;
  }

  /** Returns the text of a sample with ids of existing records and unique names. */
  async fill(sample: string, operation: Operation): Promise<string> {
    const inPath = await this.pathReplacements(operation);
    const inQuery = await this.queryReplacements(operation, inPath[0]?.[1]);
    return replaceInOrder(sample, [...inPath, ...inQuery, ...(await this.bodyReplacements(operation))]);
  }

  private async pathReplacements(operation: Operation): Promise<Replacement[]> {
    const replacements: Replacement[] = [];
    for (const [name, example] of pathExamples(operation)) {
      const real = await this.pathValue(name, operation, replacements[0]?.[1]);
      if (real !== undefined) replacements.push([example, real]);
    }
    return replacements;
  }

  private async pathValue(name: string, operation: Operation, owner?: string): Promise<string | undefined> {
    if (name === 'id') return this.recordFor(operation);
    if (name === 'userId') return this.memberOf(owner ?? '');
    return operation.path.includes('/forms/{key}') ? this.publicFormKey() : undefined;
  }

  private async queryReplacements({ parameters }: Operation, pathId: string | undefined): Promise<Replacement[]> {
    const stage = parameters.find(({ in: position, name, required }) => {
      return position === 'query' && name === 'stageId' && required === true;
    });
    if (!stage || pathId === undefined) return [];
    const { rows } = await this.app.db.query<{ id: string }>('select id from pipeline_stages where pipeline_id = $1', [
      pathId,
    ]);
    return [[String(stage.example), rows[0]?.id ?? '']];
  }

  private async bodyReplacements(operation: Operation): Promise<Replacement[]> {
    const example = (operation.bodyExample ?? {}) as Body;
    const distinct = operation.path.endsWith('}/stages') ? example : unique(example);
    const ids = new Map<string, string>();
    const replacements: Replacement[] = [];
    for (const [name, value] of Object.entries(example)) {
      if (/Ids?$/.test(name))
        for (const id of [value].flat().map(String)) ids.set(id, await this.idFor(name, resourceOf(operation)));
      if (distinct[name] !== value) replacements.push([String(value), String(distinct[name])]);
      // An id can occur again, such as the origin of a field in a merge.
      for (const text of textsIn(value)) {
        const id = ids.get(text);
        if (id !== undefined) replacements.push([text, id]);
      }
    }
    return replacements;
  }

  private async idFor(name: string, resource: string): Promise<string> {
    if (name === 'duplicateIds') return this.records.build(resource);
    if (name === 'ownerId' || name === 'toUserId') return this.otherUserId;
    const from = {
      roleIds: `select id from roles where name = 'sales'`,
      stageId: `select s.id from pipeline_stages s join pipelines p on p.id = s.pipeline_id where p.is_default
        and s.kind = 'open' order by s.rank offset 1 limit 1`,
    }[name];
    if (!from) throw new Error(`Nothing says what ${name} of ${resource} refers to`);
    return (await this.app.db.query<{ id: string }>(from)).rows[0]?.id ?? '';
  }

  private async recordFor(operation: Operation): Promise<string | undefined> {
    const resource = resourceOf(operation);
    if (!this.records.canBuild(resource)) return this.newest(resource);
    const id = await this.records.build(resource);
    await this.prepare(operation, resource, id);
    return id;
  }

  /** Returns the newest of the records that only the server creates. */
  private async newest(resource: string): Promise<string | undefined> {
    const answer = await this.session.get(`/${resource}?limit=1`);
    return answer.status === 200 ? (answer.body as { data: { id: string }[] }).data[0]?.id : undefined;
  }

  /** Sends the requests that the operation requires first. */
  private async prepare({ path }: Operation, resource: string, id: string): Promise<void> {
    const action = path.split('/').at(-1) ?? '';
    const before = BEFORE[`${resource} ${action}`] ?? BEFORE[action];
    if (!before) return;
    const [method, step, bodyOf] = before;
    const body = await bodyOf?.(this.records, resource);
    const { status, text } = await this.session[method](`/${resource}/${id}${step}`).send(body);
    if (status >= 300) throw new Error(`${method} ${resource}${step} answered ${status}: ${text}`);
  }

  private async memberOf(teamId: string): Promise<string> {
    const userId = await this.records.build('users');
    await this.session.put(`/teams/${teamId}/members/${userId}`).expect(204);
    return userId;
  }

  private async publicFormKey(): Promise<string> {
    const { body } = await this.session.get(`/lead-forms/${await this.records.build('lead-forms')}`).expect(200);
    return (body as { publicKey: string }).publicKey;
  }
}

type BodyOf = (records: RecordCreator, resource: string) => object | Promise<object>;
type Before = readonly [method: 'post' | 'patch' | 'delete', step: string, body?: BodyOf];

/** Requests that an action requires first, by the end of its path, or by resource and end. */
const BEFORE: Readonly<Record<string, Before>> = {
  restore: ['delete', ''],
  purge: ['delete', ''],
  'custom-fields restore': ['post', '/archive'],
  'deals reopen': ['post', '/win', () => ({ wonReason: 'Price' })],
  'activities reopen': ['post', '/complete', () => ({})],
  enable: ['post', '/disable'],
  activate: ['post', '/retire', () => ({})],
  reactivate: ['post', '/deactivate'],
  unconvert: ['post', '/convert', () => ({ onDuplicate: 'create' })],
  unmerge: ['post', '/merge', async (records, resource) => ({ duplicateIds: [await records.build(resource)] })],
  'set-primary': ['patch', '', async (records) => ({ companyId: await records.build('companies') })],
  // A similar name would be a duplicate.
  convert: ['patch', '', () => ({ name: randomUUID(), company: randomUUID() })],
};

const resourceOf = ({ path }: Operation): string => /^\/api\/v1\/([a-z/-]+)\/\{id\}/.exec(path)?.[1] ?? '';

function pathExamples({ path, parameters }: Operation): Replacement[] {
  const exampleOf = (name: string): string =>
    String(parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.example);
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, exampleOf(name)] as const);
}

const pathOfExample = (operation: Operation): string =>
  pathExamples(operation).reduce(
    (path, [name, example]) => path.replace(`{${name}}`, example),
    operation.path.replace('/api/v1', ''),
  );

const textsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [String(value)];

/** Replaces each text once, after the position of the previous replacement. */
function replaceInOrder(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let rest = text;
  for (const [from, to] of replacements) {
    const at = rest.indexOf(from);
    if (at < 0) throw new Error(`${from} is missing: ${text}`);
    result += rest.slice(0, at) + to;
    rest = rest.slice(at + from.length);
  }
  return result + rest;
}
