export { EventCatalogue } from './event-catalogue.js';
export { EventActor, EventView } from './events.dto.js';
export { EventsModule } from './events.module.js';
