export { Deal, DEAL_PRIORITIES, DEAL_STATUSES, DealSchema, type DealPriority, type DealStatus } from './deal.entity.js';
export { DealCreate, DealRef, DealView } from './deals.dto.js';
export { DealsModule } from './deals.module.js';
export { dealBelonging, dealKind, dealSource, DealsQueries } from './deals.queries.js';
