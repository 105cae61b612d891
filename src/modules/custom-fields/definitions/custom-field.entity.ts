import { defineEntity, p } from '@mikro-orm/core';
import { json, stamped, versioned } from '../../../kernel/entity.js';
import { RECORD_RESOURCES, type RecordResource } from '../../../platform/records/index.js';

/** Record types with custom fields. Each name is also a table with a column `custom_fields`. */
export const CUSTOM_FIELD_RESOURCES: readonly RecordResource[] = RECORD_RESOURCES;
export type CustomFieldResource = RecordResource;

export const CUSTOM_FIELD_TYPES = [
  'text',
  'number',
  'money',
  'date',
  'boolean',
  'choice',
  'multi-choice',
  'url',
  'email',
  'user',
  'record-link',
] as const;
export type CustomFieldType = (typeof CUSTOM_FIELD_TYPES)[number];

export const INDEX_STATUSES = ['building', 'ready', 'failed'] as const;
export type IndexStatus = (typeof INDEX_STATUSES)[number];

export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly archived: boolean;
}

const CustomFieldSchema = defineEntity({
  name: 'CustomField',
  tableName: 'custom_field_definitions',
  properties: {
    ...stamped,
    ...versioned,
    resource: p.string().$type<CustomFieldResource>(),
    key: p.string().length(63),
    label: p.string().length(100),
    description: p.string().length(500).nullable(),
    type: p.string().$type<CustomFieldType>(),
    targetResource: p.string().$type<CustomFieldResource>().nullable(),
    options: json<FieldOption[]>(),
    isRequired: p.boolean().default(false),
    isUnique: p.boolean().default(false),
    defaultValue: json<unknown>().nullable(),
    maxLength: p.integer().nullable(),
    minimum: p.double().nullable(),
    maximum: p.double().nullable(),
    position: p.integer(),
    isFilterable: p.boolean().default(false),
    indexStatus: p.string().$type<IndexStatus>().nullable(),
    /** The last index job. Results of earlier jobs are ignored. */
    indexJobId: p.uuid().nullable(),
    archivedAt: p.datetime(3).nullable(),
  },
});

/** A field that a company adds to a record type. */
export class CustomField extends CustomFieldSchema.class {}

CustomFieldSchema.setClass(CustomField);
export { CustomFieldSchema };
