/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MetaFieldType } from './MetaFieldType';
import type { MetaTransitionView } from './MetaTransitionView';
export type MetaFieldView = {
  /**
   * Property name in the record
   */
  name: string;
  /**
   * Name of the field in filters, sort orders and facets; null if it cannot be used there
   */
  filterName: string | null;
  /**
   * Label
   */
  label: string;
  /**
   * Description
   */
  description: string | null;
  /**
   * Data type of the field
   */
  type: MetaFieldType;
  /**
   * Type of a custom field; null for other fields
   */
  customType: string | null;
  /**
   * Filter operators that the field supports
   */
  operators: Array<string>;
  /**
   * All possible values; null if there is no fixed list
   */
  values: Array<string> | null;
  /**
   * Allowed changes of the value, by present value; null if there is no fixed list
   */
  transitions: Array<MetaTransitionView> | null;
  /**
   * Whether the field can be used in filters
   */
  isFilterable: boolean;
  /**
   * Whether lists can be sorted by the field
   */
  isSortable: boolean;
  /**
   * Whether facets can count by the field
   */
  isFacetable: boolean;
  /**
   * Whether a value is required when a record is created
   */
  isRequired: boolean;
  /**
   * Whether values must be unique
   */
  isUnique: boolean;
  /**
   * Whether this is a custom field
   */
  isCustom: boolean;
  /**
   * Whether this credential may set the field when a record is created
   */
  isCreatable: boolean;
  /**
   * Whether this credential may change the field in an update; some fields have their own operation
   */
  isUpdatable: boolean;
};

