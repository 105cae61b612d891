/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RecordTransferStatus } from './RecordTransferStatus';
export type RecordTransferView = {
  /**
   * Id of the job
   */
  id: string;
  /**
   * Status
   */
  status: RecordTransferStatus;
};

