/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type MergeTagView = {
  /**
   * As it stands in a template.
   */
  tag: string;
  /**
   * What stands there in the message.
   */
  description: string;
};

