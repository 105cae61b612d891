/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityFilter } from './ActivityFilter';
import type { CompanyFilter } from './CompanyFilter';
import type { CompanySize } from './CompanySize';
import type { CompanyStatus } from './CompanyStatus';
import type { ContactFilter } from './ContactFilter';
import type { ContactSource } from './ContactSource';
import type { ContactStatus } from './ContactStatus';
import type { DealBooleanField } from './DealBooleanField';
import type { DealCompanySizeField } from './DealCompanySizeField';
import type { DealCompanyStatusField } from './DealCompanyStatusField';
import type { DealDecimalField } from './DealDecimalField';
import type { DealIntegerField } from './DealIntegerField';
import type { DealPriority } from './DealPriority';
import type { DealStatus } from './DealStatus';
import type { DealTagsField } from './DealTagsField';
import type { DealTeamField } from './DealTeamField';
import type { DealTextField } from './DealTextField';
import type { DealTimestampField } from './DealTimestampField';
import type { DealUserField } from './DealUserField';
import type { DealUuidField } from './DealUuidField';
import type { PipelineStageFilter } from './PipelineStageFilter';
import type { PipelineStageKind } from './PipelineStageKind';
import type { PreferredContact } from './PreferredContact';
import type { RelativeTime } from './RelativeTime';
/**
 * A condition on one field, or conditions combined by `and`, `or` and `not`
 */
export type DealFilter = ({
  and: Array<DealFilter>;
} | {
  or: Array<DealFilter>;
} | {
  not: DealFilter;
} | {
  some: ({
    relation: 'activities';
    filter?: ActivityFilter;
  } | {
    relation: 'company';
    filter?: CompanyFilter;
  } | {
    relation: 'contact';
    filter?: ContactFilter;
  } | {
    relation: 'stage';
    filter?: PipelineStageFilter;
  });
} | {
  none: ({
    relation: 'activities';
    filter?: ActivityFilter;
  } | {
    relation: 'company';
    filter?: CompanyFilter;
  } | {
    relation: 'contact';
    filter?: ContactFilter;
  } | {
    relation: 'stage';
    filter?: PipelineStageFilter;
  });
} | {
  field: DealUuidField;
  op: 'eq' | 'ne';
  value: string;
} | {
  field: DealUuidField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: DealUuidField;
  op: 'isNull';
  value: boolean;
} | {
  field: DealTextField;
  op: 'eq' | 'ne' | 'contains' | 'startsWith';
  value: string;
} | {
  field: DealTextField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: DealTextField;
  op: 'isNull';
  value: boolean;
} | {
  field: DealDecimalField;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: (string | number);
} | {
  field: DealDecimalField;
  op: 'in' | 'notIn';
  value: Array<(string | number)>;
} | {
  field: DealDecimalField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'status';
  op: 'eq' | 'ne';
  value: DealStatus;
} | {
  field: 'status';
  op: 'in' | 'notIn';
  value: Array<DealStatus>;
} | {
  field: 'status';
  op: 'isNull';
  value: boolean;
} | {
  field: DealIntegerField;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: number;
} | {
  field: DealIntegerField;
  op: 'in' | 'notIn';
  value: Array<number>;
} | {
  field: DealIntegerField;
  op: 'isNull';
  value: boolean;
} | {
  field: DealUserField;
  op: 'eq' | 'ne';
  value: string;
} | {
  field: DealUserField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: DealUserField;
  op: 'isNull';
  value: boolean;
} | {
  field: DealTeamField;
  op: 'eq' | 'ne';
  value: string;
} | {
  field: DealTeamField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: DealTeamField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'priority';
  op: 'eq' | 'ne';
  value: DealPriority;
} | {
  field: 'priority';
  op: 'in' | 'notIn';
  value: Array<DealPriority>;
} | {
  field: 'priority';
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
  field: DealTimestampField;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: (string | RelativeTime);
} | {
  field: DealTimestampField;
  op: 'in' | 'notIn';
  value: Array<(string | RelativeTime)>;
} | {
  field: DealTimestampField;
  op: 'isNull';
  value: boolean;
} | {
  field: DealTagsField;
  op: 'has';
  value: string;
} | {
  field: DealTagsField;
  op: 'hasAny' | 'hasAll';
  value: Array<string>;
} | {
  field: DealTagsField;
  op: 'isNull';
  value: boolean;
} | {
  field: `custom.${string}` | `company.custom.${string}` | `contact.custom.${string}` | `contact.company.custom.${string}`;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'contains' | 'startsWith' | 'has';
  value: (string | number | boolean | RelativeTime);
} | {
  field: `custom.${string}` | `company.custom.${string}` | `contact.custom.${string}` | `contact.company.custom.${string}`;
  op: 'in' | 'notIn';
  value: Array<(string | number | boolean | RelativeTime)>;
} | {
  field: `custom.${string}` | `company.custom.${string}` | `contact.custom.${string}` | `contact.company.custom.${string}`;
  op: 'isNull';
  value: boolean;
} | {
  field: DealBooleanField;
  op: 'eq' | 'ne';
  value: boolean;
} | {
  field: DealBooleanField;
  op: 'isNull';
  value: boolean;
} | {
  field: DealCompanySizeField;
  op: 'eq' | 'ne';
  value: CompanySize;
} | {
  field: DealCompanySizeField;
  op: 'in' | 'notIn';
  value: Array<CompanySize>;
} | {
  field: DealCompanySizeField;
  op: 'isNull';
  value: boolean;
} | {
  field: DealCompanyStatusField;
  op: 'eq' | 'ne';
  value: CompanyStatus;
} | {
  field: DealCompanyStatusField;
  op: 'in' | 'notIn';
  value: Array<CompanyStatus>;
} | {
  field: DealCompanyStatusField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'contact.status';
  op: 'eq' | 'ne';
  value: ContactStatus;
} | {
  field: 'contact.status';
  op: 'in' | 'notIn';
  value: Array<ContactStatus>;
} | {
  field: 'contact.status';
  op: 'isNull';
  value: boolean;
} | {
  field: 'contact.source';
  op: 'eq' | 'ne';
  value: ContactSource;
} | {
  field: 'contact.source';
  op: 'in' | 'notIn';
  value: Array<ContactSource>;
} | {
  field: 'contact.source';
  op: 'isNull';
  value: boolean;
} | {
  field: 'contact.preferredContact';
  op: 'eq' | 'ne';
  value: PreferredContact;
} | {
  field: 'contact.preferredContact';
  op: 'in' | 'notIn';
  value: Array<PreferredContact>;
} | {
  field: 'contact.preferredContact';
  op: 'isNull';
  value: boolean;
} | {
  field: 'stage.kind';
  op: 'eq' | 'ne';
  value: PipelineStageKind;
} | {
  field: 'stage.kind';
  op: 'in' | 'notIn';
  value: Array<PipelineStageKind>;
} | {
  field: 'stage.kind';
  op: 'isNull';
  value: boolean;
});

