/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RelativeTime } from './RelativeTime';
/**
 * A condition on one field, or conditions combined by `and`, `or` and `not`
 */
export type PipelineFilter = ({
  and: Array<PipelineFilter>;
} | {
  or: Array<PipelineFilter>;
} | {
  not: PipelineFilter;
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
  field: 'isActive';
  op: 'eq' | 'ne';
  value: boolean;
} | {
  field: 'isActive';
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

