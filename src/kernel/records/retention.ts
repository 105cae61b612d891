import { SetMetadata } from '@nestjs/common';

/** Expired records: `due` can be removed, `held` must stay because of a legal hold. */
export interface DueCount {
  readonly due: number;
  readonly held: number;
  /** End time of the oldest record of both groups. */
  readonly oldest: string | null;
}

/** The result of one batch. `isDone` means that no record can be removed now. */
export interface Removed {
  readonly removed: number;
  readonly isDone: boolean;
}

/** Records of one type that are removed some time after their end. */
export interface RetainedKind {
  /** The name in paths, for example `lead-form-submissions`. */
  readonly kind: string;
  /** The records, and the time from which the period counts. */
  readonly description: string;
  /** Includes leap days, so that a period in years is never too short. */
  readonly defaultDays: number;
  /** Lower limit of a retention policy. */
  readonly minimumDays: number;
  /** Returns whether this database can contain such records. Default: true. */
  isStored?(): Promise<boolean>;
  count(before: Date): Promise<DueCount>;
  /** Removes up to `limit` records that ended before `before` and have no legal hold, in the current unit of work. */
  remove(before: Date, limit: number): Promise<Removed>;
}

export const RETAINED_KIND = 'kontor:retained-kind';

/** Marks a provider that implements `RetainedKind`: its records are removed after their retention period. */
export const Retains = (): ClassDecorator => SetMetadata(RETAINED_KIND, true);

export interface RecordRef {
  readonly resource: string;
  readonly id: string;
  /** Values of the person that were copied into a record that stays. Absent if the whole record is about the person. */
  readonly copied?: readonly string[];
}

/** The person whose data is erased, and the records that were found so far. */
export interface DataSubject {
  /** In lower case. */
  readonly email: string | null;
  /** E.164 if the country is known, otherwise digits without leading zeros. */
  readonly phone: string | null;
  readonly records: readonly RecordRef[];
}

/** The ids of one person's records of one type. */
export interface PersonsRecords {
  readonly free: readonly string[];
  /** Records under a legal hold. They stay. */
  readonly held: readonly string[];
}

/** Records that are completely about one person and are removed. */
export interface PersonalRecords {
  readonly resource: string;
  /** Rank 0 is found by the person and by records of the same person. Rank 1 is also found by the records of rank 0. */
  readonly rank: 0 | 1;
  /** With `lock`, inside a unit of work, no transaction can add to the found records until the unit ends. */
  find(person: DataSubject, lock: boolean): Promise<PersonsRecords>;
  /** Erases in the current unit of work and returns the number of records. */
  erase(ids: readonly string[]): Promise<number>;
}

export const PERSONAL_RECORDS = 'kontor:personal-records';

/** Marks a provider that implements `PersonalRecords`. */
export const HasPersonalRecords = (): ClassDecorator => SetMetadata(PERSONAL_RECORDS, true);

/** Values of a person in records of other types that stay. */
export interface PersonalCopies {
  /**
   * Clears the values in the current unit of work, before the records of the person are removed. Returns the changed
   * records.
   */
  clear(records: readonly RecordRef[]): Promise<readonly RecordRef[]>;
}

export const PERSONAL_COPIES = 'kontor:personal-copies';

/** Marks a provider that implements `PersonalCopies`. */
export const KeepsPersonalCopies = (): ClassDecorator => SetMetadata(PERSONAL_COPIES, true);

/** Reasons why data stays. */
export const RETAINED_BECAUSE = ['legal-hold', 'security-record', 'user-account'] as const;
export type ErasureExceptionReason = (typeof RETAINED_BECAUSE)[number];

/** The result of an erasure in one place. */
export interface ErasureLine {
  readonly resource: string;
  readonly removed: number;
  readonly anonymised: number;
  readonly retained: number;
  readonly reason: ErasureExceptionReason | null;
}

/** Copies of personal data in events and sent messages, after the records of the person are removed. */
export interface PersonalDataReferences {
  readonly resource: string;
  /** Uses its own units of work. Must be idempotent. */
  erase(person: DataSubject, signal: AbortSignal): Promise<ErasureLine>;
}

export const PERSONAL_DATA_REFERENCES = 'kontor:personal-traces';

/** Marks a provider that implements `PersonalDataReferences`. */
export const HasPersonalDataReferences = (): ClassDecorator => SetMetadata(PERSONAL_DATA_REFERENCES, true);

export const lineOf = (resource: string, counts: Partial<ErasureLine>): ErasureLine => ({
  resource,
  removed: 0,
  anonymised: 0,
  retained: 0,
  reason: null,
  ...counts,
});

/** Returns the records with copied values as JSON for a statement. */
export const copiesOf = ({ records }: Pick<DataSubject, 'records'>): string =>
  JSON.stringify(records.filter(({ copied }) => copied !== undefined));

/** Returns the found ids of these resources. */
export const idsOf = ({ records }: Pick<DataSubject, 'records'>, ...resources: readonly string[]): string[] =>
  records.filter(({ resource }) => resources.includes(resource)).map(({ id }) => id);
