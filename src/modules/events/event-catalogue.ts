import { Injectable } from '@nestjs/common';
import { notFound } from '../../kernel/errors.js';
import { describeEvents } from '../../openapi/index.js';
import { EventTypeView, EventView } from './events.dto.js';

/** Event types with JSON Schema and example. They are built at the first use, because the build takes about 250 ms. */
@Injectable()
export class EventCatalogue {
  private known: ReadonlyMap<string, EventTypeView> | undefined;

  list(): readonly EventTypeView[] {
    return [...this.types().values()];
  }

  get(type: string): EventTypeView {
    const found = this.types().get(type);
    if (!found) throw notFound('event-type');
    return found;
  }

  private types(): ReadonlyMap<string, EventTypeView> {
    this.known ??= new Map(
      describeEvents(EventView).map(({ event: { type, resourceType, description, permission }, schema, example }) => [
        type,
        { type, resourceType, description, permission, schema, sample: example },
      ]),
    );
    return this.known;
  }
}
