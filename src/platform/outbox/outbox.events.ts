import { defineEvent } from '../../kernel/events.js';
import { EventParked } from './outbox.dto.js';

// What went wrong inside is for those who run the jobs.
export const eventParked = defineEvent<EventParked>(
  'event.parked',
  'events',
  'An event could not be passed on, ten times over, and waits for an operator.',
  { payload: () => EventParked, permission: 'jobs:read' },
);
