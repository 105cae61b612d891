import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can } from '../../../kernel/access.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/parameters.js';
import { Returns, ReturnsNothing } from '../../../kernel/returns.js';
import { ParkedEventQuery, ParkedEventView } from './parked-events.dto.js';
import { ParkedEventsService } from './parked-events.service.js';

@ApiTags('Parked events')
@Controller('jobs/parked-events')
export class ParkedEventsController {
  constructor(private readonly events: ParkedEventsService) {}

  /** Lists parked events, newest first unless `sort` says otherwise. */
  @Get()
  @Can('jobs:read')
  @Returns(pageOf(ParkedEventView))
  list(@Query() query: ParkedEventQuery): Promise<Page<ParkedEventView>> {
    return this.events.list(query);
  }

  /** Has a parked event delivered after all. */
  @Post(':id/redrive')
  @Can('jobs:manage')
  @ReturnsNothing()
  redrive(@RecordId() id: string): Promise<void> {
    return this.events.redrive(id);
  }
}
