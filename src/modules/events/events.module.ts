import { Module } from '@nestjs/common';
import { EventCatalogue } from './event-catalogue.js';
import { CatalogueController } from './catalogue.controller.js';
import { EventsController } from './events.controller.js';
import { EventReferences } from './event-references.js';
import { EventsQueries } from './events.queries.js';

@Module({
  controllers: [EventsController, CatalogueController],
  providers: [EventsQueries, EventCatalogue, EventReferences],
  exports: [EventCatalogue],
})
export class EventsModule {}
