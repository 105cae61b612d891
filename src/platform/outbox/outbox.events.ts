import { defineEvent } from '../../kernel/events.js';
import { EventParked } from './outbox.dto.js';

// Only operators of the jobs need the error text.
export const eventParked = defineEvent<EventParked>(
  'event.parked',
  'events',
  'The processing of an event failed ten times; an operator must decide about the event.',
  { payload: () => EventParked, permission: 'jobs:read' },
);
