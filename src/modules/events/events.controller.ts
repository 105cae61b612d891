import { Controller, Get, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { Returns } from '../../kernel/returns.js';
import { EventId } from './event-id.js';
import { EventFeedQuery, EventFeedView, EventView } from './events.dto.js';
import { EventsQueries } from './events.queries.js';

@ApiTags('Events')
@Controller('events')
export class EventsController {
  constructor(private readonly queries: EventsQueries) {}

  /**
   * Gives what happened in the last 30 days, oldest first, from `after` on. Go on with `after` = `lastSequence`: nothing is missed, and nothing comes twice.
   * 410 says that something behind `after` is not kept any longer. Events of records that the caller does not see now are left out, so a piece may be short or empty while `hasMore` says that it goes on.
   */
  @Get()
  @Can('events:read')
  @Returns(EventFeedView)
  @ApiResponse({ status: 410 })
  list(@Me() actor: Actor, @Query() query: EventFeedQuery): Promise<EventFeedView> {
    return this.queries.feed(actor, query);
  }

  /** Gives one event of the last 30 days. */
  @Get(':id')
  @Can('events:read')
  @Returns(EventView)
  get(@Me() actor: Actor, @EventId() id: string): Promise<EventView> {
    return this.queries.get(actor, id);
  }
}
