/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ViewScope } from './ViewScope';
export type SavedViewView = {
  /**
   * The view's id: `viewId` of lists, searches and facets.
   */
  id: string;
  /**
   * Which records it lists, in the plural as in their path.
   */
  resource: string;
  /**
   * What it is called.
   */
  name: string;
  /**
   * Which records; null for all.
   */
  filter: Record<string, any> | null;
  /**
   * Which fields to show, in their order; none leaves it to whoever shows them.
   */
  columns: Array<string>;
  /**
   * The order; `-` before a field means descending. None leaves it to the list.
   */
  sort: Array<string>;
  /**
   * The field whose values part the records into groups; null for none.
   */
  groupBy: string | null;
  /**
   * Who sees it besides its owner: nobody, one team, or everybody.
   */
  scope: ViewScope;
  /**
   * Whose it is.
   */
  ownerId: string;
  /**
   * The team that sees it, of scope `team`.
   */
  teamId: string | null;
  /**
   * Whether the caller pinned it.
   */
  isPinned: boolean;
  /**
   * Whether it is what the caller sees first of these records.
   */
  isDefault: boolean;
  /**
   * When it was saved first.
   */
  createdAt: string;
  /**
   * When it was changed last.
   */
  updatedAt: string;
  /**
   * Goes up with every change; give it as `If-Match` to change what you saw.
   */
  version: number;
};

