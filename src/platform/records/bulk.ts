import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../kernel/actor.js';
import type { Permission } from '../../kernel/access.js';
import { Forbidden, Invalid, Refusal } from '../../kernel/errors.js';
import { Database } from '../database/index.js';
import { problemFor } from '../http/index.js';
import type { RecordKind, RecordView } from './record-kind.js';
import { Records } from './records.js';

/** What became of one operation. */
export interface BulkResult<V> {
  readonly status: number;
  readonly record: V | null;
  readonly problem: Record<string, unknown> | null;
}

/** How one kind of operations is done. */
export interface BulkWork<O extends object, V> {
  /** Refuses what the actor may not do besides the route's own permission. */
  readonly perform: (operation: O) => Promise<{ readonly status: number; readonly record: V | null }>;
  /** The records that an operation names, to be locked before anything is done. */
  readonly idsOf: (operation: O) => readonly string[];
  /** The names of what an operation may be: exactly one of them. */
  readonly choices: readonly string[];
}

/** Many operations in one request: all or nothing, or each for itself. */
@Injectable()
export class BulkRunner {
  constructor(
    private readonly database: Database,
    private readonly records: Records,
  ) {}

  async run<O extends object, V extends RecordView>(
    kind: RecordKind<V>,
    operations: readonly O[],
    atomic: boolean,
    work: BulkWork<O, V>,
  ): Promise<BulkResult<V>[]> {
    operations.forEach((operation, index) => requireOne(operation, index, work.choices));
    return atomic ? this.together(kind, operations, work) : this.oneByOne(operations, work);
  }

  private together<O extends object, V extends RecordView>(
    kind: RecordKind<V>,
    operations: readonly O[],
    { perform, idsOf }: BulkWork<O, V>,
  ): Promise<BulkResult<V>[]> {
    return this.database.write(async () => {
      // In one order for all: two bulks over the same records wait for each other instead of blocking each other.
      await this.records.lock(kind, operations.flatMap(idsOf));
      const results: BulkResult<V>[] = [];
      for (const [index, operation] of operations.entries()) {
        results.push({
          ...(await perform(operation).catch((error: unknown) => Promise.reject(inOperation(error, index)))),
          problem: null,
        });
      }
      return results;
    });
  }

  private async oneByOne<O extends object, V>(
    operations: readonly O[],
    { perform }: BulkWork<O, V>,
  ): Promise<BulkResult<V>[]> {
    const results: BulkResult<V>[] = [];
    for (const operation of operations) {
      results.push(await perform(operation).then((done): BulkResult<V> => ({ ...done, problem: null }), refused));
    }
    return results;
  }
}

/** A bulk route asks for one permission; making and deleting ask for theirs. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!may(actor, permission))
    throw new Forbidden('permission-missing', `This operation needs ${permission}.`, {
      members: { requiredPermission: permission },
    });
}

function requireOne(operation: object, index: number, choices: readonly string[]): void {
  const given = Object.values(operation).filter((part) => part !== undefined).length;
  if (given === 1) return;
  throw new Invalid('invalid-body', 'Each operation does exactly one thing.', {
    errors: [
      {
        pointer: `#/operations/${index}`,
        code: 'exactly-one',
        detail: `must have exactly one of ${choices.join(', ')}`,
      },
    ],
  });
}

/** Says which operation it was: `#/operations/3/email` instead of `#/email`. */
function inOperation(error: unknown, index: number): unknown {
  if (!(error instanceof Refusal)) return error;
  const errors = (error.extras.errors ?? [{ pointer: '#', code: error.code, detail: error.message }]).map((entry) => ({
    ...entry,
    pointer: `#/operations/${index}${(entry.pointer ?? '#').slice(1)}`,
  }));
  return Object.assign(Object.create(Object.getPrototypeOf(error) as object) as Refusal, error, {
    message: error.message,
    extras: { ...error.extras, errors, members: { ...error.extras.members, operation: index } },
  });
}

function refused(error: unknown): BulkResult<never> {
  const problem = problemFor(error);
  return { status: problem.status, record: null, problem: { ...problem } };
}
