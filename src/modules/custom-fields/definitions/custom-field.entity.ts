import { defineEntity, p } from '@mikro-orm/core';
import { stamped, versioned } from '../../../kernel/entity.js';

/** The kinds of records that can be given fields; each is a table of this name with a column `custom_fields`. */
export const CUSTOM_FIELD_RESOURCES = ['leads', 'companies', 'contacts', 'deals', 'activities'] as const;
export type CustomFieldResource = (typeof CUSTOM_FIELD_RESOURCES)[number];

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

/** One of the values that a choice has. */
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
    options: p.json<FieldOption[]>(),
    isRequired: p.boolean().default(false),
    isUnique: p.boolean().default(false),
    defaultValue: p.json<unknown>().nullable(),
    maxLength: p.integer().nullable(),
    minimum: p.double().nullable(),
    maximum: p.double().nullable(),
    position: p.integer(),
    isFilterable: p.boolean().default(false),
    indexStatus: p.string().$type<IndexStatus>().nullable(),
    /** The job whose result counts: what an earlier one found out is of no interest any more. */
    indexJobId: p.uuid().nullable(),
    archivedAt: p.datetime(3).nullable(),
  },
});

/** A field that the company gave records of one kind itself. */
export class CustomField extends CustomFieldSchema.class {}

CustomFieldSchema.setClass(CustomField);
export { CustomFieldSchema };
