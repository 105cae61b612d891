import {
  ChoicesParameter,
  Email,
  Id,
  Integer,
  Nested,
  NestedList,
  Optional,
  SortParameter,
  Text,
  TextsParameter,
} from '../../kernel/fields.js';
import { MoneyFilter, NumberFilter, TextFilter } from '../../platform/query/index.js';
import { DUPLICATE_REASONS, RecordQuery, type DuplicateReason } from '../../platform/records/index.js';
import { CompanyView } from './companies.dto.js';
import { COMPANY_SIZES, COMPANY_STATUSES, type CompanySize, type CompanyStatus } from './company.entity.js';

export const COMPANY_SORTS = ['createdAt', 'updatedAt', 'name', 'annualRevenue'] as const;
const SORTS = COMPANY_SORTS.flatMap((field) => [field, `-${field}`]);
export const COMPANY_INCLUDES = ['owner', 'team'] as const;

export class CompanyQuery extends RecordQuery {
  /**
   * Search text in name, domain, e-mail address, phone number and city; every word must occur
   * @example engines
   */
  @Optional() @Text(1, 100) q?: string;
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @SortParameter('CompanySort', SORTS, 3) sort?: string[];
  /** Related records to include */
  @Optional() @ChoicesParameter('CompanyInclude', COMPANY_INCLUDES, 2) include?: (typeof COMPANY_INCLUDES)[number][];
  /** Statuses; repeat to match any of several */
  @Optional() @ChoicesParameter('CompanyStatus', COMPANY_STATUSES) status?: CompanyStatus[];
  /** Company sizes; repeat to match any of several */
  @Optional() @ChoicesParameter('CompanySize', COMPANY_SIZES) size?: CompanySize[];
  /**
   * Industries; repeat to match any of several
   * @example ["computing"]
   */
  @Optional() @TextsParameter(100) industry?: string[];
  /**
   * Countries, ISO 3166-1 alpha-2; repeat to match any of several
   * @example ["GB"]
   */
  @Optional() @TextsParameter(2) country?: string[];
  /** Web domain */
  @Optional() @Nested(() => TextFilter) domain?: TextFilter;
  /** City */
  @Optional() @Nested(() => TextFilter) city?: TextFilter;
  /** E-mail address */
  @Optional() @Nested(() => TextFilter) email?: TextFilter;
  /** Annual revenue */
  @Optional() @Nested(() => MoneyFilter) annualRevenue?: MoneyFilter;
  /** Number of employees */
  @Optional() @Nested(() => NumberFilter) employeeCount?: NumberFilter;
}

export class CompanyGetQuery {
  /** Related records to include */
  @Optional() @ChoicesParameter('CompanyInclude', COMPANY_INCLUDES, 2) include?: (typeof COMPANY_INCLUDES)[number][];
}

/** At least one of the fields must be set. */
export class CompanyDuplicatesQuery {
  /**
   * Web domain to compare; a scheme or `www.` is removed
   * @example analytical-engines.example
   */
  @Optional() @Text(3, 255) domain?: string;
  /**
   * E-mail address to compare
   * @example office@analytical-engines.example
   */
  @Optional() @Email() email?: string;
  /**
   * Phone number to compare, in any notation
   * @example "+44 20 7946 0958"
   */
  @Optional() @Text(3, 50) phone?: string;
  /**
   * Name to compare by similarity
   * @example "Analytical Engines Ltd"
   */
  @Optional() @Text(1, 255) name?: string;
  /**
   * Id of a company to exclude from the results
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Id() excludeId?: string;
}

export class CompanyDuplicateView {
  /** The possible duplicate */
  @Nested(() => CompanyView) company: CompanyView;
  /**
   * Likelihood of a duplicate, 0 to 100
   * @example 97
   */
  @Integer(0, 100) likelihood: number;
  /**
   * Reasons for the match
   * @example ["same-domain"]
   */
  @ChoicesParameter('DuplicateReason', DUPLICATE_REASONS) reasons: DuplicateReason[];
}

export class CompanyDuplicatesView {
  /** Possible duplicates, at most 20, the most likely first */
  @NestedList(() => CompanyDuplicateView, 0, 20) data: CompanyDuplicateView[];
}
