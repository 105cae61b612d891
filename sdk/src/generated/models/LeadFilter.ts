/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityFilter } from './ActivityFilter';
import type { LeadBooleanField } from './LeadBooleanField';
import type { LeadStatus } from './LeadStatus';
import type { LeadTextField } from './LeadTextField';
import type { LeadTimestampField } from './LeadTimestampField';
import type { RelativeTime } from './RelativeTime';
/**
 * A condition on one field, or conditions combined by `and`, `or` and `not`
 */
export type LeadFilter = ({
  and: Array<LeadFilter>;
} | {
  or: Array<LeadFilter>;
} | {
  not: LeadFilter;
} | {
  some: {
    relation: 'activities';
    filter?: ActivityFilter;
  };
} | {
  none: {
    relation: 'activities';
    filter?: ActivityFilter;
  };
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
  field: LeadTextField;
  op: 'eq' | 'ne' | 'contains' | 'startsWith';
  value: string;
} | {
  field: LeadTextField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: LeadTextField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'status';
  op: 'eq' | 'ne';
  value: LeadStatus;
} | {
  field: 'status';
  op: 'in' | 'notIn';
  value: Array<LeadStatus>;
} | {
  field: 'status';
  op: 'isNull';
  value: boolean;
} | {
  field: 'score';
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: number;
} | {
  field: 'score';
  op: 'in' | 'notIn';
  value: Array<number>;
} | {
  field: 'score';
  op: 'isNull';
  value: boolean;
} | {
  field: 'estimatedValue';
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: (string | number);
} | {
  field: 'estimatedValue';
  op: 'in' | 'notIn';
  value: Array<(string | number)>;
} | {
  field: 'estimatedValue';
  op: 'isNull';
  value: boolean;
} | {
  field: 'expectedCloseDate';
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: (string | RelativeTime);
} | {
  field: 'expectedCloseDate';
  op: 'in' | 'notIn';
  value: Array<(string | RelativeTime)>;
} | {
  field: 'expectedCloseDate';
  op: 'isNull';
  value: boolean;
} | {
  field: 'ownerId';
  op: 'eq' | 'ne';
  value: string;
} | {
  field: 'ownerId';
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: 'ownerId';
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
  field: LeadBooleanField;
  op: 'eq' | 'ne';
  value: boolean;
} | {
  field: LeadBooleanField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'tags';
  op: 'has';
  value: string;
} | {
  field: 'tags';
  op: 'hasAny' | 'hasAll';
  value: Array<string>;
} | {
  field: 'tags';
  op: 'isNull';
  value: boolean;
} | {
  field: `custom.${string}`;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'contains' | 'startsWith' | 'has';
  value: (string | number | boolean | RelativeTime);
} | {
  field: `custom.${string}`;
  op: 'in' | 'notIn';
  value: Array<(string | number | boolean | RelativeTime)>;
} | {
  field: `custom.${string}`;
  op: 'isNull';
  value: boolean;
} | {
  field: LeadTimestampField;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: (string | RelativeTime);
} | {
  field: LeadTimestampField;
  op: 'in' | 'notIn';
  value: Array<(string | RelativeTime)>;
} | {
  field: LeadTimestampField;
  op: 'isNull';
  value: boolean;
});

