import { OmitType, PartialType } from '@nestjs/swagger';
import {
  Choice,
  Country,
  Currency,
  Email,
  FreeObject,
  Id,
  Integer,
  Money,
  Nested,
  Nullable,
  Optional,
  Text,
  Texts,
  TextMap,
  Timestamp,
  WebAddress,
} from '../../kernel/fields.js';
import { OwnerRef, TeamRef } from '../../platform/records/index.js';
import { COMPANY_SIZES, COMPANY_STATUSES, type CompanySize, type CompanyStatus } from './company.entity.js';

/** What others show of a company. */
export class CompanyRef {
  /**
   * The company's id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The company's name.
   * @example "Analytical Engines Ltd"
   */
  @Text(1, 255) name: string;
  /**
   * The company's web domain.
   * @example analytical-engines.example
   */
  @Nullable() @Text(3, 255) domain: string | null;
}

/** What a company is made from. Only the name is needed. */
export class CompanyCreate {
  /**
   * The name.
   * @example "Analytical Engines Ltd"
   */
  @Text(1, 255)
  name: string;

  /**
   * Web domain, unique among living companies. An address or `www.` before it is taken off. Left out, it is the one of `website` if no other company has it.
   * @example analytical-engines.example
   */
  @Optional()
  @Nullable()
  @Text(3, 255)
  domain?: string | null;

  /**
   * Website.
   * @example https://www.analytical-engines.example
   */
  @Optional()
  @Nullable()
  @WebAddress(255)
  website?: string | null;

  /**
   * What it does.
   * @example computing
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  industry?: string | null;

  /**
   * How big it is.
   * @example medium
   */
  @Optional()
  @Nullable()
  @Choice('CompanySize', COMPANY_SIZES)
  size?: CompanySize | null;

  /**
   * How many people work there.
   * @example 120
   */
  @Optional()
  @Nullable()
  @Integer(0, 2147483647)
  employeeCount?: number | null;

  /**
   * What it takes in a year, as a decimal with at most two places.
   * @example "2500000.00"
   */
  @Optional()
  @Nullable()
  @Money()
  annualRevenue?: string | null;

  /**
   * Currency of `annualRevenue` and `creditLimit`, ISO 4217; the setting `default_currency` when left out.
   * @example EUR
   */
  @Optional()
  @Nullable()
  @Currency()
  currency?: string | null;

  /**
   * What it is to us; `prospect` when left out.
   * @example active
   */
  @Optional()
  @Choice('CompanyStatus', COMPANY_STATUSES)
  status?: CompanyStatus;

  /**
   * Phone number as people write it; E.164 is best.
   * @example "+44 20 7946 0958"
   */
  @Optional()
  @Nullable()
  @Text(3, 50)
  phone?: string | null;

  /**
   * E-mail address, kept in lower case.
   * @example office@analytical-engines.example
   */
  @Optional()
  @Nullable()
  @Email()
  email?: string | null;

  /**
   * Street and number.
   * @example "12 St James Square"
   */
  @Optional()
  @Nullable()
  @Text(1, 255)
  addressLine1?: string | null;

  /**
   * What else belongs to the street: floor, building.
   * @example "Second floor"
   */
  @Optional()
  @Nullable()
  @Text(1, 255)
  addressLine2?: string | null;

  /**
   * City.
   * @example London
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  city?: string | null;

  /**
   * State or region.
   * @example "Greater London"
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  state?: string | null;

  /**
   * Postal code.
   * @example "SW1Y 4LB"
   */
  @Optional()
  @Nullable()
  @Text(1, 20)
  postalCode?: string | null;

  /**
   * Country, ISO 3166 alpha-2.
   * @example GB
   */
  @Optional()
  @Nullable()
  @Country()
  country?: string | null;

  /**
   * Tax number.
   * @example GB123456789
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  taxId?: string | null;

  /**
   * When invoices are to be paid.
   * @example "30 days"
   */
  @Optional()
  @Nullable()
  @Text(1, 50)
  paymentTerms?: string | null;

  /**
   * How much it may owe, as a decimal with at most two places.
   * @example "50000.00"
   */
  @Optional()
  @Nullable()
  @Money()
  creditLimit?: string | null;

  /**
   * The user who looks after the company, who must be allowed to read companies. Callers who see only their own or their team's companies become owner when it and `teamId` are left out.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional()
  @Nullable()
  @Id()
  ownerId?: string | null;

  /**
   * The team whose company it is as long as nobody owns it. With an owner it is the owner's team, and need not be given.
   * @example null
   */
  @Optional()
  @Nullable()
  @Id()
  teamId?: string | null;

  /**
   * Internal notes.
   * @example "Met at the Royal Society."
   */
  @Optional()
  @Nullable()
  @Text(0, 20000)
  notes?: string | null;

  /**
   * Labels, at most 50.
   * @example ["vip", "spring"]
   */
  @Optional()
  @Texts(1, 50)
  tags?: string[];

  /**
   * The ids that other systems have for this company, by system. Each is unique among living companies.
   * @example {"hubspot": "4711"}
   */
  @Optional()
  @TextMap()
  externalIds?: Record<string, string>;

  /**
   * Values of custom fields by key.
   * @example {"segment": "mid-market"}
   */
  @Optional()
  @FreeObject()
  customFields?: Record<string, unknown>;
}

/** What a company is made from where another system may know it already: without a name only a company that is there can be changed. */
export class CompanyUpsert extends PartialType(CompanyCreate, { skipNullProperties: false }) {}

/** Absent fields stay, null clears. Owner and team have a route of their own. */
export class CompanyUpdate extends PartialType(OmitType(CompanyCreate, ['ownerId', 'teamId'] as const), {
  skipNullProperties: false,
}) {}

/** A company as everybody sees it. */
export class CompanyView {
  /**
   * UUIDv7: ids sort by the time of making.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The name.
   * @example "Analytical Engines Ltd"
   */
  @Text(1, 255) name: string;
  /**
   * Web domain in lower case, without `www.`.
   * @example analytical-engines.example
   */
  @Nullable() @Text(3, 255) domain: string | null;
  /**
   * Website.
   * @example https://www.analytical-engines.example
   */
  @Nullable() @WebAddress(255) website: string | null;
  /**
   * What it does.
   * @example computing
   */
  @Nullable() @Text(1, 100) industry: string | null;
  /**
   * How big it is.
   * @example medium
   */
  @Nullable() @Choice('CompanySize', COMPANY_SIZES) size: CompanySize | null;
  /**
   * How many people work there.
   * @example 120
   */
  @Nullable() @Integer(0, 2147483647) employeeCount: number | null;
  /**
   * What it takes in a year, as a decimal with at most two places.
   * @example "2500000.00"
   */
  @Nullable() @Money() annualRevenue: string | null;
  /**
   * Currency of `annualRevenue` and `creditLimit`, ISO 4217.
   * @example EUR
   */
  @Nullable() @Currency() currency: string | null;
  /**
   * What it is to us.
   * @example active
   */
  @Choice('CompanyStatus', COMPANY_STATUSES) status: CompanyStatus;
  /**
   * Phone number as people write it; E.164 is best.
   * @example "+44 20 7946 0958"
   */
  @Nullable() @Text(3, 50) phone: string | null;
  /**
   * E-mail address, kept in lower case.
   * @example office@analytical-engines.example
   */
  @Nullable() @Email() email: string | null;
  /**
   * Street and number.
   * @example "12 St James Square"
   */
  @Nullable() @Text(1, 255) addressLine1: string | null;
  /**
   * What else belongs to the street: floor, building.
   * @example "Second floor"
   */
  @Nullable() @Text(1, 255) addressLine2: string | null;
  /**
   * City.
   * @example London
   */
  @Nullable() @Text(1, 100) city: string | null;
  /**
   * State or region.
   * @example "Greater London"
   */
  @Nullable() @Text(1, 100) state: string | null;
  /**
   * Postal code.
   * @example "SW1Y 4LB"
   */
  @Nullable() @Text(1, 20) postalCode: string | null;
  /**
   * Country, ISO 3166 alpha-2.
   * @example GB
   */
  @Nullable() @Country() country: string | null;
  /**
   * Tax number.
   * @example GB123456789
   */
  @Nullable() @Text(1, 100) taxId: string | null;
  /**
   * When invoices are to be paid.
   * @example "30 days"
   */
  @Nullable() @Text(1, 50) paymentTerms: string | null;
  /**
   * How much it may owe, as a decimal with at most two places.
   * @example "50000.00"
   */
  @Nullable() @Money() creditLimit: string | null;
  /**
   * The user who looks after the company.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /** The owner, only with `include=owner`. */
  @Optional() @Nullable() @Nested(() => OwnerRef) owner?: OwnerRef | null;
  /**
   * The team that the company belongs to: the owner's, or the one that it was given to.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() teamId: string | null;
  /** The team, only with `include=team`. */
  @Optional() @Nullable() @Nested(() => TeamRef) team?: TeamRef | null;
  /**
   * Internal notes.
   * @example "Met at the Royal Society."
   */
  @Nullable() @Text(0, 20000) notes: string | null;
  /**
   * Labels, at most 50.
   * @example ["vip", "spring"]
   */
  @Texts(1, 50) tags: string[];
  /**
   * Ids in other systems.
   * @example {"hubspot": "4711"}
   */
  @TextMap() externalIds: Record<string, string>;
  /**
   * Values of custom fields by key.
   * @example {"segment": "mid-market"}
   */
  @FreeObject() customFields: Record<string, unknown>;
  /**
   * The company that this one was merged into; null where it was not.
   * @example null
   */
  @Nullable() @Id() mergedIntoId: string | null;
  /**
   * When the company was made.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * When it was last changed.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * When it was deleted; null while it lives.
   * @example null
   */
  @Nullable() @Timestamp() deletedAt: string | null;
  /**
   * Counts the changes; the ETag of the company.
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}
