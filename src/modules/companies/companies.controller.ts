import { Body, Controller, Delete, Get, HttpStatus, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
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
  MergedIntoResponse,
  RecordAssignment,
  RecordBulk,
  UpsertRoute,
} from '../../platform/records/index.js';
import { CompanyCreate, CompanyUpdate, CompanyUpsert, CompanyView } from './companies.dto.js';
import { CompaniesQueries } from './companies.queries.js';
import { CompaniesService } from './companies.service.js';
import { CompanyBulk, CompanyBulkView } from './company-bulk.dto.js';
import { companyType } from './company.type.js';
import { CompanyDuplicatesQuery, CompanyDuplicatesView, CompanyGetQuery, CompanyQuery } from './company-lists.dto.js';

@ApiTags('Companies')
@Controller('companies')
export class CompaniesController {
  constructor(
    private readonly companies: CompaniesService,
    private readonly queries: CompaniesQueries,
    private readonly bulks: RecordBulk,
  ) {}

  /** List companies. Default order: newest first. */
  @Get()
  @Can('companies:read')
  @Returns(pageOf(CompanyView))
  list(@Me() actor: Actor, @Query() query: CompanyQuery): Promise<Page<CompanyView>> {
    return this.queries.list(actor, query);
  }

  /**
   * Create a company. Only the name is required. A domain that belongs to another company is rejected with the id of
   * that company.
   */
  @Post()
  @Can('companies:create')
  @Returns(CompanyView, { status: HttpStatus.CREATED, location: 'companies' })
  create(@Me() actor: Actor, @Body() body: CompanyCreate): Promise<CompanyView> {
    return this.companies.create(actor, body);
  }

  /** Search companies with a filter. */
  @Post('search')
  @NotIdempotent()
  @Can('companies:read')
  @Returns(pageOf(CompanyView))
  @SearchExample({ field: 'status', op: 'in', value: ['prospect', 'active'] }, 'engines')
  search(@Me() actor: Actor, @Body() body: SearchRequest): Promise<Page<CompanyView>> {
    return this.queries.search(actor, body);
  }

  /** Count companies by field values. Each facet ignores the condition on its own field. */
  @Post('facets')
  @NotIdempotent()
  @Can('companies:read')
  @Returns(FacetsView)
  @BodyExample({
    filter: { field: 'status', op: 'eq', value: 'active' },
    q: 'engines',
    facets: ['status', 'size', 'country'],
  })
  facets(@Me() actor: Actor, @Body() body: FacetRequest): Promise<FacetsView> {
    return this.queries.facets(actor, body);
  }

  /**
   * Find possible duplicates of a company. Compares domain, e-mail address, phone number and name with all companies
   * that are not deleted.
   */
  @Post('duplicates')
  @NotIdempotent()
  @Can('companies:read')
  @Returns(CompanyDuplicatesView)
  duplicates(@Me() actor: Actor, @Body() body: CompanyDuplicatesQuery): Promise<CompanyDuplicatesView> {
    return this.queries.duplicates(actor, body);
  }

  /**
   * Change up to 100 companies. All operations succeed or none, unless `atomic` is false. Creating and deleting
   * companies also need their own permissions.
   */
  @Post('bulk')
  @Can('companies:update')
  @IdempotentInSteps()
  @Returns(CompanyBulkView)
  @BulkResponses('companies')
  @ApiResponse({
    status: HttpStatus.GONE,
    description: 'A company was merged into another company, and the operations are atomic',
  })
  bulk(@Me() actor: Actor, @Body() body: CompanyBulk): Promise<CompanyBulkView> {
    return this.bulks.run(companyType, actor, body, this.companies);
  }

  /**
   * Create or update a company by external id. Returns 201 for a new company and 200 for an existing one, which keeps
   * its owner and team.
   */
  @OperationId('upsertCompanyByExternalId')
  @UpsertRoute(CompanyView)
  @Can('companies:update')
  @Returns(CompanyView)
  async upsert(
    @Me() actor: Actor,
    @Param() { source, externalId }: ExternalId,
    @Body() body: CompanyUpsert,
    @Res({ passthrough: true }) response: Response,
    @IfMatch() version?: number,
  ): Promise<CompanyView> {
    return answerUpsert(response, await this.companies.upsert(actor, { source, externalId, version }, body));
  }

  /** Get a company. */
  @Get(':id')
  @Can('companies:read')
  @Returns(CompanyView)
  @MergedIntoResponse()
  get(@Me() actor: Actor, @RecordId() id: string, @Query() query: CompanyGetQuery): Promise<CompanyView> {
    return this.queries.get(actor, id, query);
  }

  /**
   * Update a company. Omitted fields are unchanged; null clears a field. With `If-Match`, an outdated version is
   * rejected.
   */
  @Patch(':id')
  @Can('companies:update')
  @Returns(CompanyView)
  @MergedIntoResponse()
  update(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: CompanyUpdate,
    @IfMatch() version?: number,
  ): Promise<CompanyView> {
    return this.companies.update(actor, id, body, version);
  }

  /** Delete a company. The company can be restored. */
  @Delete(':id')
  @Can('companies:delete')
  @ReturnsNothing()
  @MergedIntoResponse()
  remove(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.companies.remove(actor, id, version);
  }

  /** Restore a deleted company. Rejected if another company has the same domain now. */
  @Post(':id/restore')
  @Can('companies:update')
  @Returns(CompanyView)
  restore(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<CompanyView> {
    return this.companies.restore(actor, id, version);
  }

  /**
   * Assign a company to an owner or team. Null as `ownerId` removes the owner. The response contains the company even
   * if the caller cannot see it any more.
   */
  @Post(':id/assign')
  @Can('companies:update')
  @Returns(CompanyView)
  @MergedIntoResponse()
  assign(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordAssignment,
    @IfMatch() version?: number,
  ): Promise<CompanyView> {
    return this.companies.assign(actor, id, body, version);
  }

  /** Delete a company permanently. Its contacts, deals and activities remain, without a company. */
  @Post(':id/purge')
  @Can('companies:purge')
  @RequireRecentAuth()
  @ReturnsNothing()
  purge(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.companies.purge(actor, id, version);
  }
}
