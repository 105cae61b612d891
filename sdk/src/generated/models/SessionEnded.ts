/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { SessionEnd } from './SessionEnd';
export type SessionEnded = {
  /**
   * The id of the user whose session it was.
   */
  userId: string;
  /**
   * Why it was ended.
   */
  reason: SessionEnd;
};

