/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { PermissionView } from './PermissionView';
export type PermissionCatalogueView = {
  /**
   * Permissions sorted by name
   */
  data: Array<PermissionView>;
};

