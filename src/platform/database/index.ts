export { deleteInBatches } from './batches.js';
export { ADVISORY_LOCKS } from './advisory-locks.js';
export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export {
  isHeld,
  isLostUpdate,
  isRefusedValue,
  isRetryable,
  isTooSlow,
  isUnavailable,
  takenCustomField,
  violatedCheck,
  violatedForeignKey,
  violatedUnique,
} from './failures.js';
export { foldSums, type AddedSums } from './folding.js';
export { migrate, pendingMigrations } from './migrate.js';
export { Owner } from './owner.js';
export { openForMigrations, openForWork, openOrm, ormOptions } from './orm.js';
export { Reader } from './reader.js';
export { beyondSight } from './sight.js';
export { compiled, fixed, PART, shaped, slotted, united, type Query } from './statement.js';
export { currentUnit, fenced, outsideUnit } from './unit-of-work.js';
export { Wall } from './wall.js';
