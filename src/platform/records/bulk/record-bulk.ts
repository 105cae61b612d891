import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { BulkRunner, requirePermission } from './bulk-runner.js';
import type { RecordView } from '../type/record-kind.js';
import type { RecordAssignment } from '../records.dto.js';
import type { RecordType } from '../type/record-type.js';
import type { BulkOperation, BulkRequest } from './bulk-classes.js';

/** The service of a record type. */
export interface BulkCommands<C, U, V> {
  create(actor: Actor, input: C): Promise<V>;
  update(actor: Actor, id: string, patch: U, version?: number): Promise<V>;
  assign(actor: Actor, id: string, to: RecordAssignment): Promise<V>;
  remove(actor: Actor, id: string): Promise<void>;
  restore(actor: Actor, id: string): Promise<V>;
}

/** Operations beyond the common ones, by name. */
export type BulkSteps<V, O> = {
  readonly [K in Exclude<keyof O, keyof BulkOperation<unknown, unknown, Record<never, never>>>]-?: (
    actor: Actor,
    input: NonNullable<O[K]>,
  ) => Promise<V>;
};

interface Done<V> {
  readonly status: number;
  readonly record: V | null;
}
type AnySteps<V> = Readonly<Record<string, (actor: Actor, input: object) => Promise<V>>>;

/** Runs the bulk requests of all record types. */
@Injectable()
export class RecordBulk {
  constructor(private readonly runner: BulkRunner) {}

  async run<V extends RecordView, E extends object, C, U, O extends BulkOperation<C, U, Record<never, never>>, R>(
    type: RecordType<V, E>,
    actor: Actor,
    { operations, atomic = true }: BulkRequest<O>,
    commands: BulkCommands<C, U, V>,
    ...[steps]: keyof BulkSteps<V, O> extends never ? [] : [BulkSteps<V, O>]
  ): Promise<{ results: R[] }> {
    const own = (steps ?? {}) as AnySteps<V>;
    const results = await this.runner.run(type, operations, atomic, {
      choices: ['create', 'update', ...Object.keys(own), 'assign', 'remove', 'restore'],
      idsOf: ({ create: _create, ...parts }) =>
        Object.values(parts as Record<string, { id: string } | undefined>).flatMap((part) => part?.id ?? []),
      perform: (operation) => perform(type, actor, operation, commands, own),
    });
    return { results: results.map(({ status, record, problem }) => ({ status, [type.noun]: record, problem }) as R) };
  }
}

async function perform<V extends RecordView, E extends object, C, U>(
  { resource }: RecordType<V, E>,
  actor: Actor,
  operation: BulkOperation<C, U, Record<never, never>>,
  commands: BulkCommands<C, U, V>,
  steps: AnySteps<V>,
): Promise<Done<V>> {
  const { create, update, assign, remove, restore } = operation;
  if (create) {
    requirePermission(actor, `${resource}:create`);
    return { status: 201, record: await commands.create(actor, create) };
  }
  if (remove) {
    requirePermission(actor, `${resource}:delete`);
    await commands.remove(actor, remove.id);
    return { status: 204, record: null };
  }
  if (update) return done(await commands.update(actor, update.id, update.changes, update.version));
  if (assign) return done(await commands.assign(actor, assign.id, assign));
  if (restore) return done(await commands.restore(actor, restore.id));
  const found = Object.entries(operation as Record<string, object | undefined>).find(
    ([name, input]) => input && steps[name],
  );
  const step = found && steps[found[0]];
  if (!step || !found[1]) throw new Error('An operation without content passed the check');
  return done(await step(actor, found[1]));
}

const done = <V>(record: V): Done<V> => ({ status: 200, record });
