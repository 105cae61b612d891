import {
  Choice,
  ChoicesParameter,
  Flag,
  Id,
  IntegerParameter,
  NestedList,
  Nullable,
  NumberBetween,
  Optional,
  Text,
  Timestamp,
} from '../../kernel/fields.js';
import { RECORD_RESOURCES, type RecordResource } from '../../platform/records/index.js';

/** Record types in the order of the response: leads and contacts first. */
export const SEARCH_KINDS: readonly RecordResource[] = [
  ...new Set<RecordResource>(['leads', 'contacts', ...RECORD_RESOURCES]),
];
export type SearchKind = RecordResource;

/** The ways in which a record is found, the surest first. */
export const SEARCH_MATCHES = [
  'exact-email',
  'exact-phone',
  'exact-domain',
  'external-id',
  'exact-name',
  'words',
  'fragment',
  'similar',
] as const;
export type SearchMatch = (typeof SEARCH_MATCHES)[number];

export class SearchQuery {
  /**
   * Search text: words, the start of a word, an e-mail address, a phone number, a domain, or an external id
   * @example lovelace
   */
  @Text(1, 100)
  q: string;

  /**
   * Record types to search; default: all. Repeat to select several.
   * @example ["leads", "contacts"]
   */
  @Optional()
  @ChoicesParameter('SearchKind', SEARCH_KINDS, SEARCH_KINDS.length)
  kinds?: SearchKind[];

  /**
   * Maximum number of hits per record type, 1 to 25
   * @example 5
   */
  @Optional()
  @IntegerParameter(1, 25, 5)
  limit?: number;
}

export class SearchHitView {
  /**
   * Id of the record
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id()
  id: string;

  /**
   * Record type
   * @example contacts
   */
  @Choice('SearchKind', SEARCH_KINDS)
  kind: SearchKind;

  /**
   * Name of the record, title of a deal, or subject of an activity
   * @example "Ada Lovelace"
   */
  @Text(0, 255)
  title: string;

  /**
   * Text that distinguishes records with the same title. Lead: company; contact: job title; company: industry; deal:
   * value; activity: start of the description.
   * @example "Head of Engines"
   */
  @Nullable()
  @Text(0, 255)
  subtitle: string | null;

  /**
   * Most reliable kind of match
   * @example words
   */
  @Choice('SearchMatch', SEARCH_MATCHES)
  matchedBy: SearchMatch;

  /**
   * Relevance, 0 to 1; comparable between record types
   * @example 0.82
   */
  @NumberBetween(0, 1)
  rank: number;

  /**
   * E-mail address; null if the record type has none
   * @example ada@example.com
   */
  @Nullable()
  @Text(0, 255)
  email: string | null;

  /**
   * Phone number; null if the record type has none
   * @example "+44 20 7946 0958"
   */
  @Nullable()
  @Text(0, 50)
  phone: string | null;

  /**
   * Status of the record
   * @example qualified
   */
  @Text(1, 50)
  status: string;

  /**
   * Id of the owner
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable()
  @Id()
  ownerId: string | null;

  /**
   * Time of the last change
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp()
  updatedAt: string;
}

export class SearchGroupView {
  /**
   * Record type
   * @example contacts
   */
  @Choice('SearchKind', SEARCH_KINDS)
  kind: SearchKind;

  /** Hits, the best first */
  @NestedList(() => SearchHitView, 0, 25)
  hits: SearchHitView[];

  /**
   * Whether there are more hits of this record type
   * @example false
   */
  @Flag()
  hasMore: boolean;
}

export class SearchView {
  /** Best hits of all record types, at most `limit` */
  @NestedList(() => SearchHitView, 0, 25)
  best: SearchHitView[];

  /** One group per requested record type that the caller may read; groups without hits are included */
  @NestedList(() => SearchGroupView, 0, SEARCH_KINDS.length)
  groups: SearchGroupView[];
}
