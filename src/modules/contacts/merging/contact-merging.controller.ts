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

  /** Says what a merge would do: which value of each field wins, and what moves. Nothing is changed. */
  @Post(':id/merge/preview')
  @Can('contacts:update')
  @Returns(RecordMergePreview)
  @ToldOfMerge()
  previewContactMerge(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordMergeRequest,
  ): Promise<RecordMergePreview> {
    return this.merges.preview(contactMerges, actor, id, body);
  }

  /** Merges other contacts into this one: what it lacks it gets from them, what is on them moves to it, and they are deleted. Needs contacts:delete besides. */
  @Post(':id/merge')
  @Can('contacts:update')
  @Returns(ContactMergeView)
  @ToldOfMerge()
  async mergeContact(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordMergeRequest,
    @IfMatch() version?: number,
  ): Promise<ContactMergeView> {
    const { merge, record } = await this.merges.merge(contactMerges, actor, id, body, version);
    return { merge, contact: record };
  }

  /** Takes a merge back while nobody has touched what it did: everything is as it was. Needs contacts:delete besides. */
  @Post(':id/unmerge')
  @Can('contacts:update')
  @Returns(ContactMergeView)
  @ToldOfMerge()
  async unmergeContact(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordUnmergeRequest,
    @IfMatch() version?: number,
  ): Promise<ContactMergeView> {
    const { merge, record } = await this.unmerges.unmerge(contactMerges, actor, id, body, version);
    return { merge, contact: record };
  }

  /** Lists what was merged into a contact, newest first, also what was taken back. */
  @Get(':id/merges')
  @Can('contacts:read')
  @Returns(pageOf(RecordMergeView))
  @ToldOfMerge()
  async listContactMerges(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<RecordMergeView>> {
    return this.merges.list(contactMerges, (await this.queries.get(actor, id)).id, query);
  }
}
