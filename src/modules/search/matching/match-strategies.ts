import { sql, type RawBuilder } from 'kysely';
import { samePhone } from '../../../platform/records/index.js';
import type { TermFrequency } from './term-frequencies.js';
import type { SearchTerms } from './search-terms.js';
import type { SearchMatch } from '../search.dto.js';
import type { SearchedKind } from './searched-kinds.js';

type Sql = RawBuilder<unknown>;

/**
 * Maximum number of hits per strategy, because ranking 20 000 hits takes 100 ms. Exact matches have their own
 * strategies and limit.
 */
export const CAP = sql.lit(200);
const FEW = sql.lit(25);
/** Number of newest records to scan for word parts of one or two letters, because no index finds these parts. */
const SHORT_PARTS = sql.lit(20_000);

/** A way to find records of one type, with a rank from 0 to 1. */
export interface MatchStrategy {
  readonly match: SearchMatch;
  readonly condition: Sql;
  readonly cap: Sql;
  readonly rank: Sql;
  /** The condition on a row of the subquery `newest`. Used for frequent words. */
  readonly ofNewest?: Sql | undefined;
  /**
   * Whether many records match; then the newest records are tested first. `isFrequent` and `isAsked` are bound values,
   * so that the statement text stays the same.
   */
  readonly isFrequent?: boolean;
  readonly isAsked?: boolean;
  /** Runs only if none of the first `isAfter` strategies found a record. */
  readonly isAfter?: number;
}

/** Term frequencies for one record type, and whether the record type is searched in this step. */
export type Hint = TermFrequency & { readonly isAsked: boolean };

const strategy = (match: SearchMatch, condition: Sql, rank: number): MatchStrategy => ({
  match,
  condition,
  cap: FEW,
  rank: sql.lit(rank),
});

/** Each condition is an equality with its own index. */
function exactStrategies(kind: SearchedKind, { text, patterns, email, phone, domain }: SearchTerms): MatchStrategy[] {
  const strategies: MatchStrategy[] = [];
  if (email && kind.email) strategies.push(strategy('exact-email', sql`${kind.email} = ${email}`, 1));
  if (phone)
    for (const [alias, column] of kind.phones ?? [])
      strategies.push(strategy('exact-phone', samePhone(alias, column, phone), 0.98));
  if (domain && kind.domain) strategies.push(strategy('exact-domain', sql`${kind.domain} = ${domain}`, 0.96));
  if (kind.externalIds && patterns.length === 1 && !email)
    strategies.push(
      strategy(
        'external-id',
        sql`${kind.id} in (select x.${kind.externalIds.column} from ${kind.externalIds.table} x
          where x.external_id = ${text})`,
        0.94,
      ),
    );
  if (kind.name && !email && !phone)
    strategies.push(strategy('exact-name', sql`${kind.name} = lower(${text}::text)`, 0.9));
  return strategies;
}

/**
 * `plainto_tsquery` accepts any input. `goingOn` converts its result to text and appends `:*`, so that the last word
 * matches as a prefix.
 */
const wordsOf = (text: string): Sql => sql`plainto_tsquery('simple'::regconfig, ${text}::text)`;
const goingOn = (text: string): Sql => sql`(nullif(${wordsOf(text)}::text, '') || ':*')::tsquery`;

const beginsAlike = ({ title }: SearchedKind, { beginning }: SearchTerms): Sql =>
  sql`case when lower(${title}) like lower(${beginning}::text) then 0.1 else 0 end`;

/**
 * Ranks titles above other text, and short records above long records. If fragments are searched too, only whole words
 * match: for a prefix, GIN first reads the records of all words with that prefix.
 */
function wordsStrategy(kind: SearchedKind, terms: SearchTerms, { areWordsFrequent }: Hint): MatchStrategy {
  const query = kind.text === undefined && terms.isOpenEnded ? goingOn(terms.normalized) : wordsOf(terms.normalized);
  return {
    match: 'words',
    condition: sql`${kind.words} @@ ${query}`,
    ofNewest: sql`newest.words @@ ${query}`,
    isFrequent: areWordsFrequent,
    cap: CAP,
    rank: wordsRank(kind, terms, query),
  };
}

const wordsRank = (kind: SearchedKind, terms: SearchTerms, query: Sql): Sql =>
  sql`0.45 + 0.3 * least(1, ts_rank(${kind.words}, ${query}, 1)) + ${beginsAlike(kind, terms)}`;

/** Matches all words as fragments. If no record matches, matches whole words, with the last word as a prefix. */
function partStrategies(kind: SearchedKind, terms: SearchTerms, hint: Hint): MatchStrategy[] {
  const fragments = fragmentStrategy(kind, terms, hint);
  const beginnings = kind.text && terms.isOpenEnded ? prefixStrategies(kind, terms, hint) : [];
  return [...fragments, ...beginnings.map((one) => ({ ...one, isAfter: fragments.length }))];
}

/**
 * If the other words are rare, finds records by these words and tests the prefix per record. `is true` hides the prefix
 * from the GIN index, which would read the records of all words with that prefix.
 */
function prefixStrategies(kind: SearchedKind, terms: SearchTerms, { isAsked, areOthersRare }: Hint): MatchStrategy[] {
  const query = goingOn(terms.normalized);
  const rest = { match: 'words', cap: CAP, rank: wordsRank(kind, terms, query) } as const;
  if (terms.others === '') return [{ ...rest, condition: sql`${kind.words} @@ ${query}`, isAsked }];
  return [
    {
      ...rest,
      condition: sql`${kind.words} @@ ${wordsOf(terms.others)} and (${kind.words} @@ ${query}) is true
        and ${areOthersRare}::boolean`,
      isAsked,
    },
    { ...rest, condition: sql`${kind.words} @@ ${query} and not ${areOthersRare}::boolean`, isAsked },
  ];
}

const likeAll = (column: Sql, { patterns }: SearchTerms): Sql =>
  sql.join(
    patterns.map((pattern) => sql`${column} like ${pattern}::text`),
    sql` and `,
  );

/** Tests the newest records, for parts that no index finds. */
const shortParts = ({ id, from, live, text }: SearchedKind, newest: Sql, terms: SearchTerms): Sql =>
  sql`${id} in (select recent.id from (select ${id} as id, ${text} as text
              from ${from} where ${live} order by ${newest} limit ${SHORT_PARTS}) recent
              where ${likeAll(sql`recent.text`, terms)})`;

/** For an e-mail address, the index is searched only for the part up to the @. */
const partsIn = (text: Sql, terms: SearchTerms): Sql =>
  terms.mailbox ? sql`${text} like ${terms.mailbox}::text and (${likeAll(text, terms)}) is true` : likeAll(text, terms);

/**
 * Ranks a match higher if it covers more of the title. If few rows contain two trigrams, the index is searched only
 * for these trigrams: `is true` prevents an index condition.
 */
function fragmentStrategy(
  kind: SearchedKind,
  terms: SearchTerms,
  { isAsked, arePartsFrequent, rarest, nextRarest, hasRarest }: Hint,
): MatchStrategy[] {
  const { text, title, newest } = kind;
  if (!text) return [];
  const rank = sql`0.3 + 0.1 * least(1, length(${terms.text}::text)::numeric / greatest(1, length(${title})))
      + ${beginsAlike(kind, terms)}`;
  const rest = { match: 'fragment', isAsked, cap: CAP, rank } as const;
  if (!terms.hasTrigrams) return newest ? [{ ...rest, condition: shortParts(kind, newest, terms) }] : [];
  return [
    {
      ...rest,
      condition: sql`${text} like ${rarest}::text and ${text} like ${nextRarest}::text
        and (${likeAll(text, terms)}) is true and ${hasRarest}::boolean`,
    },
    {
      ...rest,
      condition: sql`${partsIn(text, terms)} and not ${hasRarest}::boolean`,
      ofNewest: likeAll(sql`newest.text`, terms),
      isFrequent: arePartsFrequent,
    },
  ];
}

/** Excludes e-mail addresses, domains and phone numbers, because many of these are similar to each other. */
export const hasSimilar = ({ hasTrigrams, email, domain, phone }: SearchTerms): boolean =>
  hasTrigrams && !email && !domain && !phone;

function similarStrategy({ text }: SearchedKind, terms: SearchTerms): MatchStrategy[] {
  if (!text || !hasSimilar(terms)) return [];
  return [
    {
      match: 'similar',
      condition: sql`${text} %> ${terms.normalized}::text`,
      cap: CAP,
      rank: sql`0.3 * word_similarity(${terms.normalized}::text, ${text})`,
    },
  ];
}

/** The strategies of each step of a search. Cheaper steps run first. */
export const STEPS = {
  exact: (kind: SearchedKind, terms: SearchTerms): MatchStrategy[] => exactStrategies(kind, terms),
  words: (kind: SearchedKind, terms: SearchTerms, hint: Hint): MatchStrategy[] => [
    ...exactStrategies(kind, terms),
    wordsStrategy(kind, terms, hint),
  ],
  parts: partStrategies,
  similar: similarStrategy,
} as const satisfies Record<string, (kind: SearchedKind, terms: SearchTerms, hint: Hint) => MatchStrategy[]>;
export type StrategyStep = keyof typeof STEPS;
