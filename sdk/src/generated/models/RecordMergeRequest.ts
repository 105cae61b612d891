/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RecordMergeRequest = {
  /**
   * The records that are merged into the one in the path and are deleted with it, 1 to 5. Where several have what the survivor lacks, the first one counts.
   */
  loserIds: Array<string>;
  /**
   * By field the record whose value wins, where it is not to be the survivor, or the first one with a value. Custom fields are called `custom.<key>`, ids of other systems `externalIds.<system>`.
   */
  fields?: Record<string, string>;
};

