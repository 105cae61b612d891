/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ProblemError } from './ProblemError';
/**
 * What went wrong (RFC 9457). `code` is stable: branch on it, not on the words. Some codes come with members of their own, such as `allowed`.
 */
export type Problem = {
  /**
   * The kind of problem as a URI.
   */
  type: string;
  /**
   * The HTTP status in words.
   */
  title: string;
  /**
   * The HTTP status.
   */
  status: number;
  /**
   * What happened, for people.
   */
  detail: string;
  /**
   * The path that was asked for.
   */
  instance: string;
  /**
   * What happened, for programs.
   */
  code: string;
  /**
   * Finds the request in the logs; also in `X-Request-Id`.
   */
  requestId: string;
  /**
   * Where the request is mistaken, one entry a mistake.
   */
  errors?: Array<ProblemError>;
};

