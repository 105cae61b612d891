import { Flag, Integer, Nested, Nullable, Optional, Text, Timestamp } from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { TextFilter } from '../../../platform/query/index.js';

export class JobGroupView {
  /**
   * Key of the job group
   * @example scheduled:sessions.purge
   */
  @Text(1, 150) key: string;
  /**
   * Maximum number of jobs that run at the same time
   * @example 4
   */
  @Integer(1, 100) cap: number;
  /**
   * Whether jobs run strictly one after another
   * @example false
   */
  @Flag() ordered: boolean;
  /**
   * Time until which no job of the group starts; null if the group is not paused
   * @example null
   */
  @Nullable() @Timestamp() pausedUntil: string | null;
  /**
   * Number of failures since the last success; from 5 on, only one job at a time is tried
   * @example 0
   */
  @Integer(0, 2147483647) consecutiveFailures: number;
  /**
   * Time since which all jobs of the group fail
   * @example null
   */
  @Nullable() @Timestamp() failingSince: string | null;
  /**
   * Number of jobs that are due and waiting
   * @example 3
   */
  @Integer(0, 2147483647) ready: number;
  /**
   * Number of running jobs
   * @example 1
   */
  @Integer(0, 2147483647) running: number;
}

export class JobGroupPause {
  /**
   * Duration of the pause in minutes, up to 30 days. Running jobs end normally.
   * @example 60
   */
  @Integer(1, 43200) minutes: number;
}

export class JobGroupQuery extends PageQuery {
  /** Key of the group, for example `key[startsWith]=webhook:` */
  @Optional() @Nested(() => TextFilter) key?: TextFilter;
}
