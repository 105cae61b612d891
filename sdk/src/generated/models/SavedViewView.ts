/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RecordFilter } from './RecordFilter';
import type { ViewScope } from './ViewScope';
export type SavedViewView = {
  /**
   * Id of the view, for `viewId` in lists, searches and facets
   */
  id: string;
  /**
   * Record type of the view, in the plural as in its path
   */
  resource: string;
  /**
   * Name
   */
  name: string;
  /**
   * Filter; null for all records
   */
  filter: RecordFilter | null;
  /**
   * Columns in display order; empty for the default of the client
   */
  columns: Array<string>;
  /**
   * Sort order; `-` before a field means descending. Empty for the default order of the list.
   */
  sort: Array<string>;
  /**
   * Field to group the records by; null for no groups
   */
  groupBy: string | null;
  /**
   * Users who can see the view: the owner, one team, or all users
   */
  scope: ViewScope;
  /**
   * Id of the owner
   */
  ownerId: string;
  /**
   * Id of the team that can see the view, with scope `team`
   */
  teamId: string | null;
  /**
   * Whether the caller pinned the view
   */
  isPinned: boolean;
  /**
   * Whether this is the caller's default view for the record type
   */
  isDefault: boolean;
  /**
   * Creation time
   */
  createdAt: string;
  /**
   * Time of the last change
   */
  updatedAt: string;
  /**
   * Version number, for `If-Match`
   */
  version: number;
};

