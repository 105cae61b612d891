import { Body, Controller, Get, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/parameters.js';
import { Returns, SdkName } from '../../../kernel/returns.js';
import { ActivityView, LeadActivityCreate } from '../activities.dto.js';
import { ActivitiesQueries } from '../activities.queries.js';
import { ActivitiesService } from '../activities.service.js';
import { LeadActivityQuery } from '../activity-lists.dto.js';
import { TimelineQuery, TimelineEntryView } from '../timelines/timelines.dto.js';
import { TimelinesQueries } from '../timelines/timelines.queries.js';

@ApiTags('Activities')
@Controller('leads')
export class LeadActivitiesController {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly queries: ActivitiesQueries,
    private readonly timelines: TimelinesQueries,
  ) {}

  /** Lists what was done and is to be done on a lead, newest first unless `sort` says otherwise. */
  @Get(':id/activities')
  @Can('activities:read')
  @Returns(pageOf(ActivityView))
  @SdkName('listOfLead')
  listOfLead(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: LeadActivityQuery,
  ): Promise<Page<ActivityView>> {
    return this.queries.listOn(actor, 'lead', id, query);
  }

  /** Adds an activity to a lead. */
  @Post(':id/activities')
  @Can('activities:create')
  @Returns(ActivityView, { status: HttpStatus.CREATED, location: 'activities' })
  @SdkName('createOnLead')
  createOnLead(@Me() actor: Actor, @RecordId() id: string, @Body() body: LeadActivityCreate): Promise<ActivityView> {
    return this.activities.createOn(actor, 'lead', id, body);
  }

  /** Gives what happened to a lead, newest first: activities, and the changes that are none. Those need `leads:read` besides. */
  @Get(':id/timeline')
  @Can('activities:read')
  @Returns(pageOf(TimelineEntryView))
  @SdkName('timelineOfLead')
  timelineOfLead(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: TimelineQuery,
  ): Promise<Page<TimelineEntryView>> {
    return this.timelines.list(actor, 'lead', id, query);
  }
}
