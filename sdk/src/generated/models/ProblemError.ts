/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * One error in the request, located by `pointer`, `parameter` or `header`
 */
export type ProblemError = {
  /**
   * Location in the body: a JSON pointer as URI fragment
   */
  pointer?: string;
  /**
   * Name of the parameter
   */
  parameter?: string;
  /**
   * Name of the header
   */
  header?: string;
  /**
   * Machine-readable code of the violated rule
   */
  code: string;
  /**
   * Description of the violated rule
   */
  detail: string;
};

