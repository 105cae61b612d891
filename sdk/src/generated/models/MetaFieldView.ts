/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MetaFieldType } from './MetaFieldType';
export type MetaFieldView = {
  /**
   * Where the record has it.
   */
  name: string;
  /**
   * What it is called in filters, orders and facets; null where it is in none of them.
   */
  filterName: string | null;
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
  type: MetaFieldType;
  /**
   * The type that a custom field was given; null for others.
   */
  customType: string | null;
  /**
   * Which operators a filter may use on it.
   */
  operators: Array<string>;
  /**
   * All values that it can have; null where that is not a fixed list.
   */
  values: Array<string> | null;
  /**
   * Whether filters can name it.
   */
  isFilterable: boolean;
  /**
   * Whether lists can be sorted by it.
   */
  isSortable: boolean;
  /**
   * Whether records are counted by it.
   */
  isFacetable: boolean;
  /**
   * Whether it must be given when a record is made.
   */
  isRequired: boolean;
  /**
   * Whether no two records have the same value.
   */
  isUnique: boolean;
  /**
   * Whether the company made it itself.
   */
  isCustom: boolean;
  /**
   * Whether this credential may give it when it makes a record.
   */
  isCreatable: boolean;
  /**
   * Whether this credential may change it with the others of a record; some have routes of their own.
   */
  isUpdatable: boolean;
};

