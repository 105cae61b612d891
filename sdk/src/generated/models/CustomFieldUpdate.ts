/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CustomFieldOption } from './CustomFieldOption';
export type CustomFieldUpdate = {
  /**
   * What people read.
   */
  label?: string;
  /**
   * What it is for.
   */
  description?: string | null;
  /**
   * What can be chosen, in this order; 1 to 200 for `choice` and `multi-choice`, and none for others.
   */
  options?: Array<CustomFieldOption>;
  /**
   * Whether people and programs must give it when they make a record or write its custom fields. Stored records stay as they are.
   */
  isRequired?: boolean;
  /**
   * Whether no two living records may have the same value, in whatever case it is written. For `text`, `number`, `date`, `url` and `email`.
   */
  isUnique?: boolean;
  /**
   * What a new record gets that says nothing.
   */
  defaultValue?: (string | null | number | boolean | Array<string>);
  /**
   * The most characters of a `text`, 500 when left out. What is unique or filterable has at most 500.
   */
  maxLength?: number | null;
  /**
   * The least value of a `number` or `money`.
   */
  minimum?: number | null;
  /**
   * The greatest value of a `number` or `money`.
   */
  maximum?: number | null;
  /**
   * Whether records are filtered, sorted and counted by it: an index is built for that, after the answer.
   */
  isFilterable?: boolean;
};

