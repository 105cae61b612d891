import type { EventData } from './event-data';
import type { EventActor } from './generated/models/EventActor';

/** The types of events that this version of the SDK knows. */
export type EventName = keyof EventData;

/** What a change of one record tells: the record as it is now, and what it was in the fields that changed. */
export interface Changed<T> {
  object: T;
  previous: Partial<T>;
  changedFields: string[];
}

interface Told<Type, Data> {
  /** The same in every delivery: what has been seen once need not be done again. */
  id: string;
  type: Type;
  /** When it happened. */
  timestamp: string;
  apiVersion: string;
  /** Its place in the feed. */
  sequence: number;
  /** Who did it; null where nobody was signed in. */
  actor: EventActor | null;
  data: Data;
}

// Never a value: as a literal it keeps apart in the union what `string` would mix with every known type.
declare enum Newer {
  Type = 'a type that is newer than this SDK',
}

/** An event of a type that came after this version of the SDK; `type` is its name all the same. */
export type UnknownEvent = Told<Newer, Record<string, unknown>>;

/** An event of one known type: `EventOf<'lead.created'>`. */
export type EventOf<Name extends EventName> = { [Each in Name]: Told<Each, EventData[Each]> }[Name];

/** An event from the feed or from a webhook: `event.type === 'lead.created'` says what `event.data` is. */
export type KontorEvent = EventOf<EventName> | UnknownEvent;
