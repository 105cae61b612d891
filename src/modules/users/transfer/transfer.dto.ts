import { Choice, Id, Integer, NestedList, Optional, Text, Texts } from '../../../kernel/fields.js';

/** How many records of one kind. */
export class OwnedCount {
  /**
   * The kind of records, as in their path.
   * @example leads
   */
  @Text(1, 100) resource: string;
  /**
   * How many there are.
   * @example 12
   */
  @Integer(0, 2147483647) count: number;
}

/** What somebody owns. */
export class OwnedRecordsView {
  /**
   * The user.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() userId: string;
  /** Their living leads, and what is still to be done by them; every kind is listed. What is done stays with who did it. */
  @NestedList(() => OwnedCount, 0, 100) records: OwnedCount[];
  /**
   * All of them together.
   * @example 12
   */
  @Integer(0, 2147483647) total: number;
}

/** To whom records are handed over. */
export class RecordTransfer {
  /**
   * The new owner: an active user who may read such records.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Id() toUserId: string;
  /**
   * Which kinds of records; all when left out.
   * @example ["leads", "activities"]
   */
  @Optional() @Texts(1, 100, 50) resources?: string[];
}

/** The work that was begun; `GET /jobs/{id}` tells how far it is. */
export class RecordTransferView {
  /**
   * The job.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() id: string;
  /**
   * How it stands.
   * @example waiting
   */
  @Choice('RecordTransferStatus', ['waiting']) status: 'waiting';
}

/** What an event tells of records that were handed over; each of them has an event of its own besides. */
export class RecordsTransferred {
  /**
   * Who owned them.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() fromUserId: string;
  /**
   * Who owns them now.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Id() toUserId: string;
  /**
   * The job that did it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() jobId: string;
  /**
   * How it ended: `cancelled` or `failed` after some of them, else `succeeded`.
   * @example succeeded
   */
  @Choice('RecordTransferEnd', ['succeeded', 'failed', 'cancelled']) status: 'succeeded' | 'failed' | 'cancelled';
  /** How many of each kind. */
  @NestedList(() => OwnedCount, 0, 100) records: OwnedCount[];
}
