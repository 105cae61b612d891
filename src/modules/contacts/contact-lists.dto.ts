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
   * Text that the name, e-mail address or a phone number holds; each word must be there.
   * @example ada
   */
  @Optional() @Text(1, 100) q?: string;
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @SortParameter('ContactSort', SORTS, 3) sort?: string[];
  /** What to give along with each contact. */
  @Optional() @ChoicesParameter('ContactInclude', CONTACT_INCLUDES, 3) include?: (typeof CONTACT_INCLUDES)[number][];
  /** Any of these statuses. */
  @Optional() @ChoicesParameter('ContactStatus', CONTACT_STATUSES) status?: ContactStatus[];
  /** Any of these sources. */
  @Optional() @ChoicesParameter('ContactSource', CONTACT_SOURCES) source?: ContactSource[];
  /** Contacts of any of these companies. */
  @Optional() @IdsParameter() companyId?: string[];
  /**
   * Any of these countries, ISO 3166-1 alpha-2.
   * @example ["GB"]
   */
  @Optional() @TextsParameter(2) country?: string[];
  /**
   * Any of these cities.
   * @example ["London"]
   */
  @Optional() @TextsParameter(100) city?: string[];
  /** By e-mail address. */
  @Optional() @Nested(() => TextFilter) email?: TextFilter;
  /** By lead score. */
  @Optional() @Nested(() => NumberFilter) leadScore?: NumberFilter;
  /**
   * Primary contacts of their companies, or all others.
   * @example true
   */
  @Optional() @FlagParameter() isPrimary?: boolean;
}

/** What may be asked of a single contact. */
export class ContactGetQuery {
  /** What to give along with the contact. */
  @Optional() @ChoicesParameter('ContactInclude', CONTACT_INCLUDES, 3) include?: (typeof CONTACT_INCLUDES)[number][];
}
