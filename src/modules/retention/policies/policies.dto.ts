import {
  Choice,
  ChoicesParameter,
  Flag,
  Id,
  Integer,
  Nullable,
  Optional,
  Text,
  TextsParameter,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';

export const MOST_DAYS = 36_500;

export class RetentionPolicyView {
  /**
   * Id of the policy
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Record type
   * @example leads
   */
  @Text(1, 50) kind: string;
  /**
   * Description of the record type and of the start of its retention period
   * @example "Leads with their activities, from the day of winning, loss, conversion or deletion."
   */
  @Text(1, 500) description: string;
  /**
   * Retention period in days
   * @example 1827
   */
  @Integer(1, MOST_DAYS) days: number;
  /**
   * Default retention period in days
   * @example 1827
   */
  @Integer(1, MOST_DAYS) defaultDays: number;
  /**
   * Minimum retention period in days
   * @example 30
   */
  @Integer(1, MOST_DAYS) minimumDays: number;
  /**
   * Whether expired records are deleted every night
   * @example true
   */
  @Flag() enabled: boolean;
  /**
   * Id of the user who last changed the policy
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() updatedById: string | null;
  /**
   * Time of the last change
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Version number, also in the ETag
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

export class RetentionPolicyUpdate {
  /**
   * Retention period in days, at least `minimumDays`; check the effect with a dry run first
   * @example 1827
   */
  @Optional() @Integer(1, MOST_DAYS) days?: number;
  /**
   * Whether expired records are deleted every night
   * @example true
   */
  @Optional() @Flag() enabled?: boolean;
}

export class RetentionDryRun {
  /**
   * Retention period in days to test; default: the period of the policy
   * @example 365
   */
  @Optional() @Integer(1, MOST_DAYS) days?: number;
}

export const RUN_MODES = ['dry-run', 'real'] as const;
export type RunMode = (typeof RUN_MODES)[number];
export const RUN_STATES = ['running', 'succeeded', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];

export class RetentionRunView {
  /**
   * Id of the run
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Record type
   * @example leads
   */
  @Text(1, 50) kind: string;
  /**
   * Mode: a real run, or a dry run that deletes nothing
   * @example dry-run
   */
  @Choice('RetentionRunMode', RUN_MODES) mode: RunMode;
  /**
   * Status; an interrupted run stays `running` until it is resumed
   * @example succeeded
   */
  @Choice('RetentionRunStatus', RUN_STATES) status: RunState;
  /**
   * Retention period in days used by the run
   * @example 1827
   */
  @Integer(1, MOST_DAYS) days: number;
  /**
   * Time limit; records whose retention period started before this time are expired
   * @example 2021-11-20T09:30:00.000Z
   */
  @Timestamp() cutoff: string;
  /**
   * Number of expired records
   * @example 12
   */
  @Integer(0, 2147483647) due: number;
  /**
   * Number of records that a legal hold protects
   * @example 1
   */
  @Integer(0, 2147483647) held: number;
  /**
   * Number of deleted records
   * @example 0
   */
  @Integer(0, 2147483647) removed: number;
  /**
   * Start of the retention period of the oldest expired record; null if there is none
   * @example 2020-03-01T08:00:00.000Z
   */
  @Nullable() @Timestamp() oldestAt: string | null;
  /**
   * Error message of a failed run
   * @example null
   */
  @Nullable() @Text(0, 2000) error: string | null;
  /**
   * Start time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() startedAt: string;
  /**
   * End time
   * @example 2026-11-21T09:30:01.000Z
   */
  @Nullable() @Timestamp() finishedAt: string | null;
  /**
   * Id of the user who started the run; null for nightly runs
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() requestedById: string | null;
}

const RUN_SORTS = ['startedAt', '-startedAt'] as const;

export class RetentionRunQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @ChoicesParameter('RetentionRunSort', RUN_SORTS, 1) sort?: string[];
  /**
   * Kinds; repeat to match any of several
   * @example ["leads"]
   */
  @Optional() @TextsParameter(50) kind?: string[];
  /** Modes; repeat to match any of several */
  @Optional() @ChoicesParameter('RetentionRunMode', RUN_MODES) mode?: RunMode[];
  /** Statuses; repeat to match any of several */
  @Optional() @ChoicesParameter('RetentionRunStatus', RUN_STATES) status?: RunState[];
}
