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
import { LeadBulk, LeadBulkView } from './lead-bulk.dto.js';
import { leadType } from './lead.type.js';
import {
  LeadDuplicatesQuery,
  LeadDuplicatesView,
  LeadGetQuery,
  LeadQuery,
  LeadStatsQuery,
  LeadStatsView,
} from './lead-lists.dto.js';
import { LeadStatusMove } from './status/lead-status.dto.js';
import { LeadCreate, LeadUpdate, LeadUpsert, LeadView } from './leads.dto.js';
import { LeadsQueries } from './leads.queries.js';
import { LeadsService } from './leads.service.js';

@ApiTags('Leads')
@Controller('leads')
export class LeadsController {
  constructor(
    private readonly leads: LeadsService,
    private readonly queries: LeadsQueries,
    private readonly bulks: RecordBulk,
  ) {}

  /** List leads. Default order: newest first. */
  @Get()
  @Can('leads:read')
  @Returns(pageOf(LeadView))
  list(@Me() actor: Actor, @Query() query: LeadQuery): Promise<Page<LeadView>> {
    return this.queries.list(actor, query);
  }

  /** Create a lead. Needs a name, and an e-mail address or a phone number. */
  @Post()
  @Can('leads:create')
  @Returns(LeadView, { status: HttpStatus.CREATED, location: 'leads' })
  create(@Me() actor: Actor, @Body() body: LeadCreate): Promise<LeadView> {
    return this.leads.create(actor, body);
  }

  /** Get lead statistics. Returns the number of visible leads by status, source and day, and the newest leads. */
  @Get('stats')
  @Can('leads:read')
  @Returns(LeadStatsView)
  stats(@Me() actor: Actor, @Query() query: LeadStatsQuery): Promise<LeadStatsView> {
    return this.queries.stats(actor, query);
  }

  /** Search leads with a filter. */
  @Post('search')
  @NotIdempotent()
  @Can('leads:read')
  @Returns(pageOf(LeadView))
  @SearchExample({ field: 'status', op: 'in', value: ['new', 'contacted'] }, 'ada')
  search(@Me() actor: Actor, @Body() body: SearchRequest): Promise<Page<LeadView>> {
    return this.queries.search(actor, body);
  }

  /** Count leads by field values. Each facet ignores the condition on its own field. */
  @Post('facets')
  @NotIdempotent()
  @Can('leads:read')
  @Returns(FacetsView)
  @BodyExample({ filter: { field: 'status', op: 'eq', value: 'new' }, q: 'ada', facets: ['status', 'source'] })
  facets(@Me() actor: Actor, @Body() body: FacetRequest): Promise<FacetsView> {
    return this.queries.facets(actor, body);
  }

  /**
   * Find possible duplicates of a lead. Compares e-mail address, phone number and name with all leads that are not
   * deleted.
   */
  @Post('duplicates')
  @NotIdempotent()
  @Can('leads:read')
  @Returns(LeadDuplicatesView)
  duplicates(@Me() actor: Actor, @Body() body: LeadDuplicatesQuery): Promise<LeadDuplicatesView> {
    return this.queries.duplicates(actor, body);
  }

  /**
   * Change up to 100 leads. All operations succeed or none, unless `atomic` is false. Creating and deleting leads also
   * need their own permissions.
   */
  @Post('bulk')
  @Can('leads:update')
  @IdempotentInSteps()
  @Returns(LeadBulkView)
  @BulkResponses('leads')
  bulk(@Me() actor: Actor, @Body() body: LeadBulk): Promise<LeadBulkView> {
    return this.bulks.run(leadType, actor, body, this.leads, this.leads.bulkSteps);
  }

  /** Create or update a lead by external id. Returns 201 for a new lead and 200 for an existing one. */
  @OperationId('upsertLeadByExternalId')
  @UpsertRoute(LeadView)
  @Can('leads:update')
  @Returns(LeadView)
  async upsert(
    @Me() actor: Actor,
    @Param() { source, externalId }: ExternalId,
    @Body() body: LeadUpsert,
    @Res({ passthrough: true }) response: Response,
    @IfMatch() version?: number,
  ): Promise<LeadView> {
    return answerUpsert(response, await this.leads.upsert(actor, { source, externalId, version }, body));
  }

  /** Get a lead. */
  @Get(':id')
  @Can('leads:read')
  @Returns(LeadView)
  get(@Me() actor: Actor, @RecordId() id: string, @Query() query: LeadGetQuery): Promise<LeadView> {
    return this.queries.get(actor, id, query);
  }

  /**
   * Update a lead. Omitted fields are unchanged; null clears a field. With `If-Match`, an outdated version is rejected.
   */
  @Patch(':id')
  @Can('leads:update')
  @Returns(LeadView)
  update(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: LeadUpdate,
    @IfMatch() version?: number,
  ): Promise<LeadView> {
    return this.leads.update(actor, id, body, version);
  }

  /** Delete a lead. The lead can be restored. */
  @Delete(':id')
  @Can('leads:delete')
  @ReturnsNothing()
  remove(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.leads.remove(actor, id, version);
  }

  /** Restore a deleted lead. */
  @Post(':id/restore')
  @Can('leads:update')
  @Returns(LeadView)
  restore(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<LeadView> {
    return this.leads.restore(actor, id, version);
  }

  /** Change the status of a lead. A transition that is not allowed is rejected with a list of allowed statuses. */
  @Post(':id/status')
  @Can('leads:update')
  @Returns(LeadView)
  changeStatus(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: LeadStatusMove,
    @IfMatch() version?: number,
  ): Promise<LeadView> {
    return this.leads.changeStatus(actor, id, body.status, version);
  }

  /**
   * Assign a lead to an owner or team. Null as `ownerId` removes the owner. The response contains the lead even if the
   * caller cannot see it any more.
   */
  @Post(':id/assign')
  @Can('leads:update')
  @Returns(LeadView)
  assign(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordAssignment,
    @IfMatch() version?: number,
  ): Promise<LeadView> {
    return this.leads.assign(actor, id, body, version);
  }

  /** Delete a lead permanently. Everything stored on the lead is deleted too. */
  @Post(':id/purge')
  @Can('leads:purge')
  @RequireRecentAuth()
  @ReturnsNothing()
  purge(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.leads.purge(actor, id, version);
  }
}
