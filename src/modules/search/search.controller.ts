import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Me, SignedIn } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { Returns, SdkName } from '../../kernel/returns.js';
import { SearchQuery, SearchView } from './search.dto.js';
import { SearchQueries } from './search.queries.js';

@ApiTags('Search')
@Controller('search')
export class SearchController {
  constructor(private readonly queries: SearchQueries) {}

  /**
   * Finds leads, contacts, companies, deals and activities by relevance: by e-mail address, phone number, domain, external id or name, by words (the last one may be a beginning), by fragments of three letters and more, and, where nothing is found, by what is written almost so.
   * Kinds that the caller may not read are left out, as are records that they do not see. Nothing is counted: of a word that thousands of records have, two hundred are ranked, in large tables of the newest; more words find what is meant.
   */
  @Get()
  @SignedIn()
  @SdkName('find')
  @Returns(SearchView)
  search(@Me() actor: Actor, @Query() query: SearchQuery): Promise<SearchView> {
    return this.queries.find(actor, query);
  }
}
