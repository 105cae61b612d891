/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CustomFieldOption } from './CustomFieldOption';
import type { CustomFieldResource } from './CustomFieldResource';
import type { CustomFieldType } from './CustomFieldType';
export type CustomFieldCreate = {
  /**
   * Record type that receives the field
   */
  resource: CustomFieldResource;
  /**
   * Key of the field in `customFields`, and in filters as `custom.<key>`; cannot be changed
   */
  key: string;
  /**
   * Label
   */
  label: string;
  /**
   * Description
   */
  description?: string | null;
  /**
   * Data type of the field; cannot be changed
   */
  type: CustomFieldType;
  /**
   * Record type that a `record-link` field refers to
   */
  targetResource?: CustomFieldResource | null;
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

