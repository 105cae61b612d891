import { Body, Controller, Delete, Get, HttpStatus, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { Can, RequireRecentAuth, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { BodyExample } from '../../kernel/routes/body-example.js';
import { IdempotentInSteps, NotIdempotent } from '../../kernel/routes/idempotent.js';
import { pageOf, type Page } from '../../kernel/page.js';
import { IfMatch, RecordId } from '../../kernel/routes/parameters.js';
import { OperationId, Returns, ReturnsNothing } from '../../kernel/routes/returns.js';
import { FacetRequest, FacetsView, SearchExample, SearchRequest } from '../../platform/query/index.js';
import {
  answerUpsert,
  BulkResponses,
  ExternalId,
  RecordAssignment,
  RecordBulk,
  UpsertRoute,
} from '../../platform/records/index.js';
import { DealBulk, DealBulkView } from './deal-bulk.dto.js';
import { dealType } from './deal.type.js';
import { DealGetQuery, DealQuery } from './deal-lists.dto.js';
import { DealCreate, DealUpdate, DealView } from './deals.dto.js';
import { DealsQueries } from './deals.queries.js';
import { DealsService } from './deals.service.js';
import { DealProgressService } from './progress/deal-progress.service.js';

@ApiTags('Deals')
@Controller('deals')
export class DealsController {
  constructor(
    private readonly deals: DealsService,
    private readonly queries: DealsQueries,
    private readonly progress: DealProgressService,
    private readonly bulks: RecordBulk,
  ) {}

  /** List deals. Default order: newest first. */
  @Get()
  @Can('deals:read')
  @Returns(pageOf(DealView))
  list(@Me() actor: Actor, @Query() query: DealQuery): Promise<Page<DealView>> {
    return this.queries.list(actor, query);
  }

  /** Create a deal. The deal is open. Default stage: the first open stage of the default pipeline. */
  @Post()
  @Can('deals:create')
  @Returns(DealView, { status: HttpStatus.CREATED, location: 'deals' })
  create(@Me() actor: Actor, @Body() body: DealCreate): Promise<DealView> {
    return this.deals.create(actor, body);
  }

  /** Search deals with a filter. */
  @Post('search')
  @NotIdempotent()
  @Can('deals:read')
  @Returns(pageOf(DealView))
  @SearchExample({ field: 'status', op: 'in', value: ['open', 'won'] }, 'machine')
  search(@Me() actor: Actor, @Body() body: SearchRequest): Promise<Page<DealView>> {
    return this.queries.search(actor, body);
  }

  /** Count deals by field values. Each facet ignores the condition on its own field. */
  @Post('facets')
  @NotIdempotent()
  @Can('deals:read')
  @Returns(FacetsView)
  @BodyExample({
    filter: { field: 'status', op: 'eq', value: 'open' },
    q: 'machine',
    facets: ['status', 'priority', 'source'],
  })
  facets(@Me() actor: Actor, @Body() body: FacetRequest): Promise<FacetsView> {
    return this.queries.facets(actor, body);
  }

  /**
   * Change up to 100 deals. All operations succeed or none, unless `atomic` is false. Creating and deleting deals also
   * need their own permissions.
   */
  @Post('bulk')
  @Can('deals:update')
  @IdempotentInSteps()
  @Returns(DealBulkView)
  @BulkResponses('deals')
  bulk(@Me() actor: Actor, @Body() body: DealBulk): Promise<DealBulkView> {
    return this.bulks.run(dealType, actor, body, this.deals, this.progress.bulkSteps);
  }

  /**
   * Create or update a deal by external id. Returns 201 for a new deal and 200 for an existing one, which keeps its
   * stage, owner and team.
   */
  @OperationId('upsertDealByExternalId')
  @UpsertRoute(DealView)
  @Can('deals:update')
  @Returns(DealView)
  async upsert(
    @Me() actor: Actor,
    @Param() { source, externalId }: ExternalId,
    @Body() body: DealCreate,
    @Res({ passthrough: true }) response: Response,
    @IfMatch() version?: number,
  ): Promise<DealView> {
    return answerUpsert(response, await this.deals.upsert(actor, { source, externalId, version }, body));
  }

  /** Get a deal. */
  @Get(':id')
  @Can('deals:read')
  @Returns(DealView)
  get(@Me() actor: Actor, @RecordId() id: string, @Query() query: DealGetQuery): Promise<DealView> {
    return this.queries.get(actor, id, query);
  }

  /**
   * Update a deal. Omitted fields are unchanged; null clears a field. With `If-Match`, an outdated version is rejected.
   */
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

  /** Delete a deal. The deal can be restored. */
  @Delete(':id')
  @Can('deals:delete')
  @ReturnsNothing()
  remove(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.deals.remove(actor, id, version);
  }

  /** Restore a deleted deal. */
  @Post(':id/restore')
  @Can('deals:update')
  @Returns(DealView)
  restore(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<DealView> {
    return this.deals.restore(actor, id, version);
  }

  /**
   * Assign a deal to an owner or team. Null as `ownerId` removes the owner. The response contains the deal even if the
   * caller cannot see it any more.
   */
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

  /** Delete a deal permanently. Everything stored on the deal is deleted too. */
  @Post(':id/purge')
  @Can('deals:purge')
  @RequireRecentAuth()
  @ReturnsNothing()
  purge(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.deals.purge(actor, id, version);
  }
}
