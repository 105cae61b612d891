import { Body, Controller, Delete, Get, HttpStatus, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
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
import { ContactBulk, ContactBulkView } from './contact-bulk.dto.js';
import { contactType } from './contact.type.js';
import { ContactGetQuery, ContactQuery } from './contact-lists.dto.js';
import { ContactCreate, ContactUpdate, ContactUpsert, ContactView } from './contacts.dto.js';
import { ContactsQueries } from './contacts.queries.js';
import { ContactsService } from './contacts.service.js';
import { ContactDuplicatesQuery, ContactDuplicatesView } from './duplicates/contact-duplicates.dto.js';

@ApiTags('Contacts')
@Controller('contacts')
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly queries: ContactsQueries,
    private readonly bulks: RecordBulk,
  ) {}

  /** List contacts. Default order: newest first. */
  @Get()
  @Can('contacts:read')
  @Returns(pageOf(ContactView))
  list(@Me() actor: Actor, @Query() query: ContactQuery): Promise<Page<ContactView>> {
    return this.queries.list(actor, query);
  }

  /** Create a contact. A name is required. The e-mail address must not belong to another contact. */
  @Post()
  @Can('contacts:create')
  @Returns(ContactView, { status: HttpStatus.CREATED, location: 'contacts' })
  create(@Me() actor: Actor, @Body() body: ContactCreate): Promise<ContactView> {
    return this.contacts.create(actor, body);
  }

  /** Search contacts with a filter. */
  @Post('search')
  @NotIdempotent()
  @Can('contacts:read')
  @Returns(pageOf(ContactView))
  @SearchExample({ field: 'status', op: 'in', value: ['qualified', 'customer'] }, 'ada')
  search(@Me() actor: Actor, @Body() body: SearchRequest): Promise<Page<ContactView>> {
    return this.queries.search(actor, body);
  }

  /** Count contacts by field values. Each facet ignores the condition on its own field. */
  @Post('facets')
  @NotIdempotent()
  @Can('contacts:read')
  @Returns(FacetsView)
  @BodyExample({
    filter: { field: 'status', op: 'eq', value: 'customer' },
    q: 'ada',
    facets: ['status', 'source', 'country'],
  })
  facets(@Me() actor: Actor, @Body() body: FacetRequest): Promise<FacetsView> {
    return this.queries.facets(actor, body);
  }

  /**
   * Find possible duplicates of a contact. Compares e-mail address, phone numbers and name with all contacts that are
   * not deleted.
   */
  @Post('duplicates')
  @NotIdempotent()
  @Can('contacts:read')
  @Returns(ContactDuplicatesView)
  duplicates(@Me() actor: Actor, @Body() body: ContactDuplicatesQuery): Promise<ContactDuplicatesView> {
    return this.queries.duplicates(actor, body);
  }

  /**
   * Change up to 100 contacts. All operations succeed or none, unless `atomic` is false. Creating and deleting contacts
   * also need their own permissions.
   */
  @Post('bulk')
  @Can('contacts:update')
  @IdempotentInSteps()
  @Returns(ContactBulkView)
  @BulkResponses('contacts')
  bulk(@Me() actor: Actor, @Body() body: ContactBulk): Promise<ContactBulkView> {
    return this.bulks.run(contactType, actor, body, this.contacts);
  }

  /** Create or update a contact by external id. Returns 201 for a new contact and 200 for an existing one. */
  @OperationId('upsertContactByExternalId')
  @UpsertRoute(ContactView)
  @Can('contacts:update')
  @Returns(ContactView)
  async upsert(
    @Me() actor: Actor,
    @Param() { source, externalId }: ExternalId,
    @Body() body: ContactUpsert,
    @Res({ passthrough: true }) response: Response,
    @IfMatch() version?: number,
  ): Promise<ContactView> {
    return answerUpsert(response, await this.contacts.upsert(actor, { source, externalId, version }, body));
  }

  /** Get a contact. */
  @Get(':id')
  @Can('contacts:read')
  @Returns(ContactView)
  @MergedIntoResponse()
  get(@Me() actor: Actor, @RecordId() id: string, @Query() query: ContactGetQuery): Promise<ContactView> {
    return this.queries.get(actor, id, query);
  }

  /**
   * Update a contact. Omitted fields are unchanged; null clears a field. With `If-Match`, an outdated version is
   * rejected.
   */
  @Patch(':id')
  @Can('contacts:update')
  @Returns(ContactView)
  @MergedIntoResponse()
  update(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: ContactUpdate,
    @IfMatch() version?: number,
  ): Promise<ContactView> {
    return this.contacts.update(actor, id, body, version);
  }

  /** Delete a contact. The contact can be restored. */
  @Delete(':id')
  @Can('contacts:delete')
  @ReturnsNothing()
  @MergedIntoResponse()
  remove(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.contacts.remove(actor, id, version);
  }

  /** Restore a deleted contact. */
  @Post(':id/restore')
  @Can('contacts:update')
  @Returns(ContactView)
  restore(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<ContactView> {
    return this.contacts.restore(actor, id, version);
  }

  /** Set the primary contact of a company. The previous primary contact is replaced. */
  @OperationId('setPrimaryContact')
  @Post(':id/set-primary')
  @Can('contacts:update')
  @Returns(ContactView)
  @MergedIntoResponse()
  setPrimary(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<ContactView> {
    return this.contacts.createPrimary(actor, id, version);
  }

  /**
   * Assign a contact to an owner or team. Null as `ownerId` removes the owner. The response contains the contact even
   * if the caller cannot see it any more.
   */
  @Post(':id/assign')
  @Can('contacts:update')
  @Returns(ContactView)
  @MergedIntoResponse()
  assign(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: RecordAssignment,
    @IfMatch() version?: number,
  ): Promise<ContactView> {
    return this.contacts.assign(actor, id, body, version);
  }

  /** Delete a contact permanently. Its deals and activities remain, without the contact. */
  @Post(':id/purge')
  @Can('contacts:purge')
  @RequireRecentAuth()
  @ReturnsNothing()
  purge(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.contacts.purge(actor, id, version);
  }
}
