import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { PageQuery, pageOf, type Page } from '../../../kernel/page.js';
import { IfMatch, RecordId } from '../../../kernel/parameters.js';
import { Returns } from '../../../kernel/returns.js';
import {
  RecordMergePreview,
  RecordMergeRequest,
  RecordMerges,
  RecordMergeView,
  RecordUnmergeRequest,
  RecordUnmerges,
  ToldOfMerge,
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

  /** Says what a merge would do: which value of each field wins, and what moves. Nothing is changed. */
  @Post(':id/merge/preview')
  @Can('companies:update')
  @Returns(RecordMergePreview)
  @ToldOfMerge()
  previewCompanyMerge(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordMergeRequest,
  ): Promise<RecordMergePreview> {
    return this.merges.preview(companyMerges, actor, id, body);
  }

  /** Merges other companies into this one: what it lacks it gets from them, what is on them moves to it, and they are deleted. Needs companies:delete besides. */
  @Post(':id/merge')
  @Can('companies:update')
  @Returns(CompanyMergeView)
  @ToldOfMerge()
  async mergeCompany(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordMergeRequest,
    @IfMatch() version?: number,
  ): Promise<CompanyMergeView> {
    const { merge, record } = await this.merges.merge(companyMerges, actor, id, body, version);
    return { merge, company: record };
  }

  /** Takes a merge back while nobody has touched what it did: everything is as it was. Needs companies:delete besides. */
  @Post(':id/unmerge')
  @Can('companies:update')
  @Returns(CompanyMergeView)
  @ToldOfMerge()
  async unmergeCompany(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordUnmergeRequest,
    @IfMatch() version?: number,
  ): Promise<CompanyMergeView> {
    const { merge, record } = await this.unmerges.unmerge(companyMerges, actor, id, body, version);
    return { merge, company: record };
  }

  /** Lists what was merged into a company, newest first, also what was taken back. */
  @Get(':id/merges')
  @Can('companies:read')
  @Returns(pageOf(RecordMergeView))
  @ToldOfMerge()
  async listCompanyMerges(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<RecordMergeView>> {
    return this.merges.list(companyMerges, (await this.queries.get(actor, id)).id, query);
  }
}
