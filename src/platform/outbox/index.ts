export { Outbox } from './outbox.js';
export { OutboxModule } from './outbox.module.js';
export { EVENT_API_VERSION, publicEventId, toPublicEvent, type PublicEvent } from './public-event.js';
export { Subscriber, type EventSubscriber, type FanOut, type OutboxEvent } from './subscriber.js';
export { eventParked, type EventParked } from './outbox.events.js';
export { Relay } from './relay.js';
export { EventFanOut } from './fan-out.js';
