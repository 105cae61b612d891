/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CustomFieldOption } from './CustomFieldOption';
export type CustomFieldUpdate = {
  /**
   * Label
   */
  label?: string;
  /**
   * Description
   */
  description?: string | null;
  /**
   * Options in display order, 1 to 200; only for `choice` and `multi-choice`
   */
  options?: Array<CustomFieldOption>;
  /**
   * Whether a value is required when a record is created or its custom fields are written. Existing records are not changed.
   */
  isRequired?: boolean;
  /**
   * Whether values must be unique among records that are not deleted, ignoring case. Only for `text`, `number`, `date`, `url` and `email`.
   */
  isUnique?: boolean;
  /**
   * Default value of new records
   */
  defaultValue?: (string | null | number | boolean | Array<string>);
  /**
   * Maximum length of a `text` field in characters; default 500. Unique or filterable fields allow at most 500.
   */
  maxLength?: number | null;
  /**
   * Minimum of a `number` or `money` field
   */
  minimum?: number | null;
  /**
   * Maximum of a `number` or `money` field
   */
  maximum?: number | null;
  /**
   * Whether the field can be used to filter, sort and count; an index is built in the background
   */
  isFilterable?: boolean;
};

