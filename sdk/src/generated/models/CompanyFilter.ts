/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityFilter } from './ActivityFilter';
import type { CompanyDecimalField } from './CompanyDecimalField';
import type { CompanySize } from './CompanySize';
import type { CompanyStatus } from './CompanyStatus';
import type { CompanyTextField } from './CompanyTextField';
import type { CompanyTimestampField } from './CompanyTimestampField';
import type { ContactFilter } from './ContactFilter';
import type { DealFilter } from './DealFilter';
import type { RelativeTime } from './RelativeTime';
/**
 * A condition on one field, or conditions combined by `and`, `or` and `not`
 */
export type CompanyFilter = ({
  and: Array<CompanyFilter>;
} | {
  or: Array<CompanyFilter>;
} | {
  not: CompanyFilter;
} | {
  some: ({
    relation: 'activities';
    filter?: ActivityFilter;
  } | {
    relation: 'contacts';
    filter?: ContactFilter;
  } | {
    relation: 'deals';
    filter?: DealFilter;
  });
} | {
  none: ({
    relation: 'activities';
    filter?: ActivityFilter;
  } | {
    relation: 'contacts';
    filter?: ContactFilter;
  } | {
    relation: 'deals';
    filter?: DealFilter;
  });
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
  field: CompanyTextField;
  op: 'eq' | 'ne' | 'contains' | 'startsWith';
  value: string;
} | {
  field: CompanyTextField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: CompanyTextField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'size';
  op: 'eq' | 'ne';
  value: CompanySize;
} | {
  field: 'size';
  op: 'in' | 'notIn';
  value: Array<CompanySize>;
} | {
  field: 'size';
  op: 'isNull';
  value: boolean;
} | {
  field: 'employeeCount';
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: number;
} | {
  field: 'employeeCount';
  op: 'in' | 'notIn';
  value: Array<number>;
} | {
  field: 'employeeCount';
  op: 'isNull';
  value: boolean;
} | {
  field: CompanyDecimalField;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: (string | number);
} | {
  field: CompanyDecimalField;
  op: 'in' | 'notIn';
  value: Array<(string | number)>;
} | {
  field: CompanyDecimalField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'status';
  op: 'eq' | 'ne';
  value: CompanyStatus;
} | {
  field: 'status';
  op: 'in' | 'notIn';
  value: Array<CompanyStatus>;
} | {
  field: 'status';
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
  field: CompanyTimestampField;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: (string | RelativeTime);
} | {
  field: CompanyTimestampField;
  op: 'in' | 'notIn';
  value: Array<(string | RelativeTime)>;
} | {
  field: CompanyTimestampField;
  op: 'isNull';
  value: boolean;
});

