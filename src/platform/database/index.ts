export { deleteInBatches } from './statements/batches.js';
export { ADVISORY_LOCKS } from './advisory-locks.js';
export { Database } from './database.js';
export { DatabaseModule } from './database.module.js';
export {
  isFailing,
  isHeld,
  isLostUpdate,
  isOutcomeUnknown,
  isPoolExhausted,
  isRejectedValue,
  isRetryable,
  isStorageFull,
  isTooSlow,
  isUnavailable,
  LostRace,
  takenValue,
  violatedCheck,
  violatedForeignKey,
  violatedUnique,
} from './failures.js';
export { compactSums, type ShardedCounters } from './statements/sharded-counters.js';
export { migrate, pendingMigrations } from './migrate.js';
export { Owner } from './owner.js';
export { openForMigrations, openForWork, openOrm, ormOptions } from './orm.js';
export { QueryRunner } from './statements/query-runner.js';
export { withoutVisibility } from './row-level-security/rls-context.js';
export {
  compiled,
  precompiled,
  UNION_PART,
  cachedStatement,
  withPlaceholders,
  unionAll,
  type Query,
} from './statements/cached-statement.js';
export { AfterRollback, currentUnit, explained, fenced, inBackground, requireNoUnit } from './unit-of-work.js';
export { StorageState, storageState } from './pool/storage-state.js';
export { RowLevelSecurity } from './row-level-security/row-level-security.js';
