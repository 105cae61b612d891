export { deleteInBatches } from './batches.js';
export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export { isLostUpdate, isRefusedValue, isRetryable, isTooSlow, isUnavailable, violatedForeignKey, violatedUnique } from './failures.js';
export { migrate, pendingMigrations } from './migrate.js';
export { openOrm, ormOptions } from './orm.js';
export { Reader } from './reader.js';
export { compiled, fixed, shaped, slotted, type Query } from './statement.js';
export { currentUnit, fenced, outsideUnit } from './unit-of-work.js';
