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
   * Id of the custom field
   */
  id: string;
  /**
   * Record type of the field
   */
  resource: CustomFieldResource;
  /**
   * Key of the field in `customFields`, and in filters as `custom.<key>`
   */
  key: string;
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
  type: CustomFieldType;
  /**
   * Record type that a `record-link` field refers to
   */
  targetResource: CustomFieldResource | null;
  /**
   * Options in display order
   */
  options: Array<CustomFieldOptionView>;
  /**
   * Whether a value is required when a record is created or its custom fields are written
   */
  isRequired: boolean;
  /**
   * Whether values must be unique among records that are not deleted
   */
  isUnique: boolean;
  /**
   * Default value of new records
   */
  defaultValue: (string | null | number | boolean | Array<string>);
  /**
   * Maximum length of a `text` field in characters; null for other types
   */
  maxLength: number | null;
  /**
   * Minimum of a `number` or `money` field
   */
  minimum: number | null;
  /**
   * Maximum of a `number` or `money` field
   */
  maximum: number | null;
  /**
   * Position among the fields of the record type
   */
  position: number;
  /**
   * Whether the field can be used to filter, sort and count
   */
  isFilterable: boolean;
  /**
   * Status of the index; the field can be used to sort and count once the status is `ready`. Null if the field has no index.
   */
  indexStatus: CustomFieldIndexStatus | null;
  /**
   * Archive time; an archived field keeps its values and can no longer be written
   */
  archivedAt: string | null;
  /**
   * Creation time
   */
  createdAt: string;
  /**
   * Time of the last change
   */
  updatedAt: string;
  /**
   * Version number, also in the ETag; changes of the index count too
   */
  version: number;
};

