export { erasureCompleted, legalHoldPlaced, legalHoldReleased, retentionApplied } from './retention.events.js';
export { RetentionModule } from './retention.module.js';
