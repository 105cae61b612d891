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
import { ExternalId, RecordAssignment, ToldOfMerge } from '../../platform/records/index.js';
import { CompanyBulk, CompanyBulkView } from './bulk/company-bulk.dto.js';
import { CompanyBulkService } from './bulk/company-bulk.service.js';
import { CompanyCreate, CompanyUpdate, CompanyUpsert, CompanyView } from './companies.dto.js';
import { CompaniesQueries } from './companies.queries.js';
import { CompaniesService } from './companies.service.js';
import { CompanyDuplicatesQuery, CompanyDuplicatesView, CompanyGetQuery, CompanyQuery } from './company-lists.dto.js';

@ApiTags('Companies')
@Controller('companies')
export class CompaniesController {
  constructor(
    private readonly companies: CompaniesService,
    private readonly queries: CompaniesQueries,
    private readonly bulks: CompanyBulkService,
    private readonly changes: HistoryQueries,
  ) {}

  /** Lists companies, newest first unless `sort` says otherwise. */
  @Get()
  @Can('companies:read')
  @Returns(pageOf(CompanyView))
  list(@Me() actor: Actor, @Query() query: CompanyQuery): Promise<Page<CompanyView>> {
    return this.queries.list(actor, query);
  }

  /** Adds a company. Only a name is needed. A domain that another living company has is refused with its id. */
  @Post()
  @Can('companies:create')
  @Returns(CompanyView, { status: HttpStatus.CREATED, location: 'companies' })
  create(@Me() actor: Actor, @Body() body: CompanyCreate): Promise<CompanyView> {
    return this.companies.create(actor, body);
  }

  /** Lists companies by a filter of any depth. */
  @Post('search')
  @Can('companies:read')
  @Returns(pageOf(CompanyView))
  search(@Me() actor: Actor, @Body() body: SearchRequest): Promise<Page<CompanyView>> {
    return this.queries.search(actor, body);
  }

  /** Counts companies by the values of fields, each as if its own condition were not set. */
  @Post('facets')
  @Can('companies:read')
  @Returns(FacetsView)
  facets(@Me() actor: Actor, @Body() body: FacetRequest): Promise<FacetsView> {
    return this.queries.facets(actor, body);
  }

  /** Finds living companies that may be the same one: same domain, same e-mail address, same phone number, similar name. */
  @Post('duplicates')
  @Can('companies:read')
  @Returns(CompanyDuplicatesView)
  duplicates(@Me() actor: Actor, @Body() body: CompanyDuplicatesQuery): Promise<CompanyDuplicatesView> {
    return this.queries.duplicates(actor, body);
  }

  /** Does up to 100 operations, all or none unless `atomic` is false. Making and deleting need their own permission besides. */
  @Post('bulk')
  @Can('companies:update')
  @IdempotentInSteps()
  @Returns(CompanyBulkView)
  @ApiResponse({
    status: HttpStatus.NOT_FOUND,
    description: 'One of the companies is not there, and the operations are atomic.',
  })
  @ApiResponse({
    status: HttpStatus.GONE,
    description: 'One of the companies was merged into another, and the operations are atomic.',
  })
  @ApiResponse({
    status: HttpStatus.PRECONDITION_FAILED,
    description: 'One of the companies has a newer version than the operation names, and the operations are atomic.',
  })
  bulk(@Me() actor: Actor, @Body() body: CompanyBulk): Promise<CompanyBulkView> {
    return this.bulks.run(actor, body);
  }

  /** Creates the company that another system knows by this id (201), or updates the one that is there (200), whose owner and team stay. */
  @Put('by-external-id/:source/:externalId')
  @Can('companies:update')
  @Returns(CompanyView)
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
  @ApiResponse({ status: HttpStatus.CREATED, type: CompanyView, description: 'Made.' })
  async upsert(
    @Me() actor: Actor,
    @Param() { source, externalId }: ExternalId,
    @Body() body: CompanyUpsert,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CompanyView> {
    const { record, made } = await this.companies.upsert(actor, source, externalId, body);
    if (made) answerAs(response, HttpStatus.CREATED);
    return record;
  }

  /** Gives one company. */
  @Get(':id')
  @Can('companies:read')
  @Returns(CompanyView)
  @ToldOfMerge()
  get(@Me() actor: Actor, @RecordId() id: string, @Query() query: CompanyGetQuery): Promise<CompanyView> {
    return this.queries.get(actor, id, query);
  }

  /** Lists what was changed of a company, newest first, with who did it. Also of a deleted one. */
  @Get(':id/history')
  @Can('companies:read')
  @Returns(pageOf(HistoryEntryView))
  async history(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<HistoryEntryView>> {
    return this.changes.of('companies', (await this.queries.get(actor, id, { deleted: 'any' })).id, query);
  }

  /** Changes fields of a company: absent ones stay, null clears. With `If-Match` a stale copy is refused. */
  @Patch(':id')
  @Can('companies:update')
  @Returns(CompanyView)
  @ToldOfMerge()
  update(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: CompanyUpdate,
    @IfMatch() version?: number,
  ): Promise<CompanyView> {
    return this.companies.update(actor, id, body, version);
  }

  /** Deletes a company; it can be restored. */
  @Delete(':id')
  @Can('companies:delete')
  @ReturnsNothing()
  @ToldOfMerge()
  remove(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.companies.remove(actor, id, version);
  }

  /** Restores a deleted company. Refused where another one has its domain by now. */
  @Post(':id/restore')
  @Can('companies:update')
  @Returns(CompanyView)
  restore(@Me() actor: Actor, @RecordId() id: string): Promise<CompanyView> {
    return this.companies.restore(actor, id);
  }

  /** Gives a company an owner, or takes the owner away and leaves it to a team. Whoever gives a company away gets this answer, and may not see the company afterwards. */
  @Post(':id/assign')
  @Can('companies:update')
  @Returns(CompanyView)
  @ToldOfMerge()
  assign(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordAssignment,
    @IfMatch() version?: number,
  ): Promise<CompanyView> {
    return this.companies.assign(actor, id, body, version);
  }

  /** Removes a company for good. Contacts, deals and activities on it stay, without a company. */
  @Post(':id/purge')
  @Can('companies:purge')
  @ReturnsNothing()
  purge(@Me() actor: Actor, @RecordId() id: string): Promise<void> {
    return this.companies.purge(actor, id);
  }
}
