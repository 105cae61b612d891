/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { LeadFormTextField } from './LeadFormTextField';
import type { LeadFormUuidField } from './LeadFormUuidField';
import type { RelativeTime } from './RelativeTime';
/**
 * A condition on one field, or conditions combined by `and`, `or` and `not`
 */
export type LeadFormFilter = ({
  and: Array<LeadFormFilter>;
} | {
  or: Array<LeadFormFilter>;
} | {
  not: LeadFormFilter;
} | {
  field: LeadFormUuidField;
  op: 'eq' | 'ne';
  value: string;
} | {
  field: LeadFormUuidField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: LeadFormUuidField;
  op: 'isNull';
  value: boolean;
} | {
  field: LeadFormTextField;
  op: 'eq' | 'ne' | 'contains' | 'startsWith';
  value: string;
} | {
  field: LeadFormTextField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: LeadFormTextField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'enabled';
  op: 'eq' | 'ne';
  value: boolean;
} | {
  field: 'enabled';
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

