/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type SavedViewCopy = {
  /**
   * What the copy is called; as the original when left out.
   */
  name?: string;
};

