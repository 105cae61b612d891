/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OwnedCount } from './OwnedCount';
export type OwnedRecordsView = {
  /**
   * Id of the user
   */
  userId: string;
  /**
   * Active records and open activities of the user, by record type; all types are listed. Completed activities are not transferred.
   */
  records: Array<OwnedCount>;
  /**
   * Total number of records
   */
  total: number;
};

