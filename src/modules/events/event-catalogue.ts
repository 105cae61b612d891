import { Injectable, type OnModuleInit } from '@nestjs/common';
import { notFound } from '../../kernel/errors.js';
import { describeEvents } from '../../document/index.js';
import { EventTypeView, EventView } from './events.dto.js';

/** What can happen, and how it is told: made from the code at the start, and given as it is. */
@Injectable()
export class EventCatalogue implements OnModuleInit {
  private types: ReadonlyMap<string, EventTypeView> = new Map();

  // Not before: only now every module has been loaded, and with it every event.
  onModuleInit(): void {
    this.types = new Map(describeEvents(EventView).map(({ event: { type, resourceType, description, permission }, schema, example }) => [type, { type, resourceType, description, permission, schema, sample: example }]));
  }

  list(): readonly EventTypeView[] {
    return [...this.types.values()];
  }

  get(type: string): EventTypeView {
    const found = this.types.get(type);
    if (!found) throw notFound('event-type');
    return found;
  }
}
