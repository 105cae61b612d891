/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type RecordMergeRequest = {
  /**
   * Ids of the duplicate records, 1 to 5; they are merged into the record in the path and deleted. The order decides which value fills an empty field.
   */
  duplicateIds: Array<string>;
  /**
   * Id of the record whose value is kept, by field name. Default: the primary record, or else the first record with a value. Custom fields are named `custom.<key>`, external ids `externalIds.<system>`.
   */
  fields?: Record<string, string>;
};

