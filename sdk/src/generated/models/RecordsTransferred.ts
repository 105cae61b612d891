/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OwnedCount } from './OwnedCount';
import type { RecordTransferEnd } from './RecordTransferEnd';
export type RecordsTransferred = {
  /**
   * Id of the previous owner
   */
  fromUserId: string;
  /**
   * Id of the new owner
   */
  toUserId: string;
  /**
   * Id of the job that transferred the records
   */
  jobId: string;
  /**
   * Final status: `succeeded`; or `cancelled` or `failed` after a part of the records
   */
  status: RecordTransferEnd;
  /**
   * Number of transferred records by record type
   */
  records: Array<OwnedCount>;
};

