import { SetMetadata } from '@nestjs/common';

/** A kind of thing that can happen, for example `lead.created`. Names are in the past tense. */
export interface EventType<T extends object = object> {
  readonly type: `${string}.${string}`;
  /** Table-like plural of what it happened to, for example `leads`. */
  readonly resourceType: string;
  readonly description: string;
  /** Only for the compiler: what the event carries. */
  readonly '~payload'?: T;
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

export function defineEvent<T extends object>(type: EventType['type'], resourceType: string, description: string): EventType<T> {
  const event: EventType<T> = { type, resourceType, description };
  defined.set(type, event);
  return event;
}

const defined = new Map<string, EventType>();

/** Every type of event of the modules that are loaded, by name. */
export const eventTypes = (): readonly EventType[] => [...defined.values()].sort((a, b) => (a.type < b.type ? -1 : 1));

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
