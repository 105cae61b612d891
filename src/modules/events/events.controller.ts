import { Controller, Get, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { Returns } from '../../kernel/routes/returns.js';
import { EventId } from './event-id.js';
import { EventFeedQuery, EventFeedView, EventView } from './events.dto.js';
import { EventsQueries } from './events.queries.js';

@ApiTags('Events')
@Controller('events')
export class EventsController {
  constructor(private readonly queries: EventsQueries) {}

  /**
   * List events of the last 30 days. Oldest first, after the sequence number `after`. Pass `lastSequence` as `after` in
   * the next request to receive each event exactly once. Returns 410 if events after `after` are no longer stored.
   * Events of records that the caller cannot see are left out, so a page may be short or empty while `hasMore` is true.
   */
  @Get()
  @Can('events:read')
  @Returns(EventFeedView)
  @ApiResponse({ status: 410 })
  list(@Me() actor: Actor, @Query() query: EventFeedQuery): Promise<EventFeedView> {
    return this.queries.feed(actor, query);
  }

  /** Get an event of the last 30 days. */
  @Get(':id')
  @Can('events:read')
  @Returns(EventView)
  get(@Me() actor: Actor, @EventId() id: string): Promise<EventView> {
    return this.queries.get(actor, id);
  }
}
