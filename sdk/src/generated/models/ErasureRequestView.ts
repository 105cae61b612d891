/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ErasureLineView } from './ErasureLineView';
import type { ErasureStatus } from './ErasureStatus';
export type ErasureRequestView = {
  /**
   * Id of the erasure request and of its job; see `GET /jobs/{id}` for the progress
   */
  id: string;
  /**
   * Status. `held` means that a legal hold kept some records; send a new request after the hold is released.
   */
  status: ErasureStatus;
  /**
   * Keyed hash of the person's identifiers; the same person has the same hash. No other data of the person is kept.
   */
  subjectHash: string;
  /**
   * Report of erased and remaining records, by type; empty until the request is completed
   */
  report: Array<ErasureLineView>;
  /**
   * Id of the user who requested the erasure
   */
  requestedById: string | null;
  /**
   * Time of the request
   */
  createdAt: string;
  /**
   * Completion time
   */
  completedAt: string | null;
};

