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
  Optional,
  Text,
  Texts,
} from '../../../kernel/fields.js';
import { DUPLICATE_REASONS, type DuplicateReason } from '../../../platform/records/index.js';
import { CompanyCreate } from '../../companies/index.js';
import { ContactCreate } from '../../contacts/index.js';
import { DealCreate } from '../../deals/index.js';
import { LeadView } from '../leads.dto.js';

export const ON_DUPLICATE = ['refuse', 'use', 'create'] as const;
export type OnDuplicate = (typeof ON_DUPLICATE)[number];

export const TARGETS = ['company', 'contact', 'deal'] as const;
export type TargetName = (typeof TARGETS)[number];

/** What the new company has otherwise than the lead says; null leaves a field empty. */
export class ConversionCompany extends PartialType(OmitType(CompanyCreate, ['ownerId', 'teamId'] as const), {
  skipNullProperties: false,
}) {}

/** What the new contact has otherwise than the lead says; null leaves a field empty. */
export class ConversionContact extends PartialType(
  OmitType(ContactCreate, ['ownerId', 'teamId', 'companyId', 'isPrimary'] as const),
  { skipNullProperties: false },
) {}

/** What the new deal has otherwise than the lead says; null leaves a field empty. */
export class ConversionDeal extends PartialType(
  OmitType(DealCreate, ['ownerId', 'teamId', 'companyId', 'contactId', 'leadId'] as const),
  { skipNullProperties: false },
) {}

/** A company that is there, or a new one: exactly one of the two. */
export class CompanyTarget {
  /**
   * The company that the lead is joined to; only its empty fields are filled.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Id() id?: string;
  /** A new company. */
  @Optional() @Nested(() => ConversionCompany) create?: ConversionCompany;
}

/** A contact that is there, or a new one: exactly one of the two. */
export class ContactTarget {
  /**
   * The contact that the lead is joined to; only their empty fields are filled.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Id() id?: string;
  /** A new contact. */
  @Optional() @Nested(() => ConversionContact) create?: ConversionContact;
}

/** A deal that is there, or a new one: exactly one of the two. */
export class DealTarget {
  /**
   * The deal that the lead is joined to; only its empty fields are filled.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Id() id?: string;
  /** A new deal. */
  @Optional() @Nested(() => ConversionDeal) create?: ConversionDeal;
}

/** What a lead becomes. */
export class LeadConversion {
  /** The company; null for none. Left out, it is the company of the contact that is named, else a new one where the lead names one. */
  @Optional() @Nullable() @Nested(() => CompanyTarget) company?: CompanyTarget | null;
  /** The contact; null for none. Left out, it is a new one. */
  @Optional() @Nullable() @Nested(() => ContactTarget) contact?: ContactTarget | null;
  /** The deal; there is none unless it is asked for. */
  @Optional() @Nullable() @Nested(() => DealTarget) deal?: DealTarget | null;
  /**
   * The owner of what is made; the owner of the lead when left out.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Nullable() @Id() ownerId?: string | null;
  /**
   * What to do when the company or the contact may be there already: refuse and list the candidates, use the most likely one where it is likely enough, or make another one nevertheless.
   * @example refuse
   */
  @Optional() @Choice('OnDuplicate', ON_DUPLICATE) onDuplicate?: OnDuplicate;
  /**
   * Only say what would be done, and write nothing.
   * @example false
   */
  @Optional() @Flag() dryRun?: boolean;
}

/** What became of one company, contact or deal. */
export class ConversionTargetView {
  /**
   * Its id; null for one that a dry run would make.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() id: string | null;
  /**
   * Its name or title.
   * @example "Analytical Engines Ltd"
   */
  @Text(0, 255) name: string;
  /**
   * Whether the conversion made it.
   * @example true
   */
  @Flag() made: boolean;
  /**
   * Why it was taken for the one that was looked for, where `onDuplicate` is `use`.
   * @example []
   */
  @ChoicesParameter('DuplicateReason', DUPLICATE_REASONS) matchedBy: DuplicateReason[];
  /**
   * Empty fields of one that was there that were filled from the lead.
   * @example ["phone"]
   */
  @Texts(1, 150, 200) filled: string[];
  /**
   * Fields of one that was there that have another value than the lead, and keep it.
   * @example ["website"]
   */
  @Texts(1, 150, 200) kept: string[];
  /**
   * Labels that it got from the lead.
   * @example ["vip"]
   */
  @Texts(1, 50) tagsAdded: string[];
  /**
   * What it was made with, or what was filled.
   * @example {"phone": "+44 20 7946 0958"}
   */
  @FreeObject(200_000) values: Record<string, unknown>;
}

/** A value of the lead that found no place. */
export class NotCarriedView {
  /**
   * Where it would have gone.
   * @example company
   */
  @Choice('ConversionTargetName', TARGETS) target: TargetName;
  /**
   * The field.
   * @example customFields.industry
   */
  @Text(1, 150) field: string;
  /**
   * Why not, in a word.
   * @example unknown-field
   */
  @Text(1, 100) code: string;
  /**
   * Why not, in words.
   * @example "there is no such custom field"
   */
  @Text(1, 1000) detail: string;
}

/** What a conversion did, or would do. */
export class LeadConversionView {
  /** The lead; after a dry run as it is. */
  @Nested(() => LeadView) lead: LeadView;
  /**
   * Whether nothing was written.
   * @example false
   */
  @Flag() dryRun: boolean;
  /** The company; null for none. */
  @Nullable() @Nested(() => ConversionTargetView) company: ConversionTargetView | null;
  /** The contact; null for none. */
  @Nullable() @Nested(() => ConversionTargetView) contact: ConversionTargetView | null;
  /** The deal; null for none. */
  @Nullable() @Nested(() => ConversionTargetView) deal: ConversionTargetView | null;
  /**
   * How many activities of the lead are on the timelines of the others now.
   * @example 3
   */
  @Integer(0, 2147483647) activities: number;
  /** What found no place. */
  @NestedList(() => NotCarriedView, 0, 500) notCarried: NotCarriedView[];
}
