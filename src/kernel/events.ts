import { SetMetadata, type Type } from '@nestjs/common';
import type { Permission } from './access.js';
import type { Change } from './change.js';

/**
 * The classes of what an event carries, so that the catalogue is told by the code: of a change the record's view, with
 * what it tells besides as `extra`; of everything else the whole payload.
 */
export interface Carried {
  readonly object?: () => Type<object>;
  readonly extra?: () => Type<object>;
  readonly payload?: () => Type<object>;
  /** What the change of the catalogue's example changes: each field with what it was and what it is. */
  readonly example?: Readonly<Record<string, readonly [before: unknown, after: unknown] | undefined>>;
}

/** A kind of thing that can happen, for example `lead.created`. Names are in the past tense. */
export interface EventType<T extends object = object> {
  readonly type: `${string}.${string}`;
  /** Table-like plural of what it happened to, for example `leads`. */
  readonly resourceType: string;
  readonly description: string;
  /** What somebody must be allowed who is to see events of this type. */
  readonly permission: Permission;
  readonly carries: Carried;
  /** Only for the compiler: what the event carries. */
  readonly '~payload'?: T;
}

type Extra<T, O extends object> = Omit<T, keyof Change<O>>;
type CarriedBy<T extends object> =
  T extends Change<infer O>
    ? {
        readonly object: () => Type<O>;
        readonly example?: { readonly [K in keyof O]?: readonly [before: O[K], after: O[K]] };
      } & (keyof Extra<T, O> extends never ? object : { readonly extra: () => Type<Extra<T, O>> })
    : { readonly payload: () => Type<T> };

interface EventOptions {
  /** Where it is not `<resourceType>:read`. */
  readonly permission?: Permission;
}

/** Something that happened to one record, as written to the outbox. */
export interface RecordedEvent<T extends object = object> {
  readonly id: string;
  readonly type: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly payload: T;
  readonly occurredAt: string;
}

/** A row that is written in the same transaction as the change that caused it. */
export interface Insertion {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

const defined = new Map<string, EventType>();

/** The classes are given as functions, because a view may be declared after its events. */
export function defineEvent<T extends object>(
  type: EventType['type'],
  resourceType: string,
  description: string,
  carries: CarriedBy<T> & EventOptions,
): EventType<T> {
  if (defined.has(type)) throw new Error(`The event ${type} is defined twice`);
  const { permission = `${resourceType}:read`, ...shapes } = carries as Carried & EventOptions;
  const event: EventType<T> = {
    type,
    resourceType,
    description,
    permission: permission as Permission,
    carries: shapes,
  };
  defined.set(type, event);
  return event;
}

/** Every type of event of the modules that are loaded, by name. */
export const eventTypes = (): readonly EventType[] => [...defined.values()].sort((a, b) => (a.type < b.type ? -1 : 1));

/** Whether a type is meant by a name, by a wildcard such as `lead.*`, or by `*`. */
export const isMeantBy = (pattern: string, type: string): boolean =>
  pattern === '*' || pattern === type || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1)));

/** The port through which modules say what happened. One outbox row, in the transaction of the change. */
export abstract class Events {
  /** Only inside a unit of work; the row is written with it or not at all. */
  abstract record<T extends object>(event: EventType<T>, resourceId: string, payload: T): void;
}

export const IN_TRANSACTION = 'kontor:in-transaction';

/**
 * The method answers an event with rows for its own module's tables, written in the same transaction.
 * It gets no connection on purpose: it cannot be slow, and a hot create stays one statement.
 */
export const InTransaction = (event: EventType): MethodDecorator => SetMetadata(IN_TRANSACTION, event.type);
