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

/** How long records of one kind are kept after they came to their end. */
export class RetentionPolicyView {
  /**
   * The policy.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The kind of records.
   * @example leads
   */
  @Text(1, 50) kind: string;
  /**
   * What it is, and from when its time counts.
   * @example "Leads with their activities, from the day they were won, lost, converted or deleted."
   */
  @Text(1, 500) description: string;
  /**
   * How many days they are kept.
   * @example 1827
   */
  @Integer(1, MOST_DAYS) days: number;
  /**
   * The days that this server comes with.
   * @example 1827
   */
  @Integer(1, MOST_DAYS) defaultDays: number;
  /**
   * The fewest days that can be set.
   * @example 30
   */
  @Integer(1, MOST_DAYS) minimumDays: number;
  /**
   * Whether what is over its time is removed every night.
   * @example true
   */
  @Flag() enabled: boolean;
  /**
   * Who changed it last.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() updatedById: string | null;
  /**
   * When it was changed last.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Moves with every change; the ETag.
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

export class RetentionPolicyUpdate {
  /**
   * How many days they are kept, not fewer than `minimumDays`. Look at a dry run with these days first.
   * @example 1827
   */
  @Optional() @Integer(1, MOST_DAYS) days?: number;
  /**
   * Whether what is over its time is removed every night.
   * @example true
   */
  @Optional() @Flag() enabled?: boolean;
}

export class RetentionDryRun {
  /**
   * What if it were so many days? Those of the policy when left out.
   * @example 365
   */
  @Optional() @Integer(1, MOST_DAYS) days?: number;
}

export const RUN_MODES = ['dry-run', 'real'] as const;
export type RunMode = (typeof RUN_MODES)[number];
export const RUN_STATES = ['running', 'succeeded', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** One run of a policy: what it found, and what it removed. */
export class RetentionRunView {
  /**
   * The run.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The kind of records.
   * @example leads
   */
  @Text(1, 50) kind: string;
  /**
   * Whether it only counted.
   * @example dry-run
   */
  @Choice('RetentionRunMode', RUN_MODES) mode: RunMode;
  /**
   * How it stands; one that was interrupted is running until it was taken up again.
   * @example succeeded
   */
  @Choice('RetentionRunStatus', RUN_STATES) status: RunState;
  /**
   * How many days it went by.
   * @example 1827
   */
  @Integer(1, MOST_DAYS) days: number;
  /**
   * What came to its end before this moment was over its time.
   * @example 2021-11-20T09:30:00.000Z
   */
  @Timestamp() cutoff: string;
  /**
   * How many were to be removed.
   * @example 12
   */
  @Integer(0, 2147483647) due: number;
  /**
   * How many had to stay because of a legal hold.
   * @example 1
   */
  @Integer(0, 2147483647) held: number;
  /**
   * How many were removed.
   * @example 0
   */
  @Integer(0, 2147483647) removed: number;
  /**
   * When the oldest of them came to its end; null where there was none.
   * @example 2020-03-01T08:00:00.000Z
   */
  @Nullable() @Timestamp() oldestAt: string | null;
  /**
   * Why it failed.
   * @example null
   */
  @Nullable() @Text(0, 2000) error: string | null;
  /**
   * When it began.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() startedAt: string;
  /**
   * When it ended.
   * @example 2026-11-21T09:30:01.000Z
   */
  @Nullable() @Timestamp() finishedAt: string | null;
  /**
   * Who asked for it; null for those of every night.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() requestedById: string | null;
}

const RUN_SORTS = ['startedAt', '-startedAt'] as const;

export class RetentionRunQuery extends PageQuery {
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @ChoicesParameter('RetentionRunSort', RUN_SORTS, 1) sort?: string[];
  /**
   * Any of these kinds.
   * @example ["leads"]
   */
  @Optional() @TextsParameter(50) kind?: string[];
  /** Any of these modes. */
  @Optional() @ChoicesParameter('RetentionRunMode', RUN_MODES) mode?: RunMode[];
  /** Any of these. */
  @Optional() @ChoicesParameter('RetentionRunStatus', RUN_STATES) status?: RunState[];
}
