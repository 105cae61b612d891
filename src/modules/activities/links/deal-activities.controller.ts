import { Body, Controller, Get, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/parameters.js';
import { Returns, SdkName } from '../../../kernel/returns.js';
import { ActivityView, DealActivityCreate } from '../activities.dto.js';
import { ActivitiesQueries } from '../activities.queries.js';
import { ActivitiesService } from '../activities.service.js';
import { DealActivityQuery } from '../activity-lists.dto.js';
import { TimelineQuery, TimelineEntryView } from '../timelines/timelines.dto.js';
import { TimelinesQueries } from '../timelines/timelines.queries.js';

@ApiTags('Activities')
@Controller('deals')
export class DealActivitiesController {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly queries: ActivitiesQueries,
    private readonly timelines: TimelinesQueries,
  ) {}

  /** Lists what was done and is to be done on a deal, newest first unless `sort` says otherwise. */
  @Get(':id/activities')
  @Can('activities:read')
  @Returns(pageOf(ActivityView))
  @SdkName('listOfDeal')
  listOfDeal(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: DealActivityQuery,
  ): Promise<Page<ActivityView>> {
    return this.queries.listOn(actor, 'deal', id, query);
  }

  /** Adds an activity to a deal. */
  @Post(':id/activities')
  @Can('activities:create')
  @Returns(ActivityView, { status: HttpStatus.CREATED, location: 'activities' })
  @SdkName('createOnDeal')
  createOnDeal(@Me() actor: Actor, @RecordId() id: string, @Body() body: DealActivityCreate): Promise<ActivityView> {
    return this.activities.createOn(actor, 'deal', id, body);
  }

  /** Gives what happened to a deal, newest first: activities, each stage that it came into, and the changes that are neither. Those two need `deals:read` besides. */
  @Get(':id/timeline')
  @Can('activities:read')
  @Returns(pageOf(TimelineEntryView))
  @SdkName('timelineOfDeal')
  timelineOfDeal(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: TimelineQuery,
  ): Promise<Page<TimelineEntryView>> {
    return this.timelines.list(actor, 'deal', id, query);
  }
}
