import type { CustomFieldTypes } from './custom-fields.js';
import type { EventData } from './generated/event-data.js';
import type { EventActor, EventFeedView } from './generated/models.js';

/** The event types of this SDK version. */
export type EventName = keyof EventData;

/** The data of a change event: the record after the change, and the previous values of the changed fields. */
export interface Changed<T> {
  object: T;
  previous: Partial<T>;
  changedFields: string[];
}

interface EventEnvelope<Type, Data> {
  /** The id is the same in every delivery of the event. Use it to skip repeated deliveries. */
  id: string;
  type: Type;
  /** Time of the event. */
  timestamp: string;
  apiVersion: string;
  /** Number of the event in the feed. */
  sequence: number;
  /** The actor; null without a signed-in user. */
  actor: EventActor | null;
  data: Data;
}

// Never an actual value. The literal keeps the union of known types apart from `string`.
declare enum Newer {
  Type = 'a type that is newer than this SDK',
}

/** An event of a type that this SDK version does not know. At run time, `type` is the name of the type. */
export type UnknownEvent = EventEnvelope<Newer, Record<string, unknown>>;

/** An event of one known type: `EventOf<'lead.created'>`. */
export type EventOf<Name extends EventName, C extends CustomFieldTypes = {}> = {
  [Each in Name]: EventEnvelope<Each, EventData<C>[Each]>;
}[Name];

/**
 * An event from the feed or a webhook. After `event.type === 'lead.created'`, TypeScript knows the type of
 * `event.data`.
 */
export type KontorEvent<C extends CustomFieldTypes = {}> = EventOf<EventName, C> | UnknownEvent;

/** A page of the event feed. */
export type EventFeed<C extends CustomFieldTypes = {}> = Omit<EventFeedView, 'data'> & { data: KontorEvent<C>[] };
