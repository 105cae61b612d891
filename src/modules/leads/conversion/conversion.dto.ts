import { OmitType, PartialType } from '@nestjs/swagger';
import {
  Choice,
  ChoicesParameter,
  Flag,
  FreeObject,
  Id,
  Integer,
  Nested,
  NestedList,
  Nullable,
  OneProperty,
  Optional,
  Text,
  Texts,
} from '../../../kernel/fields.js';
import { DUPLICATE_REASONS, type DuplicateReason } from '../../../platform/records/index.js';
import { CompanyCreate } from '../../companies/index.js';
import { ContactCreate } from '../../contacts/index.js';
import { DealCreate } from '../../deals/index.js';
import { LeadView } from '../leads.dto.js';

export const ON_DUPLICATE = ['reject', 'use', 'create'] as const;
export type OnDuplicate = (typeof ON_DUPLICATE)[number];

export const TARGETS = ['company', 'contact', 'deal'] as const;
export type TargetName = (typeof TARGETS)[number];

/** Values that replace the values of the lead; null leaves a field empty. */
export class ConversionCompany extends PartialType(OmitType(CompanyCreate, ['ownerId', 'teamId'] as const), {
  skipNullProperties: false,
}) {}

/** Values that replace the values of the lead; null leaves a field empty. */
export class ConversionContact extends PartialType(
  OmitType(ContactCreate, ['ownerId', 'teamId', 'companyId', 'isPrimary'] as const),
  { skipNullProperties: false },
) {}

/** Values that replace the values of the lead; null leaves a field empty. */
export class ConversionDeal extends PartialType(
  OmitType(DealCreate, ['ownerId', 'teamId', 'companyId', 'contactId', 'leadId'] as const),
  { skipNullProperties: false },
) {}

/** An existing or a new company: exactly one of the fields. */
@OneProperty()
export class CompanyTarget {
  /**
   * Id of an existing company to link; only its empty fields are filled
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Id() id?: string;
  /** Data of a new company */
  @Optional() @Nested(() => ConversionCompany) create?: ConversionCompany;
}

/** An existing or a new contact: exactly one of the fields. */
@OneProperty()
export class ContactTarget {
  /**
   * Id of an existing contact to link; only its empty fields are filled
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Id() id?: string;
  /** Data of a new contact */
  @Optional() @Nested(() => ConversionContact) create?: ConversionContact;
}

/** An existing or a new deal: exactly one of the fields. */
@OneProperty()
export class DealTarget {
  /**
   * Id of an existing deal to link; only its empty fields are filled
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Id() id?: string;
  /** Data of a new deal */
  @Optional() @Nested(() => ConversionDeal) create?: ConversionDeal;
}

export class LeadConversion {
  /**
   * Company to create or link; null for none. If omitted: the company of the linked contact, or else a new company if
   * the lead names one.
   */
  @Optional() @Nullable() @Nested(() => CompanyTarget) company?: CompanyTarget | null;
  /** Contact to create or link; null for none. If omitted, a new contact is created. */
  @Optional() @Nullable() @Nested(() => ContactTarget) contact?: ContactTarget | null;
  /** Deal to create or link; no deal is created if omitted */
  @Optional() @Nullable() @Nested(() => DealTarget) deal?: DealTarget | null;
  /**
   * Id of the owner of new records; default: the owner of the lead
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Nullable() @Id() ownerId?: string | null;
  /**
   * Behaviour if the company or contact may already exist: reject with a list of candidates, use the best candidate, or
   * create a new record
   * @example reject
   */
  @Optional() @Choice('OnDuplicate', ON_DUPLICATE) onDuplicate?: OnDuplicate;
  /**
   * Whether to return the result without saving anything; default false
   * @example false
   */
  @Optional() @Flag() dryRun?: boolean;
}

export class ConversionTargetView {
  /**
   * Id of the record; null if a dry run would create it
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() id: string | null;
  /**
   * Name or title of the record
   * @example "Analytical Engines Ltd"
   */
  @Text(0, 255) name: string;
  /**
   * Whether the conversion created the record
   * @example true
   */
  @Flag() created: boolean;
  /**
   * Reasons for choosing this existing record, with `onDuplicate` set to `use`
   * @example []
   */
  @ChoicesParameter('DuplicateReason', DUPLICATE_REASONS) matchedBy: DuplicateReason[];
  /**
   * Empty fields of an existing record that were filled from the lead
   * @example ["phone"]
   */
  @Texts(1, 150, 200) filled: string[];
  /**
   * Fields of an existing record that differ from the lead and were not changed
   * @example ["website"]
   */
  @Texts(1, 150, 200) unchanged: string[];
  /**
   * Tags that were added from the lead
   * @example ["vip"]
   */
  @Texts(1, 50) tagsAdded: string[];
  /**
   * Field values of the new record, or the values that were filled in
   * @example {"phone": "+44 20 7946 0958"}
   */
  @FreeObject(200_000) values: Record<string, unknown>;
}

/** A value of the lead that was not copied. */
export class NotCarriedView {
  /**
   * Record that would have received the value
   * @example company
   */
  @Choice('ConversionTargetName', TARGETS) target: TargetName;
  /**
   * Name of the field
   * @example customFields.industry
   */
  @Text(1, 150) field: string;
  /**
   * Machine-readable reason
   * @example unknown-field
   */
  @Text(1, 100) code: string;
  /**
   * Reason, for people
   * @example "there is no such custom field"
   */
  @Text(1, 1000) detail: string;
}

/** The result of a conversion or of a dry run. */
export class LeadConversionView {
  /** The lead; unchanged after a dry run */
  @Nested(() => LeadView) lead: LeadView;
  /**
   * Whether this was a dry run, which saves nothing
   * @example false
   */
  @Flag() dryRun: boolean;
  /** The company; null for none */
  @Nullable() @Nested(() => ConversionTargetView) company: ConversionTargetView | null;
  /** The contact; null for none */
  @Nullable() @Nested(() => ConversionTargetView) contact: ConversionTargetView | null;
  /** The deal; null for none */
  @Nullable() @Nested(() => ConversionTargetView) deal: ConversionTargetView | null;
  /**
   * Number of activities of the lead that now appear on the timelines of the other records
   * @example 3
   */
  @Integer(0, 2147483647) activities: number;
  /** Values of the lead that could not be copied */
  @NestedList(() => NotCarriedView, 0, 500) notCarried: NotCarriedView[];
}
