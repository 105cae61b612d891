import { ChoicesParameter, Nested, Optional, Text, TextsParameter } from '../../kernel/fields.js';
import { MoneyFilter, NumberFilter, TextFilter } from '../../platform/query/index.js';
import { RecordQuery } from '../../platform/records/index.js';
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
  @Optional() @ChoicesParameter('CompanySort', SORTS, 3) sort?: string[];
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
