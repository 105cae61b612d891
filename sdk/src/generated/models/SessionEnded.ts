/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SessionEnd } from './SessionEnd';
export type SessionEnded = {
  /**
   * Id of the user of the session
   */
  userId: string;
  /**
   * Reason for the end of the session
   */
  reason: SessionEnd;
};

