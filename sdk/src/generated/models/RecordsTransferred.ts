/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OwnedCount } from './OwnedCount';
import type { RecordTransferEnd } from './RecordTransferEnd';
export type RecordsTransferred = {
  /**
   * Who owned them.
   */
  fromUserId: string;
  /**
   * Who owns them now.
   */
  toUserId: string;
  /**
   * The job that did it.
   */
  jobId: string;
  /**
   * How it ended: `cancelled` or `failed` after some of them, else `succeeded`.
   */
  status: RecordTransferEnd;
  /**
   * How many of each kind.
   */
  records: Array<OwnedCount>;
};

