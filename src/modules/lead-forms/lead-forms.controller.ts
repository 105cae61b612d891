import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { PageQuery, pageOf, type Page } from '../../kernel/page.js';
import { IfMatch, RecordId } from '../../kernel/parameters.js';
import { Returns, ReturnsNothing } from '../../kernel/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../platform/audit/index.js';
import { LeadFormCreate, LeadFormQuery, LeadFormUpdate, LeadFormView } from './lead-forms.dto.js';
import { LeadFormsQueries } from './lead-forms.queries.js';
import { LeadFormsService } from './lead-forms.service.js';
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
  ) {}

  /** Lists lead forms, newest first unless `sort` says otherwise. */
  @Get()
  @Can('lead-forms:read')
  @Returns(pageOf(LeadFormView))
  list(@Query() query: LeadFormQuery): Promise<Page<LeadFormView>> {
    return this.queries.list(query);
  }

  /** Makes a lead form. It takes submissions at once, on its own page and at its own address. */
  @Post()
  @Can('lead-forms:create')
  @Returns(LeadFormView, { status: HttpStatus.CREATED, location: 'lead-forms' })
  create(@Me() actor: Actor, @Body() body: LeadFormCreate): Promise<LeadFormView> {
    return this.forms.create(actor, body);
  }

  /** Gives one lead form. */
  @Get(':id')
  @Can('lead-forms:read')
  @Returns(LeadFormView)
  get(@RecordId() id: string): Promise<LeadFormView> {
    return this.queries.get(id);
  }

  /** Lists what was changed of a lead form, newest first, with who did it. Also of a deleted one. */
  @Get(':id/history')
  @Can('lead-forms:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.of('lead-forms', (await this.queries.get(id, { deleted: 'any' })).id, query);
  }

  /** Changes a lead form: absent fields stay. With `If-Match` a stale copy is refused. */
  @Patch(':id')
  @Can('lead-forms:update')
  @Returns(LeadFormView)
  update(@RecordId() id: string, @Body() body: LeadFormUpdate, @IfMatch() version?: number): Promise<LeadFormView> {
    return this.forms.update(id, body, version);
  }

  /** Deletes a lead form; it can be restored. It takes no submissions any more. */
  @Delete(':id')
  @Can('lead-forms:delete')
  @ReturnsNothing()
  remove(@RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.forms.remove(id, version);
  }

  /** Restores a deleted lead form. */
  @Post(':id/restore')
  @Can('lead-forms:update')
  @Returns(LeadFormView)
  restore(@RecordId() id: string): Promise<LeadFormView> {
    return this.forms.restore(id);
  }

  /** Gives a lead form a new key; its old addresses stop working. */
  @Post(':id/rotate-key')
  @Can('lead-forms:update')
  @Returns(LeadFormView)
  rotateKey(@RecordId() id: string, @IfMatch() version?: number): Promise<LeadFormView> {
    return this.forms.rotateKey(id, version);
  }

  /** Lists what came in through a lead form, newest first, with what became of it. */
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

  /** Counts what came in through a lead form, by what became of it. */
  @Get(':id/stats')
  @Can('lead-forms:read')
  @Returns(SubmissionStatsView)
  stats(@RecordId() id: string, @Query() query: SubmissionStatsQuery): Promise<SubmissionStatsView> {
    return this.queries.stats(id, query);
  }
}
