/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RelativeTime } from './RelativeTime';
import type { UserStatus } from './UserStatus';
import type { UserTextField } from './UserTextField';
import type { UserTimestampField } from './UserTimestampField';
import type { UserUserField } from './UserUserField';
/**
 * A condition on one field, or conditions combined by `and`, `or` and `not`
 */
export type UserFilter = ({
  and: Array<UserFilter>;
} | {
  or: Array<UserFilter>;
} | {
  not: UserFilter;
} | {
  field: UserUserField;
  op: 'eq' | 'ne';
  value: string;
} | {
  field: UserUserField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: UserUserField;
  op: 'isNull';
  value: boolean;
} | {
  field: UserTextField;
  op: 'eq' | 'ne' | 'contains' | 'startsWith';
  value: string;
} | {
  field: UserTextField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: UserTextField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'status';
  op: 'eq' | 'ne';
  value: UserStatus;
} | {
  field: 'status';
  op: 'in' | 'notIn';
  value: Array<UserStatus>;
} | {
  field: 'status';
  op: 'isNull';
  value: boolean;
} | {
  field: 'teamId';
  op: 'eq' | 'ne';
  value: string;
} | {
  field: 'teamId';
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: 'teamId';
  op: 'isNull';
  value: boolean;
} | {
  field: UserTimestampField;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: (string | RelativeTime);
} | {
  field: UserTimestampField;
  op: 'in' | 'notIn';
  value: Array<(string | RelativeTime)>;
} | {
  field: UserTimestampField;
  op: 'isNull';
  value: boolean;
});

