/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityFilter } from './ActivityFilter';
import type { CompanyFilter } from './CompanyFilter';
import type { CompanySize } from './CompanySize';
import type { CompanyStatus } from './CompanyStatus';
import type { ContactDecimalField } from './ContactDecimalField';
import type { ContactIntegerField } from './ContactIntegerField';
import type { ContactSource } from './ContactSource';
import type { ContactStatus } from './ContactStatus';
import type { ContactTagsField } from './ContactTagsField';
import type { ContactTeamField } from './ContactTeamField';
import type { ContactTextField } from './ContactTextField';
import type { ContactTimestampField } from './ContactTimestampField';
import type { ContactUserField } from './ContactUserField';
import type { ContactUuidField } from './ContactUuidField';
import type { DealFilter } from './DealFilter';
import type { PreferredContact } from './PreferredContact';
import type { RelativeTime } from './RelativeTime';
/**
 * A condition on one field, or conditions combined by `and`, `or` and `not`
 */
export type ContactFilter = ({
  and: Array<ContactFilter>;
} | {
  or: Array<ContactFilter>;
} | {
  not: ContactFilter;
} | {
  some: ({
    relation: 'activities';
    filter?: ActivityFilter;
  } | {
    relation: 'company';
    filter?: CompanyFilter;
  } | {
    relation: 'deals';
    filter?: DealFilter;
  });
} | {
  none: ({
    relation: 'activities';
    filter?: ActivityFilter;
  } | {
    relation: 'company';
    filter?: CompanyFilter;
  } | {
    relation: 'deals';
    filter?: DealFilter;
  });
} | {
  field: ContactUuidField;
  op: 'eq' | 'ne';
  value: string;
} | {
  field: ContactUuidField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: ContactUuidField;
  op: 'isNull';
  value: boolean;
} | {
  field: ContactTextField;
  op: 'eq' | 'ne' | 'contains' | 'startsWith';
  value: string;
} | {
  field: ContactTextField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: ContactTextField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'status';
  op: 'eq' | 'ne';
  value: ContactStatus;
} | {
  field: 'status';
  op: 'in' | 'notIn';
  value: Array<ContactStatus>;
} | {
  field: 'status';
  op: 'isNull';
  value: boolean;
} | {
  field: 'source';
  op: 'eq' | 'ne';
  value: ContactSource;
} | {
  field: 'source';
  op: 'in' | 'notIn';
  value: Array<ContactSource>;
} | {
  field: 'source';
  op: 'isNull';
  value: boolean;
} | {
  field: ContactIntegerField;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: number;
} | {
  field: ContactIntegerField;
  op: 'in' | 'notIn';
  value: Array<number>;
} | {
  field: ContactIntegerField;
  op: 'isNull';
  value: boolean;
} | {
  field: ContactUserField;
  op: 'eq' | 'ne';
  value: string;
} | {
  field: ContactUserField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: ContactUserField;
  op: 'isNull';
  value: boolean;
} | {
  field: ContactTeamField;
  op: 'eq' | 'ne';
  value: string;
} | {
  field: ContactTeamField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: ContactTeamField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'isPrimary';
  op: 'eq' | 'ne';
  value: boolean;
} | {
  field: 'isPrimary';
  op: 'isNull';
  value: boolean;
} | {
  field: 'preferredContact';
  op: 'eq' | 'ne';
  value: PreferredContact;
} | {
  field: 'preferredContact';
  op: 'in' | 'notIn';
  value: Array<PreferredContact>;
} | {
  field: 'preferredContact';
  op: 'isNull';
  value: boolean;
} | {
  field: ContactTimestampField;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: (string | RelativeTime);
} | {
  field: ContactTimestampField;
  op: 'in' | 'notIn';
  value: Array<(string | RelativeTime)>;
} | {
  field: ContactTimestampField;
  op: 'isNull';
  value: boolean;
} | {
  field: ContactTagsField;
  op: 'has';
  value: string;
} | {
  field: ContactTagsField;
  op: 'hasAny' | 'hasAll';
  value: Array<string>;
} | {
  field: ContactTagsField;
  op: 'isNull';
  value: boolean;
} | {
  field: `custom.${string}` | `company.custom.${string}`;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'contains' | 'startsWith' | 'has';
  value: (string | number | boolean | RelativeTime);
} | {
  field: `custom.${string}` | `company.custom.${string}`;
  op: 'in' | 'notIn';
  value: Array<(string | number | boolean | RelativeTime)>;
} | {
  field: `custom.${string}` | `company.custom.${string}`;
  op: 'isNull';
  value: boolean;
} | {
  field: 'company.size';
  op: 'eq' | 'ne';
  value: CompanySize;
} | {
  field: 'company.size';
  op: 'in' | 'notIn';
  value: Array<CompanySize>;
} | {
  field: 'company.size';
  op: 'isNull';
  value: boolean;
} | {
  field: ContactDecimalField;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: (string | number);
} | {
  field: ContactDecimalField;
  op: 'in' | 'notIn';
  value: Array<(string | number)>;
} | {
  field: ContactDecimalField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'company.status';
  op: 'eq' | 'ne';
  value: CompanyStatus;
} | {
  field: 'company.status';
  op: 'in' | 'notIn';
  value: Array<CompanyStatus>;
} | {
  field: 'company.status';
  op: 'isNull';
  value: boolean;
});

