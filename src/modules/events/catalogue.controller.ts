import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Can } from '../../kernel/access.js';
import { WHOLE_LIST, pageOf, type Page } from '../../kernel/page.js';
import { Returns } from '../../kernel/routes/returns.js';
import { EventCatalogue } from './event-catalogue.js';
import { EventTypeView } from './events.dto.js';

@ApiTags('Events')
@Controller('event-types')
export class CatalogueController {
  constructor(private readonly catalogue: EventCatalogue) {}

  /** List event types. All on one page, sorted by name, with the JSON Schema and an example of each event. */
  @Get()
  @Can('events:read')
  @Returns(pageOf(EventTypeView, WHOLE_LIST))
  listTypes(): Page<EventTypeView> {
    return { data: this.catalogue.list(), pageInfo: { nextCursor: null, prevCursor: null, hasMore: false } };
  }

  /** Get an event type. */
  @Get(':type')
  @Can('events:read')
  @Returns(EventTypeView)
  @ApiParam({
    name: 'type',
    schema: { type: 'string', maxLength: 100 },
    description: 'Event type',
    example: 'lead.created',
  })
  getType(@Param('type') type: string): EventTypeView {
    return this.catalogue.get(type);
  }
}
