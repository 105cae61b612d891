export { Deal, DEAL_PRIORITIES, DEAL_STATUSES, DealSchema, type DealPriority, type DealStatus } from './deal.entity.js';
export { DealCreate, DealRef, DealView } from './deals.dto.js';
export {
  dealAbandoned,
  dealEvents,
  dealLost,
  dealReopened,
  dealStageChanged,
  dealWon,
  type DealChange,
  type DealStageChange,
} from './deals.events.js';
export { DealsModule } from './deals.module.js';
export { DealsQueries } from './deals.queries.js';
export { dealType } from './deal.type.js';
export { DealsService } from './deals.service.js';
export { DealProgressService } from './progress/deal-progress.service.js';
