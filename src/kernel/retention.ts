import { SetMetadata } from '@nestjs/common';

/** What is over its time at a moment: `due` may go, `held` has to stay because of a legal hold. */
export interface DueCount {
  readonly due: number;
  readonly held: number;
  /** When the oldest of both came to its end. */
  readonly oldest: string | null;
}

/** What one batch did; `isDone` where there is no more to be had now. */
export interface Removed {
  readonly removed: number;
  readonly isDone: boolean;
}

/** Records of one kind that are kept for a time after they came to their end, as the module sees it that owns them. */
export interface RetainedKind {
  /** As in paths, for example `lead-form-submissions`. */
  readonly kind: string;
  /** What it is, and from when its time counts. */
  readonly description: string;
  /** Leap days counted in, so that a period in years is never cut short. */
  readonly defaultDays: number;
  /** No policy may go below this. */
  readonly minimumDays: number;
  /** Whether this database keeps such records; left out: it does. */
  isKept?(): Promise<boolean>;
  count(before: Date): Promise<DueCount>;
  /**
   * Removes up to `limit` of those that came to their end before a moment, never one under hold, in the unit of work
   * at hand.
   */
  remove(before: Date, limit: number): Promise<Removed>;
}

export const RETAINED_KIND = 'kontor:retained-kind';

/** The provider is a `RetainedKind`: its records are removed when their time is over. */
export const Retains = (): ClassDecorator => SetMetadata(RETAINED_KIND, true);

export interface RecordRef {
  readonly resource: string;
  readonly id: string;
}

/** Whose data is to be erased, and what was found to be theirs so far. */
export interface Person {
  /** In lower case. */
  readonly email: string | null;
  /** Digits alone, without leading zeros. */
  readonly phone: string | null;
  readonly records: readonly RecordRef[];
}

/** The ids of one person's records of one kind. */
export interface PersonsRecords {
  readonly free: readonly string[];
  /** Under a legal hold: they stay. */
  readonly held: readonly string[];
}

/** Records that are about one person as a whole: they are removed. */
export interface PersonalRecords {
  readonly resource: string;
  /** Those of rank 0 are found by the person, those of rank 1 also by what rank 0 found. */
  readonly rank: 0 | 1;
  /** With `lock`, inside a unit of work, nobody adds to what was found until it ends. */
  find(person: Person, lock: boolean): Promise<PersonsRecords>;
  /** In the unit of work at hand. Gives how many. */
  erase(ids: readonly string[]): Promise<number>;
}

export const PERSONAL_RECORDS = 'kontor:personal-records';

/** The provider is a `PersonalRecords`. */
export const KeepsPersonalRecords = (): ClassDecorator => SetMetadata(PERSONAL_RECORDS, true);

/** Why something stays. */
export const KEPT_BECAUSE = ['legal-hold', 'security-record', 'user-account'] as const;
export type KeptBecause = (typeof KEPT_BECAUSE)[number];

/** What became of one person's data in one place. */
export interface ErasureLine {
  readonly resource: string;
  readonly removed: number;
  readonly anonymised: number;
  readonly kept: number;
  readonly reason: KeptBecause | null;
}

/** What is left of a person's records elsewhere once the records are gone: copies in events, in what was sent. */
export interface PersonalTraces {
  readonly resource: string;
  /** In units of work of its own; the same again must be as good as once. */
  erase(person: Person, signal: AbortSignal): Promise<ErasureLine>;
}

export const PERSONAL_TRACES = 'kontor:personal-traces';

/** The provider is a `PersonalTraces`. */
export const KeepsPersonalTraces = (): ClassDecorator => SetMetadata(PERSONAL_TRACES, true);

export const lineOf = (resource: string, counts: Partial<ErasureLine>): ErasureLine => ({
  resource,
  removed: 0,
  anonymised: 0,
  kept: 0,
  reason: null,
  ...counts,
});

/** The ids that were found of one resource. */
export const idsOf = ({ records }: Pick<Person, 'records'>, ...resources: readonly string[]): string[] =>
  records.filter(({ resource }) => resources.includes(resource)).map(({ id }) => id);
