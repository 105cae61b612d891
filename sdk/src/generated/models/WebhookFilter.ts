/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RelativeTime } from './RelativeTime';
import type { WebhookDisabledReason } from './WebhookDisabledReason';
/**
 * A condition on one field, or conditions combined by `and`, `or` and `not`
 */
export type WebhookFilter = ({
  and: Array<WebhookFilter>;
} | {
  or: Array<WebhookFilter>;
} | {
  not: WebhookFilter;
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
  field: 'name';
  op: 'eq' | 'ne' | 'contains' | 'startsWith';
  value: string;
} | {
  field: 'name';
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: 'name';
  op: 'isNull';
  value: boolean;
} | {
  field: 'events';
  op: 'has';
  value: string;
} | {
  field: 'events';
  op: 'hasAny' | 'hasAll';
  value: Array<string>;
} | {
  field: 'events';
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
  field: 'disabledReason';
  op: 'eq' | 'ne';
  value: WebhookDisabledReason;
} | {
  field: 'disabledReason';
  op: 'in' | 'notIn';
  value: Array<WebhookDisabledReason>;
} | {
  field: 'disabledReason';
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

