import { sql, type RawBuilder } from 'kysely';
import { shaped, type Query } from '../../platform/database/index.js';
import { reachOf, type Seer } from '../../platform/sight/index.js';
import type { SearchTerms } from './search-terms.js';
import type { SearchMatch } from './search.dto.js';
import type { SearchedKind, Seen } from './searched-kinds.js';

type Sql = RawBuilder<unknown>;

/**
 * So many hits of a way are looked at and ranked, because ranking twenty thousand takes a tenth of a second. What is exact
 * is found by ways of its own and is not in that crowd.
 */
const CAP = sql.lit(200);
/** Where sight is asked afterwards, because it costs more than the word. */
const CAP_BEFORE_SIGHT = sql.lit(1_000);
const FEW = sql.lit(25);
/** Of a large table a few of the newest are looked at first. A word that so many of these have is found often enough among the newest without its index, which takes a fifth of a second for a word that a third of a million records have. */
const FIRST_LOOK = sql.lit(100);
const ENOUGH = sql.lit(5);
const NEWEST = sql.lit(500);
const NEWEST_MINE = sql.lit(2_000);
const LARGE = sql.lit(50_000);

/** One way of finding records of a kind, with what says how well they fit: 0 to 1. */
interface Way {
  readonly match: SearchMatch;
  readonly condition: Sql;
  readonly cap: Sql;
  readonly rank: Sql;
  /** The same of a row of `newest`, which has the words alone: asked of the newest first. */
  readonly ofNewest?: Sql | undefined;
  /** Whether it is asked at all: a value, so that the statement stays the same. */
  readonly isAsked?: boolean;
  /** Asked only where the way before it found nothing. */
  readonly isSecond?: boolean;
}

const way = (match: SearchMatch, condition: Sql, rank: number): Way => ({ match, condition, cap: FEW, rank: sql.lit(rank) });

/** Each equality asks an index of its own. */
function exactWays(kind: SearchedKind, { text, patterns, email, phoneDigits, domain }: SearchTerms): Way[] {
  const ways: Way[] = [];
  if (email && kind.email) ways.push(way('exact-email', sql`${kind.email} = ${email}`, 1));
  if (phoneDigits) for (const phone of kind.phones ?? []) ways.push(way('exact-phone', sql`${phone} = ${phoneDigits}`, 0.98));
  if (domain && kind.domain) ways.push(way('exact-domain', sql`${kind.domain} = ${domain}`, 0.96));
  if (kind.externalIds && patterns.length === 1 && !email) ways.push(way('external-id', sql`${kind.id} in (select x.${kind.externalIds.column} from ${kind.externalIds.table} x where x.external_id = ${text})`, 0.94));
  if (kind.name && !email && !phoneDigits) ways.push(way('exact-name', sql`${kind.name} = lower(${text}::text)`, 0.9));
  return ways;
}

/** `plainto_tsquery` takes whatever is typed for words; written out and read again, the last of them may go on. */
const queryOf = ({ text, isOpenEnded }: SearchTerms, mayGoOn: boolean): Sql =>
  isOpenEnded && mayGoOn ? sql`(nullif(plainto_tsquery('simple'::regconfig, ${text}::text)::text, '') || ':*')::tsquery` : sql`plainto_tsquery('simple'::regconfig, ${text}::text)`;

const beginsAlike = ({ title }: SearchedKind, { beginning }: SearchTerms): Sql => sql`case when lower(${title}) like lower(${beginning}::text) then 0.1 else 0 end`;

/**
 * Titles weigh more than what is written about them, and short records more than long ones. Whole words where fragments are
 * asked for too: of a word that may go on, GIN gathers all the records of all its endings first, however rare the other word is.
 */
const wordsWay = (kind: SearchedKind, terms: SearchTerms): Way => wordsLike(kind, terms, kind.text === undefined);

function wordsLike(kind: SearchedKind, terms: SearchTerms, mayGoOn: boolean): Way {
  const query = queryOf(terms, mayGoOn);
  return { match: 'words', condition: sql`${kind.words} @@ ${query}`, ofNewest: sql`newest.words @@ ${query}`, cap: CAP, rank: sql`0.45 + 0.3 * least(1, ts_rank(${kind.words}, ${query}, 1)) + ${beginsAlike(kind, terms)}` };
}

/** Every word somewhere, also inside of others; else in the long texts, where the last word may go on. */
function partWays(kind: SearchedKind, terms: SearchTerms, isAsked: boolean): Way[] {
  const beginnings = kind.text && terms.isOpenEnded ? [{ ...wordsLike(kind, terms, true), ofNewest: undefined, isAsked }] : [];
  const fragments = fragmentWay(kind, terms).map((one) => ({ ...one, isAsked }));
  return [...fragments, ...beginnings.map((one) => ({ ...one, isSecond: fragments.length > 0 }))];
}

function fragmentWay(kind: SearchedKind, terms: SearchTerms): Way[] {
  const { text } = kind;
  if (!text || !terms.hasTrigrams) return [];
  const conditions = terms.patterns.map((pattern) => sql`${text} like lower(${pattern}::text)`);
  return [{ match: 'fragment', condition: sql.join(conditions, sql` and `), cap: CAP, rank: sql`0.3 + 0.1 * word_similarity(lower(${terms.text}::text), ${text}) + ${beginsAlike(kind, terms)}` }];
}

/** Not addresses and numbers: half of them are alike. */
export const hasSimilar = ({ hasTrigrams, email, domain, phoneDigits }: SearchTerms): boolean => hasTrigrams && !email && !domain && !phoneDigits;

/** Written almost so. */
function similarWay({ text }: SearchedKind, terms: SearchTerms): Way[] {
  if (!text || !hasSimilar(terms)) return [];
  return [{ match: 'similar', condition: sql`${text} %> lower(${terms.text}::text)`, cap: CAP, rank: sql`0.3 * word_similarity(lower(${terms.text}::text), ${text})` }];
}

const all = (conditions: readonly Sql[]): Sql => sql.join([...conditions], sql` and `);

/** Of the newest of some records those that have the word. */
const ofNewest = (kind: SearchedKind, { from, where }: Pick<Seen, 'from' | 'where'>, newest: Sql, limit: Sql, condition: Sql): Sql =>
  sql`select id from (select ${kind.id} as id, ${kind.words} as words from ${from} where ${all(where)} order by ${newest} limit ${limit}) newest where ${condition} limit ${CAP}`;

interface Finding {
  readonly tables: readonly Sql[];
  readonly parts: readonly Sql[];
}

/**
 * The ids that a way finds. `matching` is planned as if all of it were read, and then read only as far as the cap:
 * promised two hundred of many, the planner reads the whole table for a word that nobody has.
 */
function findingOf(kind: SearchedKind, at: number, { condition, ofNewest: hasWord, cap, isAsked, isSecond }: Way, seen: Seen): Finding {
  const { from, where, newest, mine = [], finally: last } = seen;
  const table = sql.id(`matching${at}`);
  const matching = (conditions: readonly Sql[]): Sql => sql`${table} as materialized (select ${kind.id} as id from ${from} where ${all([...conditions, ...where])})`;
  const matched = (limit: Sql): Sql => sql`select id from ${table} limit ${limit}`;
  const when = [...(isAsked === undefined ? [] : [sql`${isAsked}::boolean`]), ...(isSecond ? [sql`not exists (select from ${sql.id(`matching${at - 1}`)})`] : [])];
  if (!hasWord || !newest) return { tables: [matching([...when, condition])], parts: [matched(cap)] };
  const isSmall = sql`(select reltuples from pg_class where oid = ${sql.lit(kind.kind)}::regclass) < ${LARGE}`;
  const isRare = sql`(${isSmall} or (select count(*) from first_look) < ${ENOUGH})`;
  // All that the index found has been looked through, unless that was cut off or the index was not asked.
  const isCutOff = sql`(not ${isRare} or (select count(*) from (${matched(CAP_BEFORE_SIGHT)}) read) >= ${CAP_BEFORE_SIGHT})`;
  return {
    tables: [sql`first_look as materialized (${ofNewest(kind, seen, newest, FIRST_LOOK, sql`not ${isSmall} and ${hasWord}`)})`, matching([condition, isRare])],
    parts: [
      ofNewest(kind, { from, where: [...where, sql`not ${isRare}`] }, newest, NEWEST, hasWord),
      matched(last ? CAP_BEFORE_SIGHT : cap),
      ...mine.map((one) => ofNewest(kind, { from, where: [one, ...where, isCutOff] }, newest, NEWEST_MINE, hasWord)),
    ],
  };
}

/**
 * Whom a record is seen by is asked before the cap: what others have must not take the places of what is one's own. Hits are
 * looked up one by one, by their ids, however many the planner expects.
 */
function partOf(kind: SearchedKind, actor: Seer, ways: readonly Way[], limit: number): Sql {
  const seen = kind.seenBy(actor);
  const finding = ways.map((one, at) => findingOf(kind, at, one, seen));
  const found = finding.flatMap(({ parts }, at) => parts.map((part) => sql`(select id, ${sql.lit(at)} as way from (${part}) one_way)`));
  const ranks = ways.map((one, at) => sql`when ${sql.lit(at)} then ${one.rank}`);
  const matches = ways.map((one, at) => sql`when ${sql.lit(at)} then ${sql.lit(one.match)}`);
  return sql`(with ${sql.join(finding.flatMap(({ tables }) => tables))}, found as materialized (select id, min(way) as way from (${sql.join(found, sql` union all `)}) every_way group by id)
    select hit.* from found cross join lateral (
      select ${sql.lit(kind.kind)} as kind, ${kind.id} as id, coalesce(${kind.title}, '') as title, case found.way ${sql.join(matches, sql` `)} end as "matchedBy",
        round((case found.way ${sql.join(ranks, sql` `)} end)::numeric, 4)::float8 as rank, ${kind.shown}
      from ${kind.from} where ${all([sql`${kind.id} = found.id`, ...(seen.finally ?? [])])} limit 1) hit
    order by rank desc, "updatedAt" desc, id limit ${sql.lit(limit)})`;
}

/** All kinds in one statement. */
function searchStatement(actor: Seer, parts: readonly (readonly [SearchedKind, readonly Way[]])[], limit: number): Sql {
  const statements = parts.filter(([, ways]) => ways.length > 0).map(([kind, ways]) => partOf(kind, actor, ways, limit));
  return statements.length > 0 ? sql.join(statements, sql` union all `) : sql`select where false`;
}

/** The ways that are tried together, by what they cost. */
const STEPS = {
  exact: (kind: SearchedKind, terms: SearchTerms): Way[] => exactWays(kind, terms),
  words: (kind: SearchedKind, terms: SearchTerms): Way[] => [...exactWays(kind, terms), wordsWay(kind, terms)],
  parts: partWays,
  similar: similarWay,
} as const;
export type Step = keyof typeof STEPS;

export interface Question {
  readonly actor: Seer;
  readonly kinds: readonly SearchedKind[];
  readonly terms: SearchTerms;
  readonly limit: number;
  /** Asked often in this form: its text and its plan are worth keeping. */
  readonly isUsual: boolean;
}

/**
 * Building fifteen thousand characters takes longer than looking for what they ask, so the text of a usual question is
 * kept by its shape. `isAsked` says of each kind whether it is.
 */
export function stepOf(step: Step, { actor, kinds, terms, limit, isUsual }: Question, isAsked: readonly boolean[] = kinds.map(() => true)): Query {
  const { email, phoneDigits, domain } = terms;
  const given = [terms.text, terms.beginning, email, phoneDigits, domain, actor.userId, actor.teamId] as const;
  const build = (...values: readonly unknown[]): Sql => {
    const [text, beginning, ownEmail, ownDigits, ownDomain, userId, teamId] = values as unknown as typeof given;
    const [patterns, asked] = [values.slice(given.length, -kinds.length) as string[], values.slice(-kinds.length) as boolean[]];
    const own = { ...terms, text, beginning, patterns, email: email && ownEmail, phoneDigits: phoneDigits && ownDigits, domain: domain && ownDomain };
    return searchStatement({ ...actor, userId, teamId: actor.teamId && teamId }, kinds.map((kind, at) => [kind, STEPS[step](kind, own, asked[at] as boolean)]), limit);
  };
  const values = [...given, ...terms.patterns, ...isAsked];
  if (!isUsual || kinds.length === 0) return build(...values);
  const forms = [reachOf(actor), limit, terms.isOpenEnded, terms.hasTrigrams, email !== undefined, phoneDigits !== undefined, domain !== undefined, terms.patterns.length];
  return shaped(`search ${step} ${forms.join(' ')} ${kinds.map(({ kind }) => kind).join(' ')}`, values, build);
}
