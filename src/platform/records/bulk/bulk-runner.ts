import { Injectable } from '@nestjs/common';
import { can, type Actor } from '../../../kernel/actor.js';
import type { Permission } from '../../../kernel/access.js';
import { ForbiddenError, UnprocessableError, DomainError } from '../../../kernel/errors.js';
import { AfterRollback, Database, takenValue } from '../../database/index.js';
import { problemFor } from '../../http/index.js';
import type { RecordKind, RecordView } from '../type/record-kind.js';
import { Records } from '../records.js';

/** Result of one operation. */
export interface BulkResult<V> {
  readonly status: number;
  readonly record: V | null;
  readonly problem: Record<string, unknown> | null;
}

/** The operations of one bulk route. */
export interface BulkWork<O extends object, V> {
  /** Performs one operation. Rejects operations that need a permission beyond the permission of the route. */
  readonly perform: (operation: O) => Promise<{ readonly status: number; readonly record: V | null }>;
  /** Returns the ids of the records that must be locked before the first operation. */
  readonly idsOf: (operation: O) => readonly string[];
  /** The possible actions; an operation must have exactly one of them. */
  readonly choices: readonly string[];
}

/** Runs many operations in one request: in one transaction, or each on its own. */
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
      // Locks all records in the order of their ids, so that concurrent bulk requests wait instead of causing a
      // deadlock.
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
      results.push(await perform(operation).then((done): BulkResult<V> => ({ ...done, problem: null }), rejected));
    }
    return results;
  }
}

/** Checks a permission of one operation. The route itself requires only one permission. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!can(actor, permission))
    throw new ForbiddenError('permission-missing', `This operation needs ${permission}.`, {
      members: { requiredPermission: permission },
    });
}

function requireOne(operation: object, index: number, choices: readonly string[]): void {
  const actions = Object.values(operation).filter((part) => part !== undefined).length;
  if (actions === 1) return;
  throw new UnprocessableError('invalid-body', 'Each operation must have exactly one action.', {
    errors: [
      {
        pointer: `#/operations/${index}`,
        code: 'exactly-one',
        detail: `must have exactly one of ${choices.join(', ')}`,
      },
    ],
  });
}

/** Adds the index of the operation to the error: `#/operations/3/email` instead of `#/email`. */
function inOperation(caught: unknown, index: number): unknown {
  if (caught instanceof AfterRollback) return caught.map((explained) => inOperation(explained, index));
  const error = takenValue(caught) ?? caught;
  if (!(error instanceof DomainError)) return error;
  const errors = (error.extras.errors ?? [{ pointer: '#', code: error.code, detail: error.message }]).map((entry) => ({
    ...entry,
    pointer: `#/operations/${index}${(entry.pointer ?? '#').slice(1)}`,
  }));
  return Object.assign(Object.create(Object.getPrototypeOf(error) as object) as DomainError, error, {
    message: error.message,
    extras: { ...error.extras, errors, members: { ...error.extras.members, operation: index } },
  });
}

function rejected(error: unknown): BulkResult<never> {
  const problem = problemFor(error);
  return { status: problem.status, record: null, problem: { ...problem } };
}
