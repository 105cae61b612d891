/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { AuditAction } from './AuditAction';
import type { AuditLogTextField } from './AuditLogTextField';
import type { RelativeTime } from './RelativeTime';
/**
 * A condition on one field, or conditions combined by `and`, `or` and `not`
 */
export type AuditLogFilter = ({
  and: Array<AuditLogFilter>;
} | {
  or: Array<AuditLogFilter>;
} | {
  not: AuditLogFilter;
} | {
  field: 'action';
  op: 'eq' | 'ne';
  value: AuditAction;
} | {
  field: 'action';
  op: 'in' | 'notIn';
  value: Array<AuditAction>;
} | {
  field: 'action';
  op: 'isNull';
  value: boolean;
} | {
  field: AuditLogTextField;
  op: 'eq' | 'ne' | 'contains' | 'startsWith';
  value: string;
} | {
  field: AuditLogTextField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: AuditLogTextField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'userId';
  op: 'eq' | 'ne';
  value: string;
} | {
  field: 'userId';
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: 'userId';
  op: 'isNull';
  value: boolean;
} | {
  field: 'apiKeyId';
  op: 'eq' | 'ne';
  value: string;
} | {
  field: 'apiKeyId';
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: 'apiKeyId';
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

