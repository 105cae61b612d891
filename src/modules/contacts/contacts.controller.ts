import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { pageOf, type Page } from '../../kernel/page.js';
import { RecordId } from '../../kernel/parameters.js';
import { Returns } from '../../kernel/returns.js';
import { FacetRequest, FacetsView, SearchRequest } from '../../platform/query/index.js';
import { ContactGetQuery, ContactQuery } from './contact-lists.dto.js';
import { ContactView } from './contacts.dto.js';
import { ContactsQueries } from './contacts.queries.js';

@ApiTags('Contacts')
@Controller('contacts')
export class ContactsController {
  constructor(private readonly queries: ContactsQueries) {}

  /** Lists contacts, newest first unless `sort` says otherwise. */
  @Get() @Can('contacts:read') @Returns(pageOf(ContactView))
  list(@Me() actor: Actor, @Query() query: ContactQuery): Promise<Page<ContactView>> {
    return this.queries.list(actor, query);
  }

  /** Lists contacts by a filter of any depth. */
  @Post('search') @Can('contacts:read') @Returns(pageOf(ContactView))
  search(@Me() actor: Actor, @Body() body: SearchRequest): Promise<Page<ContactView>> {
    return this.queries.search(actor, body);
  }

  /** Counts contacts by the values of fields, each as if its own condition were not set. */
  @Post('facets') @Can('contacts:read') @Returns(FacetsView)
  facets(@Me() actor: Actor, @Body() body: FacetRequest): Promise<FacetsView> {
    return this.queries.facets(actor, body);
  }

  /** Gives one contact. */
  @Get(':id') @Can('contacts:read') @Returns(ContactView)
  get(@Me() actor: Actor, @RecordId() id: string, @Query() query: ContactGetQuery): Promise<ContactView> {
    return this.queries.get(actor, id, query);
  }
}
