import {
  ChoicesParameter,
  FlagParameter,
  IdsParameter,
  Nested,
  Optional,
  SortParameter,
  Text,
  TextsParameter,
} from '../../kernel/fields.js';
import { NumberFilter, TextFilter } from '../../platform/query/index.js';
import { RecordQuery } from '../../platform/records/index.js';
import { CONTACT_SOURCES, CONTACT_STATUSES, type ContactSource, type ContactStatus } from './contact.entity.js';

export const CONTACT_SORTS = ['createdAt', 'updatedAt', 'name', 'lastName', 'leadScore'] as const;
const SORTS = CONTACT_SORTS.flatMap((field) => [field, `-${field}`]);
export const CONTACT_INCLUDES = ['owner', 'team', 'company'] as const;

export class ContactQuery extends RecordQuery {
  /**
   * Search text in name, e-mail address and phone numbers; every word must occur
   * @example ada
   */
  @Optional() @Text(1, 100) q?: string;
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @SortParameter('ContactSort', SORTS, 3) sort?: string[];
  /** Related records to include */
  @Optional() @ChoicesParameter('ContactInclude', CONTACT_INCLUDES, 3) include?: (typeof CONTACT_INCLUDES)[number][];
  /** Statuses; repeat to match any of several */
  @Optional() @ChoicesParameter('ContactStatus', CONTACT_STATUSES) status?: ContactStatus[];
  /** Sources; repeat to match any of several */
  @Optional() @ChoicesParameter('ContactSource', CONTACT_SOURCES) source?: ContactSource[];
  /** Ids of companies; repeat to match any of several */
  @Optional() @IdsParameter() companyId?: string[];
  /**
   * Countries, ISO 3166-1 alpha-2; repeat to match any of several
   * @example ["GB"]
   */
  @Optional() @TextsParameter(2) country?: string[];
  /**
   * Cities; repeat to match any of several
   * @example ["London"]
   */
  @Optional() @TextsParameter(100) city?: string[];
  /** E-mail address */
  @Optional() @Nested(() => TextFilter) email?: TextFilter;
  /** Lead score */
  @Optional() @Nested(() => NumberFilter) leadScore?: NumberFilter;
  /**
   * True for primary contacts only, false for all others
   * @example true
   */
  @Optional() @FlagParameter() isPrimary?: boolean;
}

export class ContactGetQuery {
  /** Related records to include */
  @Optional() @ChoicesParameter('ContactInclude', CONTACT_INCLUDES, 3) include?: (typeof CONTACT_INCLUDES)[number][];
}
