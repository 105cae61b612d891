import { SetMetadata } from '@nestjs/common';

/** Actions of a module on its records in stages of pipelines. The pipelines module does not know these records. */
export interface RecordsInStage {
  /** The name in paths, for example `deals`. */
  readonly resource: string;
  /** Returns whether the stage contains any record, active or deleted. */
  hasAny(stageId: string): Promise<boolean>;
  /**
   * Locks up to `limit` active records of this stage. Call it before the stage is changed: writes that move a record to
   * a stage lock in the same order.
   */
  lock(stageId: string, limit: number): Promise<void>;
  /** Counts the active records of this stage. */
  count(stageId: string): Promise<number>;
  /**
   * Moves up to `limit` active records to another stage of the same kind, in one unit of work. Returns the number of
   * records. Fewer than `limit` means that no record is left.
   */
  move(stageId: string, toStageId: string, limit: number): Promise<number>;
  /** Counts the records that follow the probability of the stage but still have another value. */
  countOutdated(stageId: string): Promise<number>;
  /**
   * Sets the probability of up to `limit` such records to the value of the stage, in one unit of work. Returns their
   * number.
   */
  follow(stageId: string, limit: number): Promise<number>;
}

export const RECORDS_IN_STAGE = 'kontor:records-in-stage';

/** Marks a provider that implements `RecordsInStage`. */
export const HasRecordsInStages = (): ClassDecorator => SetMetadata(RECORDS_IN_STAGE, true);
