/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RelativeTime } from './RelativeTime';
/**
 * A condition on one field, or conditions combined by `and`, `or` and `not`
 */
export type TeamFilter = ({
  and: Array<TeamFilter>;
} | {
  or: Array<TeamFilter>;
} | {
  not: TeamFilter;
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
  field: 'leadId';
  op: 'eq' | 'ne';
  value: string;
} | {
  field: 'leadId';
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: 'leadId';
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

