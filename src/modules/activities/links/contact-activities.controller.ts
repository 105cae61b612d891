import { Body, Controller, Get, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/parameters.js';
import { Returns, SdkName } from '../../../kernel/returns.js';
import { ActivityView, ContactActivityCreate } from '../activities.dto.js';
import { ActivitiesQueries } from '../activities.queries.js';
import { ActivitiesService } from '../activities.service.js';
import { ContactActivityQuery } from '../activity-lists.dto.js';
import { TimelineQuery, TimelineEntryView } from '../timelines/timelines.dto.js';
import { TimelinesQueries } from '../timelines/timelines.queries.js';

@ApiTags('Activities')
@Controller('contacts')
export class ContactActivitiesController {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly queries: ActivitiesQueries,
    private readonly timelines: TimelinesQueries,
  ) {}

  /** Lists what was done and is to be done on a contact, newest first unless `sort` says otherwise. */
  @Get(':id/activities')
  @Can('activities:read')
  @Returns(pageOf(ActivityView))
  @SdkName('listOfContact')
  listOfContact(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: ContactActivityQuery,
  ): Promise<Page<ActivityView>> {
    return this.queries.listOn(actor, 'contact', id, query);
  }

  /** Adds an activity to a contact. */
  @Post(':id/activities')
  @Can('activities:create')
  @Returns(ActivityView, { status: HttpStatus.CREATED, location: 'activities' })
  @SdkName('createOnContact')
  createOnContact(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: ContactActivityCreate,
  ): Promise<ActivityView> {
    return this.activities.createOn(actor, 'contact', id, body);
  }

  /** Gives what happened to a contact, newest first: activities, and the changes that are none. Those need `contacts:read` besides. */
  @Get(':id/timeline')
  @Can('activities:read')
  @Returns(pageOf(TimelineEntryView))
  @SdkName('timelineOfContact')
  timelineOfContact(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: TimelineQuery,
  ): Promise<Page<TimelineEntryView>> {
    return this.timelines.list(actor, 'contact', id, query);
  }
}
