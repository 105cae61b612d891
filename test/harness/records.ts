import { randomUUID } from 'node:crypto';
import { OWNED } from '../matrix/fixtures.js';
import { ADMIN, type TestApp } from './app.js';
import type { Caller } from './caller.js';
import { operations } from './document.js';

export type Body = Record<string, unknown>;

const suffix = (): string => randomUUID().slice(0, 8);
/** Fields that must be unique. */
const UNIQUE: Readonly<Record<string, () => string>> = {
  key: () => `key_${suffix()}`,
  domain: () => `${suffix()}.example`,
  email: () => `${suffix()}@example.com`,
};

/** Returns the example with a unique name, key, domain and address. */
export const unique = (example: Body): Body =>
  Object.fromEntries(
    Object.entries(example).map(([field, value]) => [
      field,
      field === 'name' ? `${String(value)}-${suffix()}` : (UNIQUE[field]?.() ?? value),
    ]),
  );

const exampleOf = (resource: string): unknown =>
  operations.find(({ method, path }) => method === 'post' && path === `/api/v1/${resource}`)?.bodyExample;

/** Creates records of any resource, from a fixture or the example of the API document. */
export class RecordCreator {
  constructor(
    private readonly app: TestApp,
    private readonly session: Caller,
  ) {}

  /** Returns whether the API can create records of `resource`. */
  canBuild(resource: string): boolean {
    return resource in OWNED || resource === 'pipeline-stages' || exampleOf(resource) !== undefined;
  }

  /** Creates a record of `resource` and returns its id. */
  async build(resource: string): Promise<string> {
    const fixture = OWNED[resource];
    if (fixture) return fixture(this.app.db, { ownerId: await this.adminId() });
    if (resource === 'pipeline-stages')
      return this.create(`pipelines/${await this.build('pipelines')}/stages`, {
        name: 'Evaluation',
        kind: 'open',
        probability: 20,
      });
    const example = exampleOf(resource);
    if (example !== undefined) return this.create(resource, unique(example as Body));
    // The API cannot create such a record directly.
    throw new Error(`There is no way to create ${resource}`);
  }

  private async create(path: string, body: Body): Promise<string> {
    const answer = await this.session.post(`/${path}`).send(body);
    if (answer.status !== 201 && answer.status !== 202)
      throw new Error(`POST /${path} answered ${answer.status}: ${answer.text}`);
    return (answer.body as { id: string }).id;
  }

  private async adminId(): Promise<string> {
    return (
      (await this.app.db.query<{ id: string }>('select id from users where email = $1', [ADMIN.email])).rows[0]?.id ??
      ''
    );
  }
}
