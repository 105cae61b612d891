import { Choice, Id, Integer, NestedList, Optional, Text, Texts } from '../../../kernel/fields.js';

export class OwnedCount {
  /**
   * Record type, as in its path
   * @example leads
   */
  @Text(1, 100) resource: string;
  /**
   * Number of records
   * @example 12
   */
  @Integer(0, 2147483647) count: number;
}

export class OwnedRecordsView {
  /**
   * Id of the user
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() userId: string;
  /**
   * Active records and open activities of the user, by record type; all types are listed. Completed activities are not
   * transferred.
   */
  @NestedList(() => OwnedCount, 0, 100) records: OwnedCount[];
  /**
   * Total number of records
   * @example 12
   */
  @Integer(0, 2147483647) total: number;
}

export class RecordTransfer {
  /**
   * Id of the new owner: an active user with the permission to read these records
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Id() toUserId: string;
  /**
   * Record types to transfer; all types if omitted
   * @example ["leads", "activities"]
   */
  @Optional() @Texts(1, 100, 50) resources?: string[];
}

export class RecordsTransferred {
  /**
   * Id of the previous owner
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() fromUserId: string;
  /**
   * Id of the new owner
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Id() toUserId: string;
  /**
   * Id of the job that transferred the records
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7e
   */
  @Id() jobId: string;
  /**
   * Final status: `succeeded`; or `cancelled` or `failed` after a part of the records
   * @example succeeded
   */
  @Choice('RecordTransferEnd', ['succeeded', 'failed', 'cancelled']) status: 'succeeded' | 'failed' | 'cancelled';
  /** Number of transferred records by record type */
  @NestedList(() => OwnedCount, 0, 100) records: OwnedCount[];
}
