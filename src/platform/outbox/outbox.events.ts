import { defineEvent } from '../../kernel/events.js';
import { EventDeadLettered } from './outbox.dto.js';

// Only operators of the jobs need the error text.
export const eventDeadLettered = defineEvent<EventDeadLettered>(
  'event.dead_lettered',
  'events',
  'The processing of an event failed ten times; an operator must decide about the event.',
  { payload: () => EventDeadLettered, permission: 'jobs:read' },
);
