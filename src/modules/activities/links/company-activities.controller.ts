import { Body, Controller, Get, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/parameters.js';
import { Returns, SdkName } from '../../../kernel/returns.js';
import { ActivityView, CompanyActivityCreate } from '../activities.dto.js';
import { ActivitiesQueries } from '../activities.queries.js';
import { ActivitiesService } from '../activities.service.js';
import { CompanyActivityQuery } from '../activity-lists.dto.js';
import { CompanyTimelineQuery, TimelineEntryView } from '../timelines/timelines.dto.js';
import { TimelinesQueries } from '../timelines/timelines.queries.js';

@ApiTags('Activities')
@Controller('companies')
export class CompanyActivitiesController {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly queries: ActivitiesQueries,
    private readonly timelines: TimelinesQueries,
  ) {}

  /** Lists what was done and is to be done on a company, newest first unless `sort` says otherwise. */
  @Get(':id/activities')
  @Can('activities:read')
  @Returns(pageOf(ActivityView))
  @SdkName('listOfCompany')
  listOfCompany(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: CompanyActivityQuery,
  ): Promise<Page<ActivityView>> {
    return this.queries.listOn(actor, 'company', id, query);
  }

  /** Adds an activity to a company. */
  @Post(':id/activities')
  @Can('activities:create')
  @Returns(ActivityView, { status: HttpStatus.CREATED, location: 'activities' })
  @SdkName('createOnCompany')
  createOnCompany(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: CompanyActivityCreate,
  ): Promise<ActivityView> {
    return this.activities.createOn(actor, 'company', id, body);
  }

  /** Gives what happened to a company, newest first: activities, and the changes that are none; with `related` also those of its contacts and deals. What is no activity needs the right to read such records besides. */
  @Get(':id/timeline')
  @Can('activities:read')
  @Returns(pageOf(TimelineEntryView))
  @SdkName('timelineOfCompany')
  timelineOfCompany(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: CompanyTimelineQuery,
  ): Promise<Page<TimelineEntryView>> {
    return this.timelines.list(actor, 'company', id, query);
  }
}
