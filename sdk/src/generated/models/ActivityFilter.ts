/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { ActivityBooleanField } from './ActivityBooleanField';
import type { ActivityCompanySizeField } from './ActivityCompanySizeField';
import type { ActivityCompanyStatusField } from './ActivityCompanyStatusField';
import type { ActivityContactPreferredContactField } from './ActivityContactPreferredContactField';
import type { ActivityContactSourceField } from './ActivityContactSourceField';
import type { ActivityContactStatusField } from './ActivityContactStatusField';
import type { ActivityDayField } from './ActivityDayField';
import type { ActivityDecimalField } from './ActivityDecimalField';
import type { ActivityIntegerField } from './ActivityIntegerField';
import type { ActivityPriorityField } from './ActivityPriorityField';
import type { ActivityStatus } from './ActivityStatus';
import type { ActivityTagsField } from './ActivityTagsField';
import type { ActivityTeamField } from './ActivityTeamField';
import type { ActivityTextField } from './ActivityTextField';
import type { ActivityTimestampField } from './ActivityTimestampField';
import type { ActivityType } from './ActivityType';
import type { ActivityUserField } from './ActivityUserField';
import type { ActivityUuidField } from './ActivityUuidField';
import type { CallDirection } from './CallDirection';
import type { CallResult } from './CallResult';
import type { CompanyFilter } from './CompanyFilter';
import type { CompanySize } from './CompanySize';
import type { CompanyStatus } from './CompanyStatus';
import type { ContactFilter } from './ContactFilter';
import type { ContactSource } from './ContactSource';
import type { ContactStatus } from './ContactStatus';
import type { DealFilter } from './DealFilter';
import type { DealPriority } from './DealPriority';
import type { DealStatus } from './DealStatus';
import type { LeadFilter } from './LeadFilter';
import type { LeadStatus } from './LeadStatus';
import type { PipelineStageKind } from './PipelineStageKind';
import type { PreferredContact } from './PreferredContact';
import type { RelativeTime } from './RelativeTime';
/**
 * A condition on one field, or conditions combined by `and`, `or` and `not`
 */
export type ActivityFilter = ({
  and: Array<ActivityFilter>;
} | {
  or: Array<ActivityFilter>;
} | {
  not: ActivityFilter;
} | {
  some: ({
    relation: 'company';
    filter?: CompanyFilter;
  } | {
    relation: 'contact';
    filter?: ContactFilter;
  } | {
    relation: 'deal';
    filter?: DealFilter;
  } | {
    relation: 'lead';
    filter?: LeadFilter;
  });
} | {
  none: ({
    relation: 'company';
    filter?: CompanyFilter;
  } | {
    relation: 'contact';
    filter?: ContactFilter;
  } | {
    relation: 'deal';
    filter?: DealFilter;
  } | {
    relation: 'lead';
    filter?: LeadFilter;
  });
} | {
  field: ActivityUuidField;
  op: 'eq' | 'ne';
  value: string;
} | {
  field: ActivityUuidField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: ActivityUuidField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'type';
  op: 'eq' | 'ne';
  value: ActivityType;
} | {
  field: 'type';
  op: 'in' | 'notIn';
  value: Array<ActivityType>;
} | {
  field: 'type';
  op: 'isNull';
  value: boolean;
} | {
  field: ActivityTextField;
  op: 'eq' | 'ne' | 'contains' | 'startsWith';
  value: string;
} | {
  field: ActivityTextField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: ActivityTextField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'status';
  op: 'eq' | 'ne';
  value: ActivityStatus;
} | {
  field: 'status';
  op: 'in' | 'notIn';
  value: Array<ActivityStatus>;
} | {
  field: 'status';
  op: 'isNull';
  value: boolean;
} | {
  field: ActivityPriorityField;
  op: 'eq' | 'ne';
  value: DealPriority;
} | {
  field: ActivityPriorityField;
  op: 'in' | 'notIn';
  value: Array<DealPriority>;
} | {
  field: ActivityPriorityField;
  op: 'isNull';
  value: boolean;
} | {
  field: ActivityTimestampField;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: (string | RelativeTime);
} | {
  field: ActivityTimestampField;
  op: 'in' | 'notIn';
  value: Array<(string | RelativeTime)>;
} | {
  field: ActivityTimestampField;
  op: 'isNull';
  value: boolean;
} | {
  field: ActivityIntegerField;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: number;
} | {
  field: ActivityIntegerField;
  op: 'in' | 'notIn';
  value: Array<number>;
} | {
  field: ActivityIntegerField;
  op: 'isNull';
  value: boolean;
} | {
  field: ActivityDayField;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: (string | RelativeTime);
} | {
  field: ActivityDayField;
  op: 'in' | 'notIn';
  value: Array<(string | RelativeTime)>;
} | {
  field: ActivityDayField;
  op: 'isNull';
  value: boolean;
} | {
  field: ActivityUserField;
  op: 'eq' | 'ne';
  value: string;
} | {
  field: ActivityUserField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: ActivityUserField;
  op: 'isNull';
  value: boolean;
} | {
  field: ActivityTeamField;
  op: 'eq' | 'ne';
  value: string;
} | {
  field: ActivityTeamField;
  op: 'in' | 'notIn';
  value: Array<string>;
} | {
  field: ActivityTeamField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'direction';
  op: 'eq' | 'ne';
  value: CallDirection;
} | {
  field: 'direction';
  op: 'in' | 'notIn';
  value: Array<CallDirection>;
} | {
  field: 'direction';
  op: 'isNull';
  value: boolean;
} | {
  field: 'callResult';
  op: 'eq' | 'ne';
  value: CallResult;
} | {
  field: 'callResult';
  op: 'in' | 'notIn';
  value: Array<CallResult>;
} | {
  field: 'callResult';
  op: 'isNull';
  value: boolean;
} | {
  field: `custom.${string}` | `company.custom.${string}` | `contact.custom.${string}` | `contact.company.custom.${string}` | `deal.custom.${string}` | `deal.company.custom.${string}` | `deal.contact.custom.${string}` | `lead.custom.${string}`;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'contains' | 'startsWith' | 'has';
  value: (string | number | boolean | RelativeTime);
} | {
  field: `custom.${string}` | `company.custom.${string}` | `contact.custom.${string}` | `contact.company.custom.${string}` | `deal.custom.${string}` | `deal.company.custom.${string}` | `deal.contact.custom.${string}` | `lead.custom.${string}`;
  op: 'in' | 'notIn';
  value: Array<(string | number | boolean | RelativeTime)>;
} | {
  field: `custom.${string}` | `company.custom.${string}` | `contact.custom.${string}` | `contact.company.custom.${string}` | `deal.custom.${string}` | `deal.company.custom.${string}` | `deal.contact.custom.${string}` | `lead.custom.${string}`;
  op: 'isNull';
  value: boolean;
} | {
  field: ActivityBooleanField;
  op: 'eq' | 'ne';
  value: boolean;
} | {
  field: ActivityBooleanField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'lead.status';
  op: 'eq' | 'ne';
  value: LeadStatus;
} | {
  field: 'lead.status';
  op: 'in' | 'notIn';
  value: Array<LeadStatus>;
} | {
  field: 'lead.status';
  op: 'isNull';
  value: boolean;
} | {
  field: ActivityCompanySizeField;
  op: 'eq' | 'ne';
  value: CompanySize;
} | {
  field: ActivityCompanySizeField;
  op: 'in' | 'notIn';
  value: Array<CompanySize>;
} | {
  field: ActivityCompanySizeField;
  op: 'isNull';
  value: boolean;
} | {
  field: ActivityDecimalField;
  op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
  value: (string | number);
} | {
  field: ActivityDecimalField;
  op: 'in' | 'notIn';
  value: Array<(string | number)>;
} | {
  field: ActivityDecimalField;
  op: 'isNull';
  value: boolean;
} | {
  field: ActivityCompanyStatusField;
  op: 'eq' | 'ne';
  value: CompanyStatus;
} | {
  field: ActivityCompanyStatusField;
  op: 'in' | 'notIn';
  value: Array<CompanyStatus>;
} | {
  field: ActivityCompanyStatusField;
  op: 'isNull';
  value: boolean;
} | {
  field: ActivityTagsField;
  op: 'has';
  value: string;
} | {
  field: ActivityTagsField;
  op: 'hasAny' | 'hasAll';
  value: Array<string>;
} | {
  field: ActivityTagsField;
  op: 'isNull';
  value: boolean;
} | {
  field: ActivityContactStatusField;
  op: 'eq' | 'ne';
  value: ContactStatus;
} | {
  field: ActivityContactStatusField;
  op: 'in' | 'notIn';
  value: Array<ContactStatus>;
} | {
  field: ActivityContactStatusField;
  op: 'isNull';
  value: boolean;
} | {
  field: ActivityContactSourceField;
  op: 'eq' | 'ne';
  value: ContactSource;
} | {
  field: ActivityContactSourceField;
  op: 'in' | 'notIn';
  value: Array<ContactSource>;
} | {
  field: ActivityContactSourceField;
  op: 'isNull';
  value: boolean;
} | {
  field: ActivityContactPreferredContactField;
  op: 'eq' | 'ne';
  value: PreferredContact;
} | {
  field: ActivityContactPreferredContactField;
  op: 'in' | 'notIn';
  value: Array<PreferredContact>;
} | {
  field: ActivityContactPreferredContactField;
  op: 'isNull';
  value: boolean;
} | {
  field: 'deal.status';
  op: 'eq' | 'ne';
  value: DealStatus;
} | {
  field: 'deal.status';
  op: 'in' | 'notIn';
  value: Array<DealStatus>;
} | {
  field: 'deal.status';
  op: 'isNull';
  value: boolean;
} | {
  field: 'deal.stage.kind';
  op: 'eq' | 'ne';
  value: PipelineStageKind;
} | {
  field: 'deal.stage.kind';
  op: 'in' | 'notIn';
  value: Array<PipelineStageKind>;
} | {
  field: 'deal.stage.kind';
  op: 'isNull';
  value: boolean;
});

