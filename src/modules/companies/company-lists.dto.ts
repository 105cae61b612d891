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
   * Text that the name, domain, e-mail address, phone number or city holds; each word must be there.
   * @example engines
   */
  @Optional() @Text(1, 100) q?: string;
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @SortParameter('CompanySort', SORTS, 3) sort?: string[];
  /** What to give along with each company. */
  @Optional() @ChoicesParameter('CompanyInclude', COMPANY_INCLUDES, 2) include?: (typeof COMPANY_INCLUDES)[number][];
  /** Any of these statuses. */
  @Optional() @ChoicesParameter('CompanyStatus', COMPANY_STATUSES) status?: CompanyStatus[];
  /** Any of these sizes. */
  @Optional() @ChoicesParameter('CompanySize', COMPANY_SIZES) size?: CompanySize[];
  /**
   * Any of these industries.
   * @example ["computing"]
   */
  @Optional() @TextsParameter(100) industry?: string[];
  /**
   * Any of these countries, ISO 3166 alpha-2.
   * @example ["GB"]
   */
  @Optional() @TextsParameter(2) country?: string[];
  /** By web domain. */
  @Optional() @Nested(() => TextFilter) domain?: TextFilter;
  /** By city. */
  @Optional() @Nested(() => TextFilter) city?: TextFilter;
  /** By e-mail address. */
  @Optional() @Nested(() => TextFilter) email?: TextFilter;
  /** By what it takes in a year. */
  @Optional() @Nested(() => MoneyFilter) annualRevenue?: MoneyFilter;
  /** By the number of people who work there. */
  @Optional() @Nested(() => NumberFilter) employeeCount?: NumberFilter;
}

/** What may be asked of a single company. */
export class CompanyGetQuery {
  /** What to give along with the company. */
  @Optional() @ChoicesParameter('CompanyInclude', COMPANY_INCLUDES, 2) include?: (typeof COMPANY_INCLUDES)[number][];
}

/** What is looked for among the living companies; at least one of the fields. */
export class CompanyDuplicatesQuery {
  /**
   * The same web domain; an address or `www.` before it is taken off.
   * @example analytical-engines.example
   */
  @Optional() @Text(3, 255) domain?: string;
  /**
   * The same e-mail address.
   * @example office@analytical-engines.example
   */
  @Optional() @Email() email?: string;
  /**
   * The same phone number, however it is written.
   * @example "+44 20 7946 0958"
   */
  @Optional() @Text(3, 50) phone?: string;
  /**
   * A name like this.
   * @example "Analytical Engines Ltd"
   */
  @Optional() @Text(1, 255) name?: string;
  /**
   * A company that is not its own duplicate.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Optional() @Id() excludeId?: string;
}

export class CompanyDuplicateView {
  /** The company that may be the same one. */
  @Nested(() => CompanyView) company: CompanyView;
  /**
   * How likely it is the same, 0 to 100.
   * @example 97
   */
  @Integer(0, 100) likelihood: number;
  /**
   * Why it is listed.
   * @example ["same-domain"]
   */
  @ChoicesParameter('DuplicateReason', DUPLICATE_REASONS) reasons: DuplicateReason[];
}

export class CompanyDuplicatesView {
  /** Most likely first, at most 20. */
  @NestedList(() => CompanyDuplicateView, 0, 20) data: CompanyDuplicateView[];
}
