/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * One mistake in a request: `pointer`, `parameter` or `header` says where.
 */
export type ProblemError = {
  /**
   * The place in the body, as a JSON pointer in a URI fragment.
   */
  pointer?: string;
  /**
   * The parameter by name.
   */
  parameter?: string;
  /**
   * The header by name.
   */
  header?: string;
  /**
   * The rule that was broken.
   */
  code: string;
  /**
   * What the rule asks for.
   */
  detail: string;
};

