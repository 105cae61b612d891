/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type MergeTagView = {
  /**
   * Merge tag, as written in a template
   */
  tag: string;
  /**
   * Text that replaces the tag in the message
   */
  description: string;
};

