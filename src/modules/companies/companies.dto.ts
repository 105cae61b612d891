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

export class CompanyRef {
  /**
   * Id of the company
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Name of the company
   * @example "Analytical Engines Ltd"
   */
  @Text(1, 255) name: string;
  /**
   * Web domain of the company
   * @example analytical-engines.example
   */
  @Nullable() @Text(3, 255) domain: string | null;
}

export class CompanyCreate {
  /**
   * Name
   * @example "Analytical Engines Ltd"
   */
  @Text(1, 255)
  name: string;

  /**
   * Web domain, unique among companies that are not deleted. A scheme or `www.` is removed. Default: the domain of
   * `website`, if no other company has it.
   * @example analytical-engines.example
   */
  @Optional()
  @Nullable()
  @Text(3, 255)
  domain?: string | null;

  /**
   * Website URL
   * @example https://www.analytical-engines.example
   */
  @Optional()
  @Nullable()
  @WebAddress(255)
  website?: string | null;

  /**
   * Industry
   * @example computing
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  industry?: string | null;

  /**
   * Company size
   * @example medium
   */
  @Optional()
  @Nullable()
  @Choice('CompanySize', COMPANY_SIZES)
  size?: CompanySize | null;

  /**
   * Number of employees
   * @example 120
   */
  @Optional()
  @Nullable()
  @Integer(0, 2147483647)
  employeeCount?: number | null;

  /**
   * Annual revenue, decimal with at most two decimal places
   * @example "2500000.00"
   */
  @Optional()
  @Nullable()
  @Money()
  annualRevenue?: string | null;

  /**
   * Currency of `annualRevenue` and `creditLimit`, ISO 4217; default: the setting `default_currency`
   * @example EUR
   */
  @Optional()
  @Nullable()
  @Currency()
  currency?: string | null;

  /**
   * Relationship status; default `prospect`
   * @example active
   */
  @Optional()
  @Choice('CompanyStatus', COMPANY_STATUSES)
  status?: CompanyStatus;

  /**
   * Phone number in any common notation; E.164 is recommended
   * @example "+44 20 7946 0958"
   */
  @Optional()
  @Nullable()
  @Text(3, 50)
  phone?: string | null;

  /**
   * E-mail address, stored in lower case
   * @example office@analytical-engines.example
   */
  @Optional()
  @Nullable()
  @Email()
  email?: string | null;

  /**
   * Street and number
   * @example "12 St James Square"
   */
  @Optional()
  @Nullable()
  @Text(1, 255)
  addressLine1?: string | null;

  /**
   * Additional address line, such as floor or building
   * @example "Second floor"
   */
  @Optional()
  @Nullable()
  @Text(1, 255)
  addressLine2?: string | null;

  /**
   * City
   * @example London
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  city?: string | null;

  /**
   * State or region
   * @example "Greater London"
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  state?: string | null;

  /**
   * Postal code
   * @example "SW1Y 4LB"
   */
  @Optional()
  @Nullable()
  @Text(1, 20)
  postalCode?: string | null;

  /**
   * Country, ISO 3166-1 alpha-2
   * @example GB
   */
  @Optional()
  @Nullable()
  @Country()
  country?: string | null;

  /**
   * Tax id
   * @example GB123456789
   */
  @Optional()
  @Nullable()
  @Text(1, 100)
  taxId?: string | null;

  /**
   * Payment terms
   * @example "30 days"
   */
  @Optional()
  @Nullable()
  @Text(1, 50)
  paymentTerms?: string | null;

  /**
   * Credit limit, decimal with at most two decimal places
   * @example "50000.00"
   */
  @Optional()
  @Nullable()
  @Money()
  creditLimit?: string | null;

  /**
   * Id of the owner, who needs the permission to read companies. Callers with access scope `own` or `team` are the
   * default owner if `teamId` is omitted too.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional()
  @Nullable()
  @Id()
  ownerId?: string | null;

  /**
   * Id of the team, for a company without an owner. With an owner, the owner's team is used and this field can be
   * omitted.
   * @example null
   */
  @Optional()
  @Nullable()
  @Id()
  teamId?: string | null;

  /**
   * Internal notes
   * @example "Met at the Royal Society."
   */
  @Optional()
  @Nullable()
  @Text(0, 20000)
  notes?: string | null;

  /**
   * Tags, at most 50
   * @example ["vip", "spring"]
   */
  @Optional()
  @Texts(1, 50)
  tags?: string[];

  /**
   * Ids of the company in other systems, by system name; each is unique among companies that are not deleted
   * @example {"hubspot": "4711"}
   */
  @Optional()
  @TextMap()
  externalIds?: Record<string, string>;

  /**
   * Custom field values, by field key
   * @example {"segment": "mid-market"}
   */
  @Optional()
  @FreeObject()
  customFields?: Record<string, unknown>;
}

/** The name is required only if the company does not exist yet. */
export class CompanyUpsert extends PartialType(CompanyCreate, { skipNullProperties: false }) {}

/** Absent fields stay unchanged, null clears a field. */
export class CompanyUpdate extends PartialType(OmitType(CompanyCreate, ['ownerId', 'teamId'] as const), {
  skipNullProperties: false,
}) {}

export class CompanyView {
  /**
   * Id (UUIDv7, sortable by creation time)
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Name
   * @example "Analytical Engines Ltd"
   */
  @Text(1, 255) name: string;
  /**
   * Web domain in lower case, without `www.`
   * @example analytical-engines.example
   */
  @Nullable() @Text(3, 255) domain: string | null;
  /**
   * Website URL
   * @example https://www.analytical-engines.example
   */
  @Nullable() @WebAddress(255) website: string | null;
  /**
   * Industry
   * @example computing
   */
  @Nullable() @Text(1, 100) industry: string | null;
  /**
   * Company size
   * @example medium
   */
  @Nullable() @Choice('CompanySize', COMPANY_SIZES) size: CompanySize | null;
  /**
   * Number of employees
   * @example 120
   */
  @Nullable() @Integer(0, 2147483647) employeeCount: number | null;
  /**
   * Annual revenue, decimal with at most two decimal places
   * @example "2500000.00"
   */
  @Nullable() @Money() annualRevenue: string | null;
  /**
   * Currency of `annualRevenue` and `creditLimit`, ISO 4217
   * @example EUR
   */
  @Nullable() @Currency() currency: string | null;
  /**
   * Relationship status
   * @example active
   */
  @Choice('CompanyStatus', COMPANY_STATUSES) status: CompanyStatus;
  /**
   * Phone number in any common notation; E.164 is recommended
   * @example "+44 20 7946 0958"
   */
  @Nullable() @Text(3, 50) phone: string | null;
  /**
   * E-mail address, stored in lower case
   * @example office@analytical-engines.example
   */
  @Nullable() @Email() email: string | null;
  /**
   * Street and number
   * @example "12 St James Square"
   */
  @Nullable() @Text(1, 255) addressLine1: string | null;
  /**
   * Additional address line, such as floor or building
   * @example "Second floor"
   */
  @Nullable() @Text(1, 255) addressLine2: string | null;
  /**
   * City
   * @example London
   */
  @Nullable() @Text(1, 100) city: string | null;
  /**
   * State or region
   * @example "Greater London"
   */
  @Nullable() @Text(1, 100) state: string | null;
  /**
   * Postal code
   * @example "SW1Y 4LB"
   */
  @Nullable() @Text(1, 20) postalCode: string | null;
  /**
   * Country, ISO 3166-1 alpha-2
   * @example GB
   */
  @Nullable() @Country() country: string | null;
  /**
   * Tax id
   * @example GB123456789
   */
  @Nullable() @Text(1, 100) taxId: string | null;
  /**
   * Payment terms
   * @example "30 days"
   */
  @Nullable() @Text(1, 50) paymentTerms: string | null;
  /**
   * Credit limit, decimal with at most two decimal places
   * @example "50000.00"
   */
  @Nullable() @Money() creditLimit: string | null;
  /**
   * Id of the owner
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() ownerId: string | null;
  /** The owner, only with `include=owner` */
  @Optional() @Nullable() @Nested(() => OwnerRef) owner?: OwnerRef | null;
  /**
   * Id of the team: the owner's team, or the team that the company was assigned to
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() teamId: string | null;
  /** The team, only with `include=team` */
  @Optional() @Nullable() @Nested(() => TeamRef) team?: TeamRef | null;
  /**
   * Internal notes
   * @example "Met at the Royal Society."
   */
  @Nullable() @Text(0, 20000) notes: string | null;
  /**
   * Tags, at most 50
   * @example ["vip", "spring"]
   */
  @Texts(1, 50) tags: string[];
  /**
   * Ids in other systems, by system name
   * @example {"hubspot": "4711"}
   */
  @TextMap() externalIds: Record<string, string>;
  /**
   * Custom field values, by field key
   * @example {"segment": "mid-market"}
   */
  @FreeObject() customFields: Record<string, unknown>;
  /**
   * Id of the company that this company was merged into; null if it was not merged
   * @example null
   */
  @Nullable() @Id() mergedIntoId: string | null;
  /**
   * Creation time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * Time of the last change
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Deletion time; null if the record is not deleted
   * @example null
   */
  @Nullable() @Timestamp() deletedAt: string | null;
  /**
   * Version number, also in the ETag of the company
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}
