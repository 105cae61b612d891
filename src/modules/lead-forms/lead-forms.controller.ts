import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { PageQuery, pageOf, type Page } from '../../kernel/page.js';
import { IdempotentInSteps } from '../../kernel/routes/idempotent.js';
import { IfMatch, RecordId } from '../../kernel/routes/parameters.js';
import { Returns, ReturnsNothing } from '../../kernel/routes/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../platform/audit/index.js';
import { LeadFormCreate, LeadFormQuery, LeadFormUpdate, LeadFormView } from './lead-forms.dto.js';
import { LeadFormsQueries } from './lead-forms.queries.js';
import { LeadFormsService } from './lead-forms.service.js';
import { SubmissionReleases } from './submissions/releases/submission-releases.js';
import {
  SubmissionQuery,
  SubmissionStatsQuery,
  SubmissionStatsView,
  SubmissionView,
} from './submissions/submissions.dto.js';

@ApiTags('Lead forms')
@Controller('lead-forms')
export class LeadFormsController {
  constructor(
    private readonly forms: LeadFormsService,
    private readonly queries: LeadFormsQueries,
    private readonly changes: HistoryQueries,
    private readonly releases: SubmissionReleases,
  ) {}

  /** List lead forms. Default order: newest first. */
  @Get()
  @Can('lead-forms:read')
  @Returns(pageOf(LeadFormView))
  list(@Query() query: LeadFormQuery): Promise<Page<LeadFormView>> {
    return this.queries.list(query);
  }

  /** Create a lead form. The form accepts submissions at once, on its own page and at its own URL. */
  @Post()
  @Can('lead-forms:create')
  @Returns(LeadFormView, { status: HttpStatus.CREATED, location: 'lead-forms' })
  create(@Me() actor: Actor, @Body() body: LeadFormCreate): Promise<LeadFormView> {
    return this.forms.create(actor, body);
  }

  /** Get a lead form. */
  @Get(':id')
  @Can('lead-forms:read')
  @Returns(LeadFormView)
  get(@RecordId() id: string): Promise<LeadFormView> {
    return this.queries.get(id);
  }

  /**
   * List the changes of a lead form. Newest first, with the user who made each change. Also available for deleted
   * forms.
   */
  @Get(':id/history')
  @Can('lead-forms:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.list('lead-forms', (await this.queries.get(id, { deleted: 'any' })).id, query);
  }

  /** Update a lead form. Omitted fields are unchanged. With `If-Match`, an outdated version is rejected. */
  @Patch(':id')
  @Can('lead-forms:update')
  @Returns(LeadFormView)
  update(@RecordId() id: string, @Body() body: LeadFormUpdate, @IfMatch() version?: number): Promise<LeadFormView> {
    return this.forms.update(id, body, version);
  }

  /** Delete a lead form. The form rejects submissions and can be restored. */
  @Delete(':id')
  @Can('lead-forms:delete')
  @ReturnsNothing()
  remove(@RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.forms.remove(id, version);
  }

  /** Restore a deleted lead form. */
  @Post(':id/restore')
  @Can('lead-forms:update')
  @Returns(LeadFormView)
  restore(@RecordId() id: string, @IfMatch() version?: number): Promise<LeadFormView> {
    return this.forms.restore(id, version);
  }

  /** Rotate the public key of a lead form. The previous URLs stop working. */
  @Post(':id/rotate-key')
  @Can('lead-forms:update')
  @Returns(LeadFormView)
  rotateKey(@RecordId() id: string, @IfMatch() version?: number): Promise<LeadFormView> {
    return this.forms.rotateKey(id, version);
  }

  /** List the submissions of a lead form. Newest first, with their outcome. */
  @Get(':id/submissions')
  @Can('lead-forms:read')
  @Returns(pageOf(SubmissionView))
  listSubmissions(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: SubmissionQuery,
  ): Promise<Page<SubmissionView>> {
    return this.queries.submissions(actor, id, query);
  }

  /** Release a held submission. Creates the lead that the submission would have created. */
  @Post(':id/submissions/:submissionId/release')
  @IdempotentInSteps()
  @Can('lead-forms:update')
  @Returns(SubmissionView)
  releaseSubmission(
    @Me() actor: Actor,
    @RecordId() id: string,
    @RecordId('submissionId') submissionId: string,
  ): Promise<SubmissionView> {
    return this.releases.release(actor, id, submissionId);
  }

  /** Reject a held submission. No lead is created; the submission remains until its retention period ends. */
  @Post(':id/submissions/:submissionId/reject')
  @Can('lead-forms:update')
  @Returns(SubmissionView)
  rejectSubmission(
    @Me() actor: Actor,
    @RecordId() id: string,
    @RecordId('submissionId') submissionId: string,
  ): Promise<SubmissionView> {
    return this.releases.reject(actor, id, submissionId);
  }

  /** Get statistics of a lead form. Returns the number of submissions by outcome. */
  @Get(':id/stats')
  @Can('lead-forms:read')
  @Returns(SubmissionStatsView)
  stats(@RecordId() id: string, @Query() query: SubmissionStatsQuery): Promise<SubmissionStatsView> {
    return this.queries.stats(id, query);
  }
}
