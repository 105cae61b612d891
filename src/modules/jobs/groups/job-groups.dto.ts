import { Flag, Integer, Nested, Nullable, Optional, Text, Timestamp } from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { TextFilter } from '../../../platform/query/index.js';

/** Jobs that share a cap, a pause and a breaker. */
export class JobGroupView {
  /**
   * What the jobs have in common.
   * @example scheduled:sessions.purge
   */
  @Text(1, 150) key: string;
  /**
   * How many of its jobs run at once.
   * @example 4
   */
  @Integer(1, 100) cap: number;
  /**
   * Whether its jobs run strictly one after the other.
   * @example false
   */
  @Flag() ordered: boolean;
  /**
   * Until when none of its jobs is begun; null while it is not paused.
   * @example null
   */
  @Nullable() @Timestamp() pausedUntil: string | null;
  /**
   * Failures since the last success; from 5 on one job at a time is tried.
   * @example 0
   */
  @Integer(0, 2147483647) consecutiveFailures: number;
  /**
   * Since when it has been failing.
   * @example null
   */
  @Nullable() @Timestamp() failingSince: string | null;
  /**
   * Jobs that are due and wait.
   * @example 3
   */
  @Integer(0, 2147483647) ready: number;
  /**
   * Jobs at work.
   * @example 1
   */
  @Integer(0, 2147483647) running: number;
}

export class JobGroupQuery extends PageQuery {
  /** By key: `key[startsWith]=webhook:` */
  @Optional() @Nested(() => TextFilter) key?: TextFilter;
}
