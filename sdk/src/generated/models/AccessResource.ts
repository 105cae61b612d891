/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RecordAccess } from './RecordAccess';
export type AccessResource = {
  /**
   * The kind of record.
   */
  resource: string;
  /**
   * What the caller may do with it.
   */
  actions: Array<string>;
  /**
   * On whose records; `all` for what belongs to nobody.
   */
  recordAccess: RecordAccess;
};

