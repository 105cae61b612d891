import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Page } from '../../kernel/page.js';
import type { FacetRequest, FacetsView, SearchRequest } from '../../platform/query/index.js';
import { Records, type GetOptions } from '../../platform/records/index.js';
import type { DealQuery } from './deal-lists.dto.js';
import { dealType } from './deal.type.js';
import type { DealView } from './deals.dto.js';

/** Reads of deals. A deal that the actor cannot see is treated as missing. */
@Injectable()
export class DealsQueries {
  constructor(private readonly records: Records) {}

  list(actor: Actor, query: DealQuery): Promise<Page<DealView>> {
    return this.records.list(dealType, actor, { ...query });
  }

  search(actor: Actor, request: SearchRequest): Promise<Page<DealView>> {
    return this.records.search(dealType, actor, request);
  }

  facets(actor: Actor, request: FacetRequest): Promise<FacetsView> {
    return this.records.facets(dealType, actor, request);
  }

  get(actor: Actor | null, id: string, options?: GetOptions): Promise<DealView> {
    return this.records.get(dealType, actor, id, options);
  }
}
