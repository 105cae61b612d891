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
import { ContactBulk, ContactBulkView } from './bulk/contact-bulk.dto.js';
import { ContactBulkService } from './bulk/contact-bulk.service.js';
import { ContactGetQuery, ContactQuery } from './contact-lists.dto.js';
import { ContactCreate, ContactUpdate, ContactView } from './contacts.dto.js';
import { ContactsQueries } from './contacts.queries.js';
import { ContactsService } from './contacts.service.js';
import { ContactDuplicatesQuery, ContactDuplicatesView } from './duplicates/contact-duplicates.dto.js';

@ApiTags('Contacts')
@Controller('contacts')
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly queries: ContactsQueries,
    private readonly bulks: ContactBulkService,
    private readonly changes: HistoryQueries,
  ) {}

  /** Lists contacts, newest first unless `sort` says otherwise. */
  @Get()
  @Can('contacts:read')
  @Returns(pageOf(ContactView))
  list(@Me() actor: Actor, @Query() query: ContactQuery): Promise<Page<ContactView>> {
    return this.queries.list(actor, query);
  }

  /** Adds a contact. A name is needed; an e-mail address must not be that of another contact. */
  @Post()
  @Can('contacts:create')
  @Returns(ContactView, { status: HttpStatus.CREATED, location: 'contacts' })
  create(@Me() actor: Actor, @Body() body: ContactCreate): Promise<ContactView> {
    return this.contacts.create(actor, body);
  }

  /** Lists contacts by a filter of any depth. */
  @Post('search')
  @Can('contacts:read')
  @Returns(pageOf(ContactView))
  search(@Me() actor: Actor, @Body() body: SearchRequest): Promise<Page<ContactView>> {
    return this.queries.search(actor, body);
  }

  /** Counts contacts by the values of fields, each as if its own condition were not set. */
  @Post('facets')
  @Can('contacts:read')
  @Returns(FacetsView)
  facets(@Me() actor: Actor, @Body() body: FacetRequest): Promise<FacetsView> {
    return this.queries.facets(actor, body);
  }

  /** Finds living contacts that may be the same person: same e-mail address, same phone or mobile number, similar name. */
  @Post('duplicates')
  @Can('contacts:read')
  @Returns(ContactDuplicatesView)
  duplicates(@Me() actor: Actor, @Body() body: ContactDuplicatesQuery): Promise<ContactDuplicatesView> {
    return this.queries.duplicates(actor, body);
  }

  /** Does up to 100 operations, all or none unless `atomic` is false. Making and deleting need their own permission besides. */
  @Post('bulk')
  @Can('contacts:update')
  @IdempotentInSteps()
  @Returns(ContactBulkView)
  @ApiResponse({
    status: HttpStatus.NOT_FOUND,
    description: 'One of the contacts is not there, and the operations are atomic.',
  })
  @ApiResponse({
    status: HttpStatus.PRECONDITION_FAILED,
    description: 'One of the contacts has a newer version than the operation names, and the operations are atomic.',
  })
  bulk(@Me() actor: Actor, @Body() body: ContactBulk): Promise<ContactBulkView> {
    return this.bulks.run(actor, body);
  }

  /** Creates the contact that another system knows by this id (201), or updates the one that is there (200). */
  @Put('by-external-id/:source/:externalId')
  @Can('contacts:update')
  @Returns(ContactView)
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
  @ApiResponse({ status: HttpStatus.CREATED, type: ContactView, description: 'Made.' })
  async upsert(
    @Me() actor: Actor,
    @Param() { source, externalId }: ExternalId,
    @Body() body: ContactCreate,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ContactView> {
    const { record, made } = await this.contacts.upsert(actor, source, externalId, body);
    if (made) answerAs(response, HttpStatus.CREATED);
    return record;
  }

  /** Gives one contact. */
  @Get(':id')
  @Can('contacts:read')
  @Returns(ContactView)
  @ToldOfMerge()
  get(@Me() actor: Actor, @RecordId() id: string, @Query() query: ContactGetQuery): Promise<ContactView> {
    return this.queries.get(actor, id, query);
  }

  /** Lists what was changed of a contact, newest first, with who did it. Also of a deleted one. */
  @Get(':id/history')
  @Can('contacts:read')
  @Returns(pageOf(HistoryEntryView))
  async history(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<HistoryEntryView>> {
    return this.changes.of('contacts', (await this.queries.get(actor, id, { deleted: 'any' })).id, query);
  }

  /** Changes fields of a contact: absent ones stay, null clears. With `If-Match` a stale copy is refused. */
  @Patch(':id')
  @Can('contacts:update')
  @Returns(ContactView)
  @ToldOfMerge()
  update(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: ContactUpdate,
    @IfMatch() version?: number,
  ): Promise<ContactView> {
    return this.contacts.update(actor, id, body, version);
  }

  /** Deletes a contact; it can be restored. */
  @Delete(':id')
  @Can('contacts:delete')
  @ReturnsNothing()
  @ToldOfMerge()
  remove(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.contacts.remove(actor, id, version);
  }

  /** Restores a deleted contact. */
  @Post(':id/restore')
  @Can('contacts:update')
  @Returns(ContactView)
  restore(@Me() actor: Actor, @RecordId() id: string): Promise<ContactView> {
    return this.contacts.restore(actor, id);
  }

  /** Makes a contact the primary one of its company; whoever was it before is not any longer. */
  @Post(':id/make-primary')
  @Can('contacts:update')
  @Returns(ContactView)
  @ToldOfMerge()
  makePrimary(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<ContactView> {
    return this.contacts.makePrimary(actor, id, version);
  }

  /** Gives a contact an owner, or takes the owner away and leaves it to a team. Whoever gives a contact away gets this answer, and may not see the contact afterwards. */
  @Post(':id/assign')
  @Can('contacts:update')
  @Returns(ContactView)
  @ToldOfMerge()
  assign(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordAssignment,
    @IfMatch() version?: number,
  ): Promise<ContactView> {
    return this.contacts.assign(actor, id, body, version);
  }

  /** Removes a contact for good. Deals and activities that it was on stay, without it. */
  @Post(':id/purge')
  @Can('contacts:purge')
  @ReturnsNothing()
  purge(@Me() actor: Actor, @RecordId() id: string): Promise<void> {
    return this.contacts.purge(actor, id);
  }
}
