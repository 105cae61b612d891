/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MetaObjectView } from './MetaObjectView';
export type MetaObjectsView = {
  /**
   * Record types that this credential may read, sorted by name
   */
  data: Array<MetaObjectView>;
};

