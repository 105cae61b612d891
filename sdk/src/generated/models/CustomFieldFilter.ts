/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CustomFieldResource } from './CustomFieldResource';
import type { CustomFieldType } from './CustomFieldType';
import type { RelativeTime } from './RelativeTime';
/**
 * A condition on one field, or conditions combined by `and`, `or` and `not`
 */
export type CustomFieldFilter = ({
  and: Array<CustomFieldFilter>;
} | {
  or: Array<CustomFieldFilter>;
} | {
  not: CustomFieldFilter;
} | {
  field: 'id';
  op: 'eq' | 'ne';
  value: string;
} | {
  field: 'id';
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: 'id';
  op: 'isNull';
  value: boolean;
} | {
  field: 'resource';
  op: 'eq' | 'ne';
  value: CustomFieldResource;
} | {
  field: 'resource';
  op: 'in' | 'notIn';
  value: Array<CustomFieldResource>;
} | {
  field: 'resource';
  op: 'isNull';
  value: boolean;
} | {
  field: 'key';
  op: 'eq' | 'ne' | 'contains' | 'startsWith';
  value: string;
} | {
  field: 'key';
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: 'key';
  op: 'isNull';
  value: boolean;
} | {
  field: 'type';
  op: 'eq' | 'ne';
  value: CustomFieldType;
} | {
  field: 'type';
  op: 'in' | 'notIn';
  value: Array<CustomFieldType>;
} | {
  field: 'type';
  op: 'isNull';
  value: boolean;
} | {
  field: 'position';
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: number;
} | {
  field: 'position';
  op: 'in' | 'notIn';
  value: Array<number>;
} | {
  field: 'position';
  op: 'isNull';
  value: boolean;
} | {
  field: 'isFilterable';
  op: 'eq' | 'ne';
  value: boolean;
} | {
  field: 'isFilterable';
  op: 'isNull';
  value: boolean;
} | {
  field: 'createdAt';
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: (string | RelativeTime);
} | {
  field: 'createdAt';
  op: 'in' | 'notIn';
  value: Array<(string | RelativeTime)>;
} | {
  field: 'createdAt';
  op: 'isNull';
  value: boolean;
});

