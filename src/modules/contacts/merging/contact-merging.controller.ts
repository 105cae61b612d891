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
import { ContactsQueries } from '../contacts.queries.js';
import { ContactMergeView } from './contact-merging.dto.js';
import { contactMerges } from './contact-merges.js';

@ApiTags('Contacts')
@Controller('contacts')
export class ContactMergingController {
  constructor(
    private readonly merges: RecordMerges,
    private readonly unmerges: RecordUnmerges,
    private readonly queries: ContactsQueries,
  ) {}

  /**
   * Preview a merge of contacts. Returns the value of each field after the merge, and the records that would move.
   * Nothing is changed.
   */
  @OperationId('previewContactMerge')
  @Post(':id/merge/preview')
  @NotIdempotent()
  @Can('contacts:update')
  @Returns(RecordMergePreview)
  @MergedIntoResponse()
  previewContactMerge(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordMergeRequest,
  ): Promise<RecordMergePreview> {
    return this.merges.preview(contactMerges, actor, id, body);
  }

  /**
   * Merge other contacts into this contact. Empty fields are filled from the duplicates, their linked records move to
   * this contact, and the duplicates are deleted. Also needs `contacts:delete`.
   */
  @OperationId('mergeContacts')
  @Post(':id/merge')
  @Can('contacts:update')
  @Returns(ContactMergeView)
  @MergedIntoResponse()
  async mergeContact(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordMergeRequest,
    @IfMatch() version?: number,
  ): Promise<ContactMergeView> {
    const { merge, record } = await this.merges.merge(contactMerges, actor, id, body, version);
    return { merge, contact: record };
  }

  /**
   * Undo a merge of contacts. Restores the earlier state. Rejected if the affected records have changed since. Also
   * needs `contacts:delete`.
   */
  @OperationId('unmergeContact')
  @Post(':id/unmerge')
  @Can('contacts:update')
  @Returns(ContactMergeView)
  @MergedIntoResponse()
  async unmergeContact(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordUnmergeRequest,
    @IfMatch() version?: number,
  ): Promise<ContactMergeView> {
    const { merge, record } = await this.unmerges.unmerge(contactMerges, actor, id, body, version);
    return { merge, contact: record };
  }

  /** List the merges of a contact. Newest first, including merges that were undone. */
  @OperationId('listContactMerges')
  @Get(':id/merges')
  @Can('contacts:read')
  @Returns(pageOf(RecordMergeView))
  @MergedIntoResponse()
  async listContactMerges(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<RecordMergeView>> {
    return this.merges.list(contactMerges, (await this.queries.get(actor, id)).id, query);
  }
}
