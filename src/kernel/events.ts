import { SetMetadata, type Type } from '@nestjs/common';
import type { Permission } from './access.js';
import type { Change } from './change.js';

/**
 * The classes of the payload, for the event catalogue. For a change: the view of the record, and more fields as
 * `extra`. For other events: the whole payload.
 */
export interface Carried {
  readonly object?: () => Type<object>;
  readonly extra?: () => Type<object>;
  readonly payload?: () => Type<object>;
  /** The changed fields in the example of the catalogue, each with its old and new value. */
  readonly example?: Readonly<Record<string, readonly [before: unknown, after: unknown] | undefined>>;
}

/** An event type, for example `lead.created`. Names are in the past tense. */
export interface EventType<T extends object = object> {
  readonly type: `${string}.${string}`;
  /** Plural of the record type, for example `leads`. */
  readonly resourceType: string;
  readonly description: string;
  /** Permission that is required to see events of this type. */
  readonly permission: Permission;
  readonly carries: Carried;
  /** Type of the payload. Only for the compiler. */
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
  /** Default: `<resourceType>:read`. */
  readonly permission?: Permission;
}

/** An event of one record, as stored in the outbox. */
export interface RecordedEvent<T extends object = object> {
  readonly id: string;
  readonly type: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly payload: T;
  readonly occurredAt: string;
}

/** A row that is written in the transaction of the change. */
export interface Insertion {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

const defined = new Map<string, EventType>();

/** Takes the classes as functions, because a view may be declared after its events. */
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

/** Returns all event types of the loaded modules, sorted by name. */
export const eventTypes = (): readonly EventType[] => [...defined.values()].sort((a, b) => (a.type < b.type ? -1 : 1));

/** Returns whether the pattern matches the type: by name, by a wildcard such as `lead.*`, or by `*`. */
export const isMeantBy = (pattern: string, type: string): boolean =>
  pattern === '*' || pattern === type || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1)));

/** Records events of modules: one outbox row in the transaction of the change. */
export abstract class Events {
  /** Works only inside a unit of work, and writes the row in its transaction. */
  abstract record<T extends object>(event: EventType<T>, resourceId: string, payload: T): void;
}

export const IN_TRANSACTION = 'kontor:in-transaction';

/**
 * The method returns rows for tables of its own module. They are written in the transaction of the event. The method
 * gets no connection, so that it cannot be slow and a frequent create stays one statement.
 */
export const InTransaction = (event: EventType): MethodDecorator => SetMetadata(IN_TRANSACTION, event.type);
