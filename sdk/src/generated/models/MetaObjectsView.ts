/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MetaObjectView } from './MetaObjectView';
export type MetaObjectsView = {
  /**
   * The kinds of records that this credential may read, by name.
   */
  data: Array<MetaObjectView>;
};

