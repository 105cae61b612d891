import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { NotIdempotent } from '../../kernel/routes/idempotent.js';
import { Can, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { BodyExample } from '../../kernel/routes/body-example.js';
import { PageQuery, pageOf, type Page } from '../../kernel/page.js';
import { IfMatch, RecordId } from '../../kernel/routes/parameters.js';
import { Returns, ReturnsNothing } from '../../kernel/routes/returns.js';
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

  /** List activities. Default order: newest first. */
  @Get()
  @Can('activities:read')
  @Returns(pageOf(ActivityView))
  list(@Me() actor: Actor, @Query() query: ActivityQuery): Promise<Page<ActivityView>> {
    return this.queries.list(actor, query);
  }

  /**
   * Create an activity. An activity is a completed event or a task. It can be linked to a lead, a company, a contact
   * and a deal, or to no record. A follow-up date creates the next task.
   */
  @Post()
  @Can('activities:create')
  @Returns(ActivityView, { status: HttpStatus.CREATED, location: 'activities' })
  create(@Me() actor: Actor, @Body() body: ActivityCreate): Promise<ActivityView> {
    return this.activities.create(actor, body);
  }

  /** Search activities with a filter. Text search is not available. */
  @Post('search')
  @NotIdempotent()
  @Can('activities:read')
  @Returns(pageOf(ActivityView))
  @BodyExample({
    filter: {
      and: [
        { field: 'type', op: 'in', value: ['call', 'task'] },
        { field: 'createdAt', op: 'gte', value: { rel: '-30d' } },
      ],
    },
    sort: ['-createdAt'],
    include: ['owner'],
    limit: 25,
    count: 'none',
  })
  search(@Me() actor: Actor, @Body() body: SearchRequest): Promise<Page<ActivityView>> {
    return this.queries.search(actor, body);
  }

  /** Count activities by field values. Each facet ignores the condition on its own field. */
  @Post('facets')
  @NotIdempotent()
  @Can('activities:read')
  @Returns(FacetsView)
  @BodyExample({ filter: { field: 'status', op: 'eq', value: 'pending' }, facets: ['type', 'status', 'priority'] })
  facets(@Me() actor: Actor, @Body() body: FacetRequest): Promise<FacetsView> {
    return this.queries.facets(actor, body);
  }

  /** Get an activity. */
  @Get(':id')
  @Can('activities:read')
  @Returns(ActivityView)
  get(@Me() actor: Actor, @RecordId() id: string, @Query() query: ActivityGetQuery): Promise<ActivityView> {
    return this.queries.get(actor, id, query);
  }

  /**
   * List the changes of an activity. Newest first, with the user who made each change. Also available for deleted
   * activities.
   */
  @Get(':id/history')
  @Can('activities:read')
  @Returns(pageOf(HistoryEntryView))
  async history(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<HistoryEntryView>> {
    return this.changes.list('activities', (await this.queries.get(actor, id, { deleted: 'any' })).id, query);
  }

  /**
   * Update an activity. Omitted fields are unchanged; null clears a field. With `If-Match`, an outdated version is
   * rejected.
   */
  @Patch(':id')
  @Can('activities:update')
  @Returns(ActivityView)
  @BodyExample({
    subject: 'Second call about the calculating machine',
    priority: 'high',
    dueAt: '2030-03-08T09:30:00.000Z',
    durationMinutes: 45,
  })
  update(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: ActivityUpdate,
    @IfMatch() version?: number,
  ): Promise<ActivityView> {
    return this.activities.update(actor, id, body, version);
  }

  /** Delete an activity. The activity can be restored. Status changes cannot be deleted. */
  @Delete(':id')
  @Can('activities:delete')
  @ReturnsNothing()
  remove(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.activities.remove(actor, id, version);
  }

  /** Restore a deleted activity. */
  @Post(':id/restore')
  @Can('activities:update')
  @Returns(ActivityView)
  restore(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<ActivityView> {
    return this.activities.restore(actor, id, version);
  }

  /** Complete an open activity. A follow-up date creates one follow-up task. */
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

  /**
   * Reopen a completed or cancelled activity. The status becomes `pending`. Notes and status changes cannot be
   * reopened.
   */
  @Post(':id/reopen')
  @Can('activities:update')
  @Returns(ActivityView)
  reopen(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<ActivityView> {
    return this.activities.reopen(actor, id, version);
  }

  /** Cancel an open activity. */
  @Post(':id/cancel')
  @Can('activities:update')
  @Returns(ActivityView)
  cancel(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<ActivityView> {
    return this.activities.cancel(actor, id, version);
  }
}
