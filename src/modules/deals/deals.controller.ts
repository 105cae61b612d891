import { Body, Controller, Delete, Get, HttpStatus, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Can, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { IdempotentInSteps } from '../../kernel/idempotent.js';
import { PageQuery, pageOf, type Page } from '../../kernel/page.js';
import { IfMatch, RecordId } from '../../kernel/parameters.js';
import { Returns, ReturnsNothing } from '../../kernel/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../platform/audit/index.js';
import { answerAs } from '../../platform/http/index.js';
import { FacetRequest, FacetsView, SearchRequest } from '../../platform/query/index.js';
import { ExternalId, RecordAssignment } from '../../platform/records/index.js';
import { DealBulkService } from './bulk/deal-bulk.service.js';
import { DealBulk, DealBulkView } from './bulk/deal-bulk.dto.js';
import { DealGetQuery, DealQuery } from './deal-lists.dto.js';
import { DealCreate, DealUpdate, DealView } from './deals.dto.js';
import { DealsQueries } from './deals.queries.js';
import { DealsService } from './deals.service.js';

@ApiTags('Deals')
@Controller('deals')
export class DealsController {
  constructor(
    private readonly deals: DealsService,
    private readonly queries: DealsQueries,
    private readonly bulks: DealBulkService,
    private readonly changes: HistoryQueries,
  ) {}

  /** Lists deals, newest first unless `sort` says otherwise. */
  @Get()
  @Can('deals:read')
  @Returns(pageOf(DealView))
  list(@Me() actor: Actor, @Query() query: DealQuery): Promise<Page<DealView>> {
    return this.queries.list(actor, query);
  }

  /** Adds an open deal, in the first open stage of the default pipeline unless another one is named. */
  @Post()
  @Can('deals:create')
  @Returns(DealView, { status: HttpStatus.CREATED, location: 'deals' })
  create(@Me() actor: Actor, @Body() body: DealCreate): Promise<DealView> {
    return this.deals.create(actor, body);
  }

  /** Lists deals by a filter of any depth. */
  @Post('search')
  @Can('deals:read')
  @Returns(pageOf(DealView))
  search(@Me() actor: Actor, @Body() body: SearchRequest): Promise<Page<DealView>> {
    return this.queries.search(actor, body);
  }

  /** Counts deals by the values of fields, each as if its own condition were not set. */
  @Post('facets')
  @Can('deals:read')
  @Returns(FacetsView)
  facets(@Me() actor: Actor, @Body() body: FacetRequest): Promise<FacetsView> {
    return this.queries.facets(actor, body);
  }

  /** Does up to 100 operations, all or none unless `atomic` is false. Making and deleting need their own permission besides. */
  @Post('bulk')
  @Can('deals:update')
  @IdempotentInSteps()
  @Returns(DealBulkView)
  @ApiResponse({
    status: HttpStatus.NOT_FOUND,
    description: 'One of the deals is not there, and the operations are atomic.',
  })
  @ApiResponse({
    status: HttpStatus.PRECONDITION_FAILED,
    description: 'One of the deals has a newer version than the operation names, and the operations are atomic.',
  })
  bulk(@Me() actor: Actor, @Body() body: DealBulk): Promise<DealBulkView> {
    return this.bulks.run(actor, body);
  }

  /** Creates the deal that another system knows by this id (201), or updates the one that is there (200), whose stage, owner and team stay. */
  @Put('by-external-id/:source/:externalId')
  @Can('deals:update')
  @Returns(DealView)
  @ApiParam({
    name: 'source',
    description: 'The other system.',
    schema: { type: 'string', pattern: '^[a-zA-Z0-9_.-]{1,100}$' },
    example: 'hubspot',
  })
  @ApiParam({
    name: 'externalId',
    description: 'The id that it has there.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
    example: '4711',
  })
  @ApiResponse({ status: HttpStatus.CREATED, type: DealView, description: 'Made.' })
  async upsert(
    @Me() actor: Actor,
    @Param() { source, externalId }: ExternalId,
    @Body() body: DealCreate,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DealView> {
    const { record, made } = await this.deals.upsert(actor, source, externalId, body);
    if (made) answerAs(response, HttpStatus.CREATED);
    return record;
  }

  /** Gives one deal. */
  @Get(':id')
  @Can('deals:read')
  @Returns(DealView)
  get(@Me() actor: Actor, @RecordId() id: string, @Query() query: DealGetQuery): Promise<DealView> {
    return this.queries.get(actor, id, query);
  }

  /** Lists what was changed of a deal, newest first, with who did it. Also of a deleted one. */
  @Get(':id/history')
  @Can('deals:read')
  @Returns(pageOf(HistoryEntryView))
  async history(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<HistoryEntryView>> {
    return this.changes.of('deals', (await this.queries.get(actor, id, { deleted: 'any' })).id, query);
  }

  /** Changes fields of a deal: absent ones stay, null clears. With `If-Match` a stale copy is refused. */
  @Patch(':id')
  @Can('deals:update')
  @Returns(DealView)
  update(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: DealUpdate,
    @IfMatch() version?: number,
  ): Promise<DealView> {
    return this.deals.update(actor, id, body, version);
  }

  /** Deletes a deal; it can be restored. */
  @Delete(':id')
  @Can('deals:delete')
  @ReturnsNothing()
  remove(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.deals.remove(actor, id, version);
  }

  /** Restores a deleted deal. */
  @Post(':id/restore')
  @Can('deals:update')
  @Returns(DealView)
  restore(@Me() actor: Actor, @RecordId() id: string): Promise<DealView> {
    return this.deals.restore(actor, id);
  }

  /** Gives a deal an owner, or takes the owner away and leaves it to a team. Whoever gives a deal away gets this answer, and may not see the deal afterwards. */
  @Post(':id/assign')
  @Can('deals:update')
  @Returns(DealView)
  assign(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordAssignment,
    @IfMatch() version?: number,
  ): Promise<DealView> {
    return this.deals.assign(actor, id, body, version);
  }

  /** Removes a deal and everything on it for good. */
  @Post(':id/purge')
  @Can('deals:purge')
  @ReturnsNothing()
  purge(@Me() actor: Actor, @RecordId() id: string): Promise<void> {
    return this.deals.purge(actor, id);
  }
}
