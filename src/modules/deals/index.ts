export { Deal, DEAL_PRIORITIES, DEAL_STATUSES, DealSchema, type DealPriority, type DealStatus } from './deal.entity.js';
export { DealCreate, DealRef, DealView } from './deals.dto.js';
export {
  dealAbandoned,
  dealAssigned,
  dealCreated,
  dealDeleted,
  dealLost,
  dealPurged,
  dealReopened,
  dealRestored,
  dealStageChanged,
  dealUpdated,
  dealWon,
  type DealChange,
  type DealStageChange,
} from './deals.events.js';
export { dealFields } from './deals.fields.js';
export { DealsModule } from './deals.module.js';
export { dealBelonging, dealKind, dealSource, DealsQueries } from './deals.queries.js';
export { DealsService } from './deals.service.js';
export { DealProgress } from './progress/deal-progress.service.js';
