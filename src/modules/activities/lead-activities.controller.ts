import { Body, Controller, Get, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { pageOf, type Page } from '../../kernel/page.js';
import { RecordId } from '../../kernel/parameters.js';
import { Returns, SdkName } from '../../kernel/returns.js';
import { ActivityView, LeadActivityCreate } from './activities.dto.js';
import { ActivitiesQueries } from './activities.queries.js';
import { ActivitiesService } from './activities.service.js';
import { LeadActivityQuery, TimelineEntryView, TimelineQuery } from './activity-lists.dto.js';
import { TimelineQueries } from './timeline.queries.js';

@ApiTags('Activities')
@Controller('leads/:id')
export class LeadActivitiesController {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly queries: ActivitiesQueries,
    private readonly timelines: TimelineQueries,
  ) {}

  /** Lists the activities of a lead, newest first unless `sort` says otherwise. */
  @Get('activities') @Can('activities:read') @Returns(pageOf(ActivityView)) @SdkName('listOfLead')
  listOfLead(@Me() actor: Actor, @RecordId() id: string, @Query() query: LeadActivityQuery): Promise<Page<ActivityView>> {
    return this.queries.listOfLead(actor, id, query);
  }

  /** Adds an activity to this lead. */
  @Post('activities') @Can('activities:create') @Returns(ActivityView, { status: HttpStatus.CREATED, location: 'activities' }) @SdkName('createOnLead')
  createOnLead(@Me() actor: Actor, @RecordId() id: string, @Body() body: LeadActivityCreate): Promise<ActivityView> {
    return this.activities.createOnLead(actor, id, body);
  }

  /** The lead's story, newest first: its activities, and what happened to the lead itself. */
  @Get('timeline') @Can('activities:read') @Returns(pageOf(TimelineEntryView)) @SdkName('timelineOfLead')
  timelineOfLead(@Me() actor: Actor, @RecordId() id: string, @Query() query: TimelineQuery): Promise<Page<TimelineEntryView>> {
    return this.timelines.ofLead(actor, id, query);
  }
}
