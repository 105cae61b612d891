import { Module } from '@nestjs/common';
import { EventCatalogue } from './event-catalogue.js';
import { EventTypesController } from './event-types.controller.js';
import { EventsController } from './events.controller.js';
import { EventsQueries } from './events.queries.js';

@Module({ controllers: [EventsController, EventTypesController], providers: [EventsQueries, EventCatalogue], exports: [EventCatalogue] })
export class EventsModule {}
