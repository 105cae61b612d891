import { sql, type RawBuilder } from 'kysely';
import type { Commonness } from './search-sample.js';
import type { SearchTerms } from './search-terms.js';
import type { SearchMatch } from './search.dto.js';
import type { SearchedKind } from './searched-kinds.js';

type Sql = RawBuilder<unknown>;

/**
 * So many hits of a way are looked at and ranked, because ranking twenty thousand takes a tenth of a second. What is exact
 * is found by ways of its own and is not in that crowd.
 */
export const CAP = sql.lit(200);
const FEW = sql.lit(25);
const RECENT = sql.lit(1_000);
/** Likeness takes five times as long to tell as how well words fit. */
const CAP_ALIKE = sql.lit(100);

/** One way of finding records of a kind, with what says how well they fit: 0 to 1. */
export interface Way {
  readonly match: SearchMatch;
  readonly condition: Sql;
  readonly cap: Sql;
  readonly rank: Sql;
  /** The same of a row of `newest`, which has the words and the text: asked of the newest first. */
  readonly ofNewest?: Sql | undefined;
  /** Whether many have it, so that the newest are asked first. A value, so that the statement stays the same; as the next. */
  readonly isFrequent?: boolean;
  readonly isAsked?: boolean;
  /** Asked only where none of so many first ways found anything. */
  readonly isAfter?: number;
}

/** What is asked of a kind, and what is known of how common it is there. */
export type Hint = Commonness & { readonly isAsked: boolean };

const way = (match: SearchMatch, condition: Sql, rank: number): Way => ({
  match,
  condition,
  cap: FEW,
  rank: sql.lit(rank),
});

/** Each equality asks an index of its own. */
function exactWays(kind: SearchedKind, { text, patterns, email, phoneDigits, domain }: SearchTerms): Way[] {
  const ways: Way[] = [];
  if (email && kind.email) ways.push(way('exact-email', sql`${kind.email} = ${email}`, 1));
  if (phoneDigits)
    for (const phone of kind.phones ?? []) ways.push(way('exact-phone', sql`${phone} = ${phoneDigits}`, 0.98));
  if (domain && kind.domain) ways.push(way('exact-domain', sql`${kind.domain} = ${domain}`, 0.96));
  if (kind.externalIds && patterns.length === 1 && !email)
    ways.push(
      way(
        'external-id',
        sql`${kind.id} in (select x.${kind.externalIds.column} from ${kind.externalIds.table} x where x.external_id = ${text})`,
        0.94,
      ),
    );
  if (kind.name && !email && !phoneDigits) ways.push(way('exact-name', sql`${kind.name} = lower(${text}::text)`, 0.9));
  return ways;
}

/** `plainto_tsquery` takes whatever is typed for words; written out and read again, the last of them may go on. */
const wordsOf = (text: string): Sql => sql`plainto_tsquery('simple'::regconfig, ${text}::text)`;
const goingOn = (text: string): Sql => sql`(nullif(${wordsOf(text)}::text, '') || ':*')::tsquery`;

const beginsAlike = ({ title }: SearchedKind, { beginning }: SearchTerms): Sql =>
  sql`case when lower(${title}) like lower(${beginning}::text) then 0.1 else 0 end`;

/**
 * Titles weigh more than what is written about them, and short records more than long ones. Whole words where fragments are
 * asked for too: of a word that may go on, GIN gathers all the records of all its endings first, however rare the other word is.
 */
function wordsWay(kind: SearchedKind, terms: SearchTerms, { areWordsFrequent }: Hint): Way {
  const query = kind.text === undefined && terms.isOpenEnded ? goingOn(terms.text) : wordsOf(terms.text);
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

/** Every word somewhere, also inside of others; else in the long texts, where the last word may go on. */
function partWays(kind: SearchedKind, terms: SearchTerms, hint: Hint): Way[] {
  const fragments = fragmentWay(kind, terms, hint);
  const beginnings = kind.text && terms.isOpenEnded ? beginningWays(kind, terms, hint) : [];
  return [...fragments, ...beginnings.map((one) => ({ ...one, isAfter: fragments.length }))];
}

/**
 * Where few have the other words, these are looked up and the last one is asked of each: `is true` keeps it away from the index, which would gather all
 * records of all its endings.
 */
function beginningWays(kind: SearchedKind, terms: SearchTerms, { isAsked, areOthersRare }: Hint): Way[] {
  const query = goingOn(terms.text);
  const rest = { match: 'words', cap: CAP, rank: wordsRank(kind, terms, query) } as const;
  if (terms.others === '') return [{ ...rest, condition: sql`${kind.words} @@ ${query}`, isAsked }];
  return [
    {
      ...rest,
      condition: sql`${kind.words} @@ ${wordsOf(terms.others)} and (${kind.words} @@ ${query}) is true and ${areOthersRare}::boolean`,
      isAsked,
    },
    { ...rest, condition: sql`${kind.words} @@ ${query} and not ${areOthersRare}::boolean`, isAsked },
  ];
}

/** The more of a title it is, the better it fits. Where few have some three letters of it, the index is asked for these and three others, and the rest of what it finds. */
function fragmentWay(
  kind: SearchedKind,
  terms: SearchTerms,
  { isAsked, arePartsFrequent, rarest, nextRarest, hasRarest }: Hint,
): Way[] {
  const { text, title } = kind;
  if (!text || !terms.hasTrigrams) return [];
  const like = (column: Sql): Sql =>
    sql.join(
      terms.patterns.map((pattern) => sql`${column} like lower(${pattern}::text)`),
      sql` and `,
    );
  const rest = {
    match: 'fragment',
    isAsked,
    cap: CAP,
    rank: sql`0.3 + 0.1 * least(1, length(${terms.text}::text)::numeric / greatest(1, length(${title}))) + ${beginsAlike(kind, terms)}`,
  } as const;
  // Of an address, for what is before the @.
  const condition = terms.mailbox
    ? sql`${text} like lower(${terms.mailbox}::text) and (${like(text)}) is true`
    : like(text);
  return [
    {
      ...rest,
      condition: sql`${text} like ${rarest}::text and ${text} like ${nextRarest}::text and (${like(text)}) is true and ${hasRarest}::boolean`,
    },
    {
      ...rest,
      condition: sql`${condition} and not ${hasRarest}::boolean`,
      ofNewest: like(sql`newest.text`),
      isFrequent: arePartsFrequent,
    },
  ];
}

/** Not addresses and numbers: half of them are alike. */
export const hasSimilar = ({ hasTrigrams, email, domain, phoneDigits }: SearchTerms): boolean =>
  hasTrigrams && !email && !domain && !phoneDigits;

const isAlike = (text: Sql, terms: SearchTerms): Sql => sql`${text} %> lower(${terms.text}::text)`;
const alikeRank = (text: Sql, terms: SearchTerms): Sql =>
  sql`0.3 * word_similarity(lower(${terms.text}::text), ${text})`;

/** Written almost so, in the records themselves. */
function similarWay({ text }: SearchedKind, terms: SearchTerms): Way[] {
  if (!text || !hasSimilar(terms)) return [];
  return [{ match: 'similar', condition: isAlike(text, terms), cap: CAP, rank: alikeRank(text, terms) }];
}

/** The same by the words that may have been meant, and in the last of what was changed since these were gathered. */
function meantWays({ text, words, changedAt, from, id, live }: SearchedKind, terms: SearchTerms): Way[] {
  if (!text || !changedAt) return [];
  const rest = { match: 'similar', cap: CAP_ALIKE, rank: alikeRank(text, terms) } as const;
  const recent = sql`select ${id} as id, ${text} as text from ${from} where ${live} and ${changedAt} > ${terms.knownUntil}::timestamptz order by ${changedAt} desc limit ${RECENT}`;
  return [
    ...(terms.meant ? [{ ...rest, condition: sql`${words} @@ ${terms.meant}::tsquery` }] : []),
    {
      ...rest,
      condition: sql`${id} in (select recent.id from (${recent}) recent where ${isAlike(sql`recent.text`, terms)})`,
    },
  ];
}

/** The ways that are tried together, by what they cost. */
export const STEPS = {
  exact: (kind: SearchedKind, terms: SearchTerms): Way[] => exactWays(kind, terms),
  words: (kind: SearchedKind, terms: SearchTerms, hint: Hint): Way[] => [
    ...exactWays(kind, terms),
    wordsWay(kind, terms, hint),
  ],
  parts: partWays,
  meant: meantWays,
  similar: similarWay,
} as const satisfies Record<string, (kind: SearchedKind, terms: SearchTerms, hint: Hint) => Way[]>;
export type Step = keyof typeof STEPS;
