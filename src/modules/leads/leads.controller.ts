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
import { LeadBulkService } from './lead-bulk.service.js';
import { LeadBulk, LeadBulkView } from './lead-bulk.dto.js';
import {
  LeadDuplicatesQuery,
  LeadDuplicatesView,
  LeadGetQuery,
  LeadQuery,
  LeadStatsQuery,
  LeadStatsView,
  LeadStatusMove,
} from './lead-lists.dto.js';
import { LeadCreate, LeadUpdate, LeadView } from './leads.dto.js';
import { LeadsQueries } from './leads.queries.js';
import { LeadsService } from './leads.service.js';

@ApiTags('Leads')
@Controller('leads')
export class LeadsController {
  constructor(
    private readonly leads: LeadsService,
    private readonly queries: LeadsQueries,
    private readonly bulks: LeadBulkService,
    private readonly changes: HistoryQueries,
  ) {}

  /** Lists leads, newest first unless `sort` says otherwise. */
  @Get()
  @Can('leads:read')
  @Returns(pageOf(LeadView))
  list(@Me() actor: Actor, @Query() query: LeadQuery): Promise<Page<LeadView>> {
    return this.queries.list(actor, query);
  }

  /** Adds a lead. A name and an e-mail address or a phone number are needed. */
  @Post()
  @Can('leads:create')
  @Returns(LeadView, { status: HttpStatus.CREATED, location: 'leads' })
  create(@Me() actor: Actor, @Body() body: LeadCreate): Promise<LeadView> {
    return this.leads.create(actor, body);
  }

  /** Counts the leads that the caller may see: by status, by source, per day, and the newest. */
  @Get('stats')
  @Can('leads:read')
  @Returns(LeadStatsView)
  stats(@Me() actor: Actor, @Query() query: LeadStatsQuery): Promise<LeadStatsView> {
    return this.queries.stats(actor, query);
  }

  /** Lists leads by a filter of any depth. */
  @Post('search')
  @Can('leads:read')
  @Returns(pageOf(LeadView))
  search(@Me() actor: Actor, @Body() body: SearchRequest): Promise<Page<LeadView>> {
    return this.queries.search(actor, body);
  }

  /** Counts leads by the values of fields, each as if its own condition were not set. */
  @Post('facets')
  @Can('leads:read')
  @Returns(FacetsView)
  facets(@Me() actor: Actor, @Body() body: FacetRequest): Promise<FacetsView> {
    return this.queries.facets(actor, body);
  }

  /** Finds living leads that may be the same person: same e-mail address, same phone number, similar name. */
  @Post('duplicates')
  @Can('leads:read')
  @Returns(LeadDuplicatesView)
  duplicates(@Me() actor: Actor, @Body() body: LeadDuplicatesQuery): Promise<LeadDuplicatesView> {
    return this.queries.duplicates(actor, body);
  }

  /** Does up to 100 operations, all or none unless `atomic` is false. Making and deleting need their own permission besides. */
  @Post('bulk')
  @Can('leads:update')
  @IdempotentInSteps()
  @Returns(LeadBulkView)
  @ApiResponse({
    status: HttpStatus.NOT_FOUND,
    description: 'One of the leads is not there, and the operations are atomic.',
  })
  @ApiResponse({
    status: HttpStatus.PRECONDITION_FAILED,
    description: 'One of the leads has a newer version than the operation names, and the operations are atomic.',
  })
  bulk(@Me() actor: Actor, @Body() body: LeadBulk): Promise<LeadBulkView> {
    return this.bulks.run(actor, body);
  }

  /** Creates the lead that another system knows by this id (201), or updates the one that is there (200). */
  @Put('by-external-id/:source/:externalId')
  @Can('leads:update')
  @Returns(LeadView)
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
  @ApiResponse({ status: HttpStatus.CREATED, type: LeadView, description: 'Made.' })
  async upsert(
    @Me() actor: Actor,
    @Param() { source, externalId }: ExternalId,
    @Body() body: LeadCreate,
    @Res({ passthrough: true }) response: Response,
  ): Promise<LeadView> {
    const { record, made } = await this.leads.upsert(actor, source, externalId, body);
    if (made) answerAs(response, HttpStatus.CREATED);
    return record;
  }

  /** Gives one lead. */
  @Get(':id')
  @Can('leads:read')
  @Returns(LeadView)
  get(@Me() actor: Actor, @RecordId() id: string, @Query() query: LeadGetQuery): Promise<LeadView> {
    return this.queries.get(actor, id, query);
  }

  /** Lists what was changed of a lead, newest first, with who did it. Also of a deleted one. */
  @Get(':id/history')
  @Can('leads:read')
  @Returns(pageOf(HistoryEntryView))
  async history(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<HistoryEntryView>> {
    return this.changes.of('leads', (await this.queries.get(actor, id, { deleted: 'any' })).id, query);
  }

  /** Changes fields of a lead: absent ones stay, null clears. With `If-Match` a stale copy is refused. */
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

  /** Deletes a lead; it can be restored. */
  @Delete(':id')
  @Can('leads:delete')
  @ReturnsNothing()
  remove(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.leads.remove(actor, id, version);
  }

  /** Restores a deleted lead. */
  @Post(':id/restore')
  @Can('leads:update')
  @Returns(LeadView)
  restore(@Me() actor: Actor, @RecordId() id: string): Promise<LeadView> {
    return this.leads.restore(actor, id);
  }

  /** Moves a lead through its lifecycle. A move that is not allowed is refused with the allowed ones. */
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

  /** Gives a lead an owner, or takes the owner away and leaves it to a team. Whoever gives a lead away gets this answer, and may not see the lead afterwards. */
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

  /** Removes a lead and everything on it for good. */
  @Post(':id/purge')
  @Can('leads:purge')
  @ReturnsNothing()
  purge(@Me() actor: Actor, @RecordId() id: string): Promise<void> {
    return this.leads.purge(actor, id);
  }
}
