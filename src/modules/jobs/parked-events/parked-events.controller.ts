import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../kernel/access.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/routes/parameters.js';
import { Returns, ReturnsNothing } from '../../../kernel/routes/returns.js';
import { ParkedEventQuery, ParkedEventView } from './parked-events.dto.js';
import { ParkedEventsService } from './parked-events.service.js';

@ApiTags('Parked events')
@Controller('jobs/parked-events')
export class ParkedEventsController {
  constructor(private readonly events: ParkedEventsService) {}

  /** List parked events. Default order: newest first. */
  @Get()
  @Can('jobs:read')
  @Returns(pageOf(ParkedEventView))
  list(@Query() query: ParkedEventQuery): Promise<Page<ParkedEventView>> {
    return this.events.list(query);
  }

  /** Retry a parked event. */
  @Post(':id/retry')
  @Can('jobs:manage')
  @ReturnsNothing()
  retry(@RecordId() id: string): Promise<void> {
    return this.events.retry(id);
  }
}
