/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type SavedViewCopy = {
  /**
   * Name of the copy; default: the name of the original
   */
  name?: string;
};

