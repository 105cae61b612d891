import { randomUUID } from 'node:crypto';
import { ADMIN, signIn, type TestApp } from './app.js';
import type { Caller } from './caller.js';
import type { Operation } from './document.js';
import { RecordCreator, unique, type Body } from './records.js';

export interface ExampleRequest {
  /** Path below `/api/v1`. */
  readonly path: string;
  readonly body: object | undefined;
}

type Prepare = (id: string) => Promise<unknown>;

/** Records that no request creates. */
const OF_JOBS = new Set(['jobs', 'notification-deliveries', 'webhook-deliveries']);

const idsIn = (example: unknown): [string, string][] =>
  Object.entries((example ?? {}) as Body).flatMap(([name, value]) =>
    /Ids?$/.test(name) ? [value].flat().map((id): [string, string] => [name, String(id)]) : [],
  );

/** Requests from the examples of the document, with new records in the state that the operation requires. */
export class Examples {
  private password = ADMIN.password;

  private constructor(
    private readonly app: TestApp,
    readonly session: Caller,
    private readonly records: RecordCreator,
    private readonly otherUserId: string,
  ) {}

  static async open(app: TestApp): Promise<Examples> {
    const session = await signIn(app.url);
    const otherUserId = (await app.as('sales')).userId;
    return new Examples(app, session, new RecordCreator(app, session), otherUserId);
  }

  async requestOf(operation: Operation): Promise<ExampleRequest> {
    const resource = /^\/api\/v1\/([a-z-]+)\/\{id\}/.exec(operation.path)?.[1] ?? '';
    const id =
      resource === '' || OF_JOBS.has(resource) ? await this.idAt(operation) : await this.records.build(resource);
    const key = operation.path.includes('/forms/{key}') ? await this.publicFormKey() : undefined;
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 'id') return id;
      if (name === 'userId') return this.otherUserId;
      return key ?? String(operation.parameters.find((parameter) => parameter.name === name)?.example);
    });
    await this.stateFor(operation, resource, id);
    return {
      path: path.replace('/api/v1', ''),
      body: operation.bodyExample === undefined ? undefined : await this.bodyOf(operation, resource),
    };
  }

  /** Returns the id of another session, or an id that does not exist: no request creates such a record. */
  private async idAt({ path }: Operation): Promise<string> {
    if (path !== '/api/v1/auth/sessions/{id}') return randomUUID();
    await signIn(this.app.url, { ...ADMIN, password: this.password });
    const { body } = await this.session.get('/auth/sessions').expect(200);
    return (body as { data: { id: string; isCurrent: boolean }[] }).data.find(({ isCurrent }) => !isCurrent)?.id ?? '';
  }

  /** Returns the example with ids of existing records and a unique name. */
  private async bodyOf(operation: Operation, resource: string): Promise<Body> {
    const example = operation.bodyExample as Body;
    let text = JSON.stringify(operation.path.endsWith('}/stages') ? example : unique(example));
    for (const [name, id] of idsIn(example)) text = text.replaceAll(id, await this.idFor(name, resource));
    const body = JSON.parse(text) as Body;
    if (!('currentPassword' in body)) return body;
    const currentPassword = this.password;
    this.password = String(body['newPassword']);
    return { ...body, currentPassword };
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

  private async publicFormKey(): Promise<string> {
    const { body } = await this.session.get(`/lead-forms/${await this.records.build('lead-forms')}`).expect(200);
    return (body as { publicKey: string }).publicKey;
  }

  /** Sends the requests that an operation requires first. */
  private async stateFor({ path }: Operation, resource: string, id: string): Promise<void> {
    const [action = ''] = /(?<=\{id\}\/)[\w-]+$/.exec(path) ?? [];
    const before: Readonly<Record<string, Prepare>> = {
      'deals/reopen': () => this.post(`deals/${id}/win`, { wonReason: 'Price' }),
      'leads/unconvert': () => this.post(`leads/${id}/convert`, { onDuplicate: 'create' }),
      'contacts/set-primary': async () => {
        const companyId = await this.records.build('companies');
        await this.session.patch(`/contacts/${id}`).send({ companyId }).expect(200);
      },
      'pipeline-stages/activate': () => this.post(`pipeline-stages/${id}/retire`),
      'activities/reopen': () => this.post(`activities/${id}/complete`),
      'companies/unmerge': () => this.merge('companies', id),
      'contacts/unmerge': () => this.merge('contacts', id),
      'custom-fields/restore': () => this.post(`custom-fields/${id}/archive`),
      'users/reactivate': () => this.post(`users/${id}/deactivate`),
    };
    const prepare = before[`${resource}/${action}`];
    if (prepare) await prepare(id);
    else if (path.endsWith('/members/{userId}')) await this.session.put(`/teams/${id}/members/${this.otherUserId}`);
    else if (action === 'restore' || action === 'purge') await this.session.delete(`/${resource}/${id}`).expect(204);
  }

  private async post(path: string, body?: object): Promise<unknown> {
    return this.session.post(`/${path}`).send(body).expect(200);
  }

  private async merge(resource: string, id: string): Promise<unknown> {
    return this.post(`${resource}/${id}/merge`, { duplicateIds: [await this.records.build(resource)] });
  }
}
