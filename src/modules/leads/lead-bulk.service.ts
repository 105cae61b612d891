import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../kernel/actor.js';
import { Forbidden, Invalid, Refusal } from '../../kernel/errors.js';
import { Database } from '../../platform/database/index.js';
import { problemFor } from '../../platform/http/index.js';
import type { LeadBulk, LeadBulkResult, LeadBulkView, LeadOperation } from './lead-bulk.dto.js';
import type { LeadView } from './leads.dto.js';
import { LeadsQueries } from './leads.queries.js';
import { LeadsService } from './leads.service.js';

const done = (status: number, lead: LeadView | null): LeadBulkResult => ({ status, lead, problem: null });

/** Many operations in one request: all or nothing, or each for itself. */
@Injectable()
export class LeadBulkService {
  constructor(
    private readonly database: Database,
    private readonly leads: LeadsService,
    private readonly queries: LeadsQueries,
  ) {}

  async run(actor: Actor, { operations, atomic = true }: LeadBulk): Promise<LeadBulkView> {
    operations.forEach(requireOne);
    return { results: atomic ? await this.together(actor, operations) : await this.oneByOne(actor, operations) };
  }

  private together(actor: Actor, operations: LeadOperation[]): Promise<LeadBulkResult[]> {
    return this.database.write(async () => {
      // In one order for all: two bulks over the same leads wait for each other instead of blocking each other.
      await this.queries.lock(operations.flatMap(idsOf));
      const results: LeadBulkResult[] = [];
      for (const [index, operation] of operations.entries()) {
        results.push(await this.perform(actor, operation).catch((error: unknown) => Promise.reject(inOperation(error, index))));
      }
      return results;
    });
  }

  private async oneByOne(actor: Actor, operations: LeadOperation[]): Promise<LeadBulkResult[]> {
    const results: LeadBulkResult[] = [];
    for (const operation of operations) {
      results.push(await this.perform(actor, operation).catch(refused));
    }
    return results;
  }

  private async perform(actor: Actor, { create, update, changeStatus, assign, remove, restore }: LeadOperation): Promise<LeadBulkResult> {
    if (create) return require(actor, 'leads:create', async () => done(201, await this.leads.create(actor, create)));
    if (remove) return require(actor, 'leads:delete', async () => done(204, await this.leads.remove(actor, remove.id).then(() => null)));
    if (update) return done(200, await this.leads.update(actor, update.id, update.changes, update.version));
    if (changeStatus) return done(200, await this.leads.changeStatus(actor, changeStatus.id, changeStatus.status));
    if (assign) return done(200, await this.leads.assign(actor, assign.id, assign));
    if (restore) return done(200, await this.leads.restore(actor, restore.id));
    throw new Error('An operation without content passed the check');
  }
}

const idsOf = ({ update, changeStatus, assign, remove, restore }: LeadOperation): string[] => [update, changeStatus, assign, remove, restore].flatMap((part) => part?.id ?? []);

function requireOne(operation: LeadOperation, index: number): void {
  const given = Object.values(operation).filter((part) => part !== undefined).length;
  if (given === 1) return;
  throw new Invalid('invalid-body', 'Each operation does exactly one thing.', { errors: [{ pointer: `#/operations/${index}`, code: 'exactly-one', detail: 'must have exactly one of create, update, changeStatus, assign, remove, restore' }] });
}

// The route asks for leads:update; making and deleting ask for theirs.
async function require<T>(actor: Actor, permission: 'leads:create' | 'leads:delete', work: () => Promise<T>): Promise<T> {
  if (!may(actor, permission)) throw new Forbidden('permission-missing', `This operation needs ${permission}.`, { members: { requiredPermission: permission } });
  return work();
}

/** Says which operation it was: `#/operations/3/email` instead of `#/email`. */
function inOperation(error: unknown, index: number): unknown {
  if (!(error instanceof Refusal)) return error;
  const errors = (error.extras.errors ?? [{ pointer: '#', code: error.code, detail: error.message }]).map((entry) => ({ ...entry, pointer: `#/operations/${index}${(entry.pointer ?? '#').slice(1)}` }));
  return Object.assign(Object.create(Object.getPrototypeOf(error) as object) as Refusal, error, { message: error.message, extras: { ...error.extras, errors, members: { ...error.extras.members, operation: index } } });
}

function refused(error: unknown): LeadBulkResult {
  const problem = problemFor(error);
  return { status: problem.status, lead: null, problem: { ...problem } };
}
