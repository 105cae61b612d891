import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { PageQuery, pageOf, type Page } from '../../kernel/page.js';
import { IfMatch, RecordId } from '../../kernel/parameters.js';
import { Returns, ReturnsNothing } from '../../kernel/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../platform/audit/index.js';
import { FacetRequest, FacetsView, SearchRequest } from '../../platform/query/index.js';
import { ActivityCompletion, ActivityCreate, ActivityUpdate, ActivityView } from './activities.dto.js';
import { ActivitiesQueries } from './activities.queries.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityGetQuery, ActivityQuery } from './activity-lists.dto.js';

@ApiTags('Activities')
@Controller('activities')
export class ActivitiesController {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly queries: ActivitiesQueries,
    private readonly changes: HistoryQueries,
  ) {}

  /** Lists activities, newest first unless `sort` says otherwise. */
  @Get()
  @Can('activities:read')
  @Returns(pageOf(ActivityView))
  list(@Me() actor: Actor, @Query() query: ActivityQuery): Promise<Page<ActivityView>> {
    return this.queries.list(actor, query);
  }

  /** Adds an activity: something done, or something to be done, on a lead, a company, a contact, a deal, on several of them, or for oneself. A follow-up date makes the next task. */
  @Post()
  @Can('activities:create')
  @Returns(ActivityView, { status: HttpStatus.CREATED, location: 'activities' })
  create(@Me() actor: Actor, @Body() body: ActivityCreate): Promise<ActivityView> {
    return this.activities.create(actor, body);
  }

  /** Lists activities by a filter of any depth. There is no text search. */
  @Post('search')
  @Can('activities:read')
  @Returns(pageOf(ActivityView))
  search(@Me() actor: Actor, @Body() body: SearchRequest): Promise<Page<ActivityView>> {
    return this.queries.search(actor, body);
  }

  /** Counts activities by the values of fields, each as if its own condition were not set. */
  @Post('facets')
  @Can('activities:read')
  @Returns(FacetsView)
  facets(@Me() actor: Actor, @Body() body: FacetRequest): Promise<FacetsView> {
    return this.queries.facets(actor, body);
  }

  /** Gives one activity. */
  @Get(':id')
  @Can('activities:read')
  @Returns(ActivityView)
  get(@Me() actor: Actor, @RecordId() id: string, @Query() query: ActivityGetQuery): Promise<ActivityView> {
    return this.queries.get(actor, id, query);
  }

  /** Lists what was changed of an activity, newest first, with who did it. Also of a deleted one. */
  @Get(':id/history')
  @Can('activities:read')
  @Returns(pageOf(HistoryEntryView))
  async history(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<HistoryEntryView>> {
    return this.changes.of('activities', (await this.queries.get(actor, id, { deleted: 'any' })).id, query);
  }

  /** Changes fields of an activity: absent ones stay, null clears. With `If-Match` a stale copy is refused. */
  @Patch(':id')
  @Can('activities:update')
  @Returns(ActivityView)
  update(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: ActivityUpdate,
    @IfMatch() version?: number,
  ): Promise<ActivityView> {
    return this.activities.update(actor, id, body, version);
  }

  /** Deletes an activity; it can be restored. Status changes stay. */
  @Delete(':id')
  @Can('activities:delete')
  @ReturnsNothing()
  remove(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.activities.remove(actor, id, version);
  }

  /** Restores a deleted activity. */
  @Post(':id/restore')
  @Can('activities:update')
  @Returns(ActivityView)
  restore(@Me() actor: Actor, @RecordId() id: string): Promise<ActivityView> {
    return this.activities.restore(actor, id);
  }

  /** Completes an open activity. A follow-up date, given now or before, makes the next task, once. */
  @Post(':id/complete')
  @Can('activities:update')
  @Returns(ActivityView)
  @ApiBody({ type: ActivityCompletion, required: false })
  complete(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body?: ActivityCompletion,
    @IfMatch() version?: number,
  ): Promise<ActivityView> {
    return this.activities.complete(actor, id, body ?? {}, version);
  }

  /** Reopens a completed or cancelled activity: it is pending again. Notes and status changes stay completed. */
  @Post(':id/reopen')
  @Can('activities:update')
  @Returns(ActivityView)
  reopen(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<ActivityView> {
    return this.activities.reopen(actor, id, version);
  }

  /** Cancels an open activity. */
  @Post(':id/cancel')
  @Can('activities:update')
  @Returns(ActivityView)
  cancel(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<ActivityView> {
    return this.activities.cancel(actor, id, version);
  }
}
