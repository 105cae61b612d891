/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CustomFieldIndexStatus } from './CustomFieldIndexStatus';
import type { CustomFieldOptionView } from './CustomFieldOptionView';
import type { CustomFieldResource } from './CustomFieldResource';
import type { CustomFieldType } from './CustomFieldType';
export type CustomFieldView = {
  /**
   * The definition.
   */
  id: string;
  /**
   * The kind of records that have it.
   */
  resource: CustomFieldResource;
  /**
   * Under which it stands in `customFields`, and as `custom.<key>` in filters.
   */
  key: string;
  /**
   * What people read.
   */
  label: string;
  /**
   * What it is for.
   */
  description: string | null;
  /**
   * What its values are.
   */
  type: CustomFieldType;
  /**
   * The kind of records that a `record-link` leads to.
   */
  targetResource: CustomFieldResource | null;
  /**
   * What can be chosen, in this order.
   */
  options: Array<CustomFieldOptionView>;
  /**
   * Whether it must be given when a record is made or its custom fields are written.
   */
  isRequired: boolean;
  /**
   * Whether no two living records may have the same value.
   */
  isUnique: boolean;
  /**
   * What a new record gets that says nothing.
   */
  defaultValue: (string | null | number | boolean | Array<string>);
  /**
   * The most characters of a `text`; null for other types.
   */
  maxLength: number | null;
  /**
   * The least value of a `number` or `money`.
   */
  minimum: number | null;
  /**
   * The greatest value of a `number` or `money`.
   */
  maximum: number | null;
  /**
   * Its place among the fields of its records.
   */
  position: number;
  /**
   * Whether records are filtered, sorted and counted by it.
   */
  isFilterable: boolean;
  /**
   * How its index is doing: sorted and counted by it is only what is `ready`. Null where it has none.
   */
  indexStatus: CustomFieldIndexStatus | null;
  /**
   * Since when it cannot be written any more; stored values stay.
   */
  archivedAt: string | null;
  /**
   * When it was made.
   */
  createdAt: string;
  /**
   * When it was last changed.
   */
  updatedAt: string;
  /**
   * Counts its changes, those of its index too; also the ETag.
   */
  version: number;
};

