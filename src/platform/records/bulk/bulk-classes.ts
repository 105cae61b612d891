import type { Type } from '@nestjs/common';
import {
  Flag,
  FreeObject,
  Id,
  Integer,
  Nested,
  NestedList,
  Nullable,
  OneProperty,
  Optional,
} from '../../../kernel/fields.js';
import { described, EXAMPLE_ID, extendedClass } from '../class-properties.js';
import { namesOf, type RECORD_NAMES, type RecordResource, type ResourceNames } from '../type/record-names.js';
import { RecordAssignment } from '../records.dto.js';

/** An operation beyond the common ones: its class, which has an `id`, and its description. */
export interface BulkStep<T extends object> {
  readonly type: Type<T>;
  readonly description: string;
}

type Class<T> = new () => T;
type StepClasses = Readonly<Record<string, BulkStep<object>>>;
type StepInputs<S extends StepClasses> = {
  [K in keyof S]?: S[K] extends BulkStep<infer T> ? T & { readonly id: string } : never;
};

/** One operation; exactly one of the properties is set. */
export type BulkOperation<C, U, S extends StepClasses = StepClasses> = {
  create?: C;
  update?: { id: string; version?: number; changes: U };
  assign?: RecordAssignment & { id: string };
  remove?: { id: string };
  restore?: { id: string };
} & StepInputs<S>;

export interface BulkRequest<O> {
  operations: O[];
  atomic?: boolean;
}

export interface BulkClassesOf<C, U, V, N extends string, S extends StepClasses> {
  readonly Request: Class<BulkRequest<BulkOperation<C, U, S>>>;
  readonly View: Class<{ results: BulkResultView<V, N>[] }>;
}
export type BulkResultView<V, N extends string> = { readonly [K in N]: V | null } & {
  readonly status: number;
  readonly problem: Record<string, unknown> | null;
};

interface BulkShape<R extends RecordResource, C, U, V, S extends StepClasses> {
  readonly resource: R;
  readonly create: Type<C>;
  readonly update: Type<U>;
  readonly view: Type<V>;
  /** Operations of the example. */
  readonly example: readonly object[];
  readonly exampleId?: string;
  readonly steps?: S;
}

/** A class with the properties of `base` and the id of a record, for an operation. */
export function onRecord<T extends object>(
  name: string,
  base: Type<T>,
  noun: string,
  exampleId = EXAMPLE_ID,
): Class<T & { id: string }> {
  return extendedClass(name, base, { id: [described(`Id of the ${noun}`, exampleId), Id()] });
}

/**
 * Creates the classes of a bulk request and its response. The names in the API document begin with the capitalized
 * singular, such as `CompanyBulk`.
 */
export function bulkClasses<
  R extends RecordResource,
  C extends object,
  U extends object,
  V extends object,
  S extends StepClasses = Record<never, never>,
>(shape: BulkShape<R, C, U, V, S>): BulkClassesOf<C, U, V, (typeof RECORD_NAMES)[R], S> {
  const names = namesOf(shape.resource);
  const Request = requestOf(names, operationOf(names, shape), shape.example);
  return { Request, View: viewOf(names, shape.view) } as unknown as BulkClassesOf<C, U, V, (typeof RECORD_NAMES)[R], S>;
}

type AnyShape = BulkShape<RecordResource, object, object, object, StepClasses>;

const part = (description: string, type: Class<object>): PropertyDecorator[] => [
  described(description),
  Optional(),
  Nested(() => type),
];

function operationOf({ noun, one, name }: ResourceNames, shape: AnyShape): Class<object> {
  const { create, exampleId = EXAMPLE_ID, steps = {} } = shape;
  const id = [described(`Id of the ${noun}`, exampleId), Id()];
  const Reference = extendedClass(`${name}BulkRef`, undefined, { id });
  const own = Object.entries(steps).map(([step, { type, description }]) => [step, part(description, type)] as const);
  const Operation = extendedClass(`${name}Operation`, undefined, {
    create: part(`Data of ${one} to create`, create),
    update: part(`Changes of an existing ${noun}`, updateOf(name, id, shape.update)),
    ...Object.fromEntries(own),
    assign: part(`New owner or team of ${one}`, onRecord(`${name}BulkAssignment`, RecordAssignment, noun, exampleId)),
    remove: part(`${name} to delete`, Reference),
    restore: part(`Deleted ${noun} to restore`, Reference),
  });
  OneProperty()(Operation);
  return Operation;
}

const updateOf = (name: string, id: readonly PropertyDecorator[], update: Type<object>): Class<object> =>
  extendedClass(`${name}BulkUpdate`, undefined, {
    id,
    version: [
      described('Expected version of the record; the operation fails if the record has a newer version', 1),
      Optional(),
      Integer(1, 2147483647),
    ],
    changes: [described('Fields to change'), Nested(() => update)],
  });

const ATOMIC =
  'Whether one error cancels all operations; default true. If false, valid operations are executed and errors are ' +
  'reported.';

const requestOf = ({ name }: ResourceNames, operation: Class<object>, example: readonly object[]): Class<object> =>
  extendedClass(`${name}Bulk`, undefined, {
    operations: [
      described('Operations, 1 to 100, executed in this order', example),
      NestedList(() => operation, 1, 100),
    ],
    atomic: [described(ATOMIC, true), Optional(), Flag()],
  });

function viewOf({ noun, name }: ResourceNames, view: Type<object>): Class<object> {
  const Result = extendedClass(`${name}BulkResult`, undefined, {
    status: [
      described('HTTP status that the single operation would have: 200, 201, 204 or an error status', 200),
      Integer(200, 599),
    ],
    [noun]: [
      Nullable(),
      described(`The ${noun} after the operation; null after a deletion or an error`),
      Nested(() => view),
    ],
    problem: [FreeObject(), Nullable(), described('The error (RFC 9457); null if the operation succeeded')],
  });
  return extendedClass(`${name}BulkView`, undefined, {
    results: [described('One result per operation, in the same order'), NestedList(() => Result, 1, 100)],
  });
}
