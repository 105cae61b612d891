import { defineEvent } from '../../kernel/events.js';

export interface EventParked {
  /** The type of the event that could not be passed on. */
  readonly type: string;
  readonly error: string;
}

export const eventParked = defineEvent<EventParked>('event.parked', 'events', 'An event could not be passed on, ten times over, and waits for an operator.');
