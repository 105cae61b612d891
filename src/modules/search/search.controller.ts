import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Me, SignedIn } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { OperationId, Returns, SdkName } from '../../kernel/routes/returns.js';
import { SearchQuery, SearchView } from './search.dto.js';
import { SearchQueries } from './search.queries.js';

@ApiTags('Search')
@Controller('search')
export class SearchController {
  constructor(private readonly queries: SearchQueries) {}

  /**
   * Search records of all types. Finds leads, contacts, companies, deals and activities, sorted by relevance. Compares
   * e-mail address, phone number, domain, external id, name, words, the start of the last word, and parts of words from
   * three letters. If nothing matches, similar spellings are returned. Results contain only records that the caller can
   * see. For very frequent words, only 200 records are ranked, in large tables the newest; add words to narrow the
   * search.
   */
  @OperationId('searchRecords')
  @SdkName('records')
  @Get()
  @SignedIn()
  @Returns(SearchView)
  search(@Me() actor: Actor, @Query() query: SearchQuery): Promise<SearchView> {
    return this.queries.find(actor, query);
  }
}
