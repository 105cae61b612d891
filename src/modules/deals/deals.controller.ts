import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { pageOf, type Page } from '../../kernel/page.js';
import { RecordId } from '../../kernel/parameters.js';
import { Returns } from '../../kernel/returns.js';
import { DealGetQuery, DealQuery } from './deal-lists.dto.js';
import { DealView } from './deals.dto.js';
import { DealsQueries } from './deals.queries.js';

@ApiTags('Deals')
@Controller('deals')
export class DealsController {
  constructor(private readonly queries: DealsQueries) {}

  /** Lists deals, newest first unless `sort` says otherwise. */
  @Get() @Can('deals:read') @Returns(pageOf(DealView))
  list(@Me() actor: Actor, @Query() query: DealQuery): Promise<Page<DealView>> {
    return this.queries.list(actor, query);
  }

  /** Gives one deal. */
  @Get(':id') @Can('deals:read') @Returns(DealView)
  get(@Me() actor: Actor, @RecordId() id: string, @Query() query: DealGetQuery): Promise<DealView> {
    return this.queries.get(actor, id, query);
  }
}
