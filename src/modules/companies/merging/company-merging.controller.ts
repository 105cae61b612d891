import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotIdempotent } from '../../../kernel/routes/idempotent.js';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { PageQuery, pageOf, type Page } from '../../../kernel/page.js';
import { IfMatch, RecordId } from '../../../kernel/routes/parameters.js';
import { OperationId, Returns } from '../../../kernel/routes/returns.js';
import {
  RecordMergePreview,
  RecordMergeRequest,
  RecordMerges,
  RecordMergeView,
  RecordUnmergeRequest,
  RecordUnmerges,
  MergedIntoResponse,
} from '../../../platform/records/index.js';
import { CompaniesQueries } from '../companies.queries.js';
import { CompanyMergeView } from './company-merging.dto.js';
import { companyMerges } from './company-merges.js';

@ApiTags('Companies')
@Controller('companies')
export class CompanyMergingController {
  constructor(
    private readonly merges: RecordMerges,
    private readonly unmerges: RecordUnmerges,
    private readonly queries: CompaniesQueries,
  ) {}

  /**
   * Preview a merge of companies. Returns the value of each field after the merge, and the records that would move.
   * Nothing is changed.
   */
  @OperationId('previewCompanyMerge')
  @Post(':id/merge/preview')
  @NotIdempotent()
  @Can('companies:update')
  @Returns(RecordMergePreview)
  @MergedIntoResponse()
  previewCompanyMerge(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordMergeRequest,
  ): Promise<RecordMergePreview> {
    return this.merges.preview(companyMerges, actor, id, body);
  }

  /**
   * Merge other companies into this company. Empty fields are filled from the duplicates, their linked records move to
   * this company, and the duplicates are deleted. Also needs `companies:delete`.
   */
  @OperationId('mergeCompanies')
  @Post(':id/merge')
  @Can('companies:update')
  @Returns(CompanyMergeView)
  @MergedIntoResponse()
  async mergeCompany(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordMergeRequest,
    @IfMatch() version?: number,
  ): Promise<CompanyMergeView> {
    const { merge, record } = await this.merges.merge(companyMerges, actor, id, body, version);
    return { merge, company: record };
  }

  /**
   * Undo a merge of companies. Restores the earlier state. Rejected if the affected records have changed since. Also
   * needs `companies:delete`.
   */
  @OperationId('unmergeCompany')
  @Post(':id/unmerge')
  @Can('companies:update')
  @Returns(CompanyMergeView)
  @MergedIntoResponse()
  async unmergeCompany(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordUnmergeRequest,
    @IfMatch() version?: number,
  ): Promise<CompanyMergeView> {
    const { merge, record } = await this.unmerges.unmerge(companyMerges, actor, id, body, version);
    return { merge, company: record };
  }

  /** List the merges of a company. Newest first, including merges that were undone. */
  @OperationId('listCompanyMerges')
  @Get(':id/merges')
  @Can('companies:read')
  @Returns(pageOf(RecordMergeView))
  @MergedIntoResponse()
  async listCompanyMerges(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<RecordMergeView>> {
    return this.merges.list(companyMerges, (await this.queries.get(actor, id)).id, query);
  }
}
