export { HealthModule } from './health.module.js';
export { Metrics } from './metrics.js';
export { kindsQuery, outboxQuery, type KindRow, type OutboxRow } from './queue-state.js';
