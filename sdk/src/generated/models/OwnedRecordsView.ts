/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { OwnedCount } from './OwnedCount';
export type OwnedRecordsView = {
  /**
   * The user.
   */
  userId: string;
  /**
   * Their living leads, and what is still to be done by them; every kind is listed. What is done stays with who did it.
   */
  records: Array<OwnedCount>;
  /**
   * All of them together.
   */
  total: number;
};

