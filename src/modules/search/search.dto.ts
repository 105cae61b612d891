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

/** What can be found, in the order of the answer. */
export const SEARCH_KINDS = ['leads', 'contacts', 'companies', 'deals', 'activities'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

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
   * What to look for: words, the beginning of one, an e-mail address, a phone number, a domain, the id of a record in another system.
   * @example lovelace
   */
  @Text(2, 100)
  q: string;

  /**
   * Only these kinds of records; all by default. May be repeated.
   * @example ["leads", "contacts"]
   */
  @Optional()
  @ChoicesParameter('SearchKind', SEARCH_KINDS, SEARCH_KINDS.length)
  kinds?: SearchKind[];

  /**
   * How many hits a kind gives at most, 1 to 25.
   * @example 5
   */
  @Optional()
  @IntegerParameter(1, 25, 5)
  limit?: number;
}

/** A record that was found: enough to show it in a list of hits. */
export class SearchHitView {
  /**
   * The record's id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id()
  id: string;

  /**
   * What kind of record it is.
   * @example contacts
   */
  @Choice('SearchKind', SEARCH_KINDS)
  kind: SearchKind;

  /**
   * What it is called: the name, the title of a deal, the subject of an activity.
   * @example "Ada Lovelace"
   */
  @Text(0, 255)
  title: string;

  /**
   * What tells it from others of that name: the company of a lead, the job of a contact, the industry of a company, the value of a deal, the beginning of an activity's description.
   * @example "Head of Engines"
   */
  @Nullable()
  @Text(0, 255)
  subtitle: string | null;

  /**
   * Why it was found: the surest of the ways in which it was.
   * @example words
   */
  @Choice('SearchMatch', SEARCH_MATCHES)
  matchedBy: SearchMatch;

  /**
   * How well it fits, 0 to 1; comparable among the kinds.
   * @example 0.82
   */
  @NumberBetween(0, 1)
  rank: number;

  /**
   * Its e-mail address; null where that kind has none.
   * @example ada@example.com
   */
  @Nullable()
  @Text(0, 255)
  email: string | null;

  /**
   * Its phone number; null where that kind has none.
   * @example "+44 20 7946 0958"
   */
  @Nullable()
  @Text(0, 50)
  phone: string | null;

  /**
   * Its status, as its own kind says it.
   * @example qualified
   */
  @Text(1, 50)
  status: string;

  /**
   * Who owns it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable()
  @Id()
  ownerId: string | null;

  /**
   * When it was last changed.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp()
  updatedAt: string;
}

/** The hits of one kind. */
export class SearchGroupView {
  /**
   * The kind.
   * @example contacts
   */
  @Choice('SearchKind', SEARCH_KINDS)
  kind: SearchKind;

  /** The hits, the best first. */
  @NestedList(() => SearchHitView, 0, 25)
  hits: SearchHitView[];

  /**
   * Whether more of this kind were found.
   * @example false
   */
  @Flag()
  hasMore: boolean;
}

export class SearchView {
  /** The best of all kinds, at most `limit`. */
  @NestedList(() => SearchHitView, 0, 25)
  best: SearchHitView[];

  /** One group for each kind that was asked for and that the caller may read, also where nothing was found. */
  @NestedList(() => SearchGroupView, 0, 5)
  groups: SearchGroupView[];
}
