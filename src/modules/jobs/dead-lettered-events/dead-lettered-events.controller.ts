import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../kernel/access.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/routes/parameters.js';
import { Returns, ReturnsNothing } from '../../../kernel/routes/returns.js';
import { DeadLetteredEventQuery, DeadLetteredEventView } from './dead-lettered-events.dto.js';
import { DeadLetteredEventsService } from './dead-lettered-events.service.js';

@ApiTags('Dead-lettered events')
@Controller('jobs/dead-lettered-events')
export class DeadLetteredEventsController {
  constructor(private readonly events: DeadLetteredEventsService) {}

  /** List dead-lettered events. Default order: newest first. */
  @Get()
  @Can('jobs:read')
  @Returns(pageOf(DeadLetteredEventView))
  list(@Query() query: DeadLetteredEventQuery): Promise<Page<DeadLetteredEventView>> {
    return this.events.list(query);
  }

  /** Retry a dead-lettered event. */
  @Post(':id/retry')
  @Can('jobs:manage')
  @ReturnsNothing()
  retry(@RecordId() id: string): Promise<void> {
    return this.events.retry(id);
  }
}
