/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ProblemError } from './ProblemError';
/**
 * Error response (RFC 9457). Use `code` in programs: it is stable, the texts are not. Some codes have additional members, such as `allowed`.
 */
export type Problem = {
  /**
   * URI of the problem type
   */
  type: string;
  /**
   * Name of the HTTP status
   */
  title: string;
  /**
   * HTTP status
   */
  status: number;
  /**
   * Description of the problem, for people
   */
  detail: string;
  /**
   * Path of the request
   */
  instance: string;
  /**
   * Machine-readable error code
   */
  code: string;
  /**
   * Id of the request in the log, also in the `X-Request-Id` header
   */
  requestId: string;
  /**
   * Errors in the request, one entry per error
   */
  errors?: Array<ProblemError>;
};

