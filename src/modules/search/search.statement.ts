import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.js';
import { likeEscaped } from '../../platform/query/index.js';
import type { SearchTerms } from './search-terms.js';
import type { SearchMatch } from './search.dto.js';
import type { SearchedKind } from './searched-kinds.js';

type Sql = RawBuilder<unknown>;

/**
 * So many hits of a way are looked at and ranked: any of them, not the newest, because ranking twenty thousand takes a
 * tenth of a second. What is exact is found by ways of its own and is not in that crowd.
 */
const CAP = sql.lit(200);
const FEW = sql.lit(25);

/** One way of finding records of a kind, with what says how well they fit: 0 to 1. */
interface Way {
  readonly match: SearchMatch;
  readonly condition: Sql;
  readonly cap: Sql;
  readonly rank: Sql;
}

const way = (match: SearchMatch, condition: Sql, rank: number): Way => ({ match, condition, cap: FEW, rank: sql.lit(rank) });

/** Each equality asks an index of its own. */
export function exactWays(kind: SearchedKind, { text, words, email, phoneDigits, domain }: SearchTerms): Way[] {
  const ways: Way[] = [];
  if (email && kind.email) ways.push(way('exact-email', sql`${kind.email} = ${email}`, 1));
  if (phoneDigits) for (const phone of kind.phones ?? []) ways.push(way('exact-phone', sql`${phone} = ${phoneDigits}`, 0.98));
  if (domain && kind.domain) ways.push(way('exact-domain', sql`${kind.domain} = ${domain}`, 0.96));
  if (kind.externalIds && words.length === 1 && !email) ways.push(way('external-id', sql`${kind.id} in (select x.${kind.externalIds.column} from ${kind.externalIds.table} x where x.external_id = ${text})`, 0.94));
  if (kind.name && !email && !phoneDigits) ways.push(way('exact-name', sql`${kind.name} = lower(${text}::text)`, 0.9));
  return ways;
}

/** `plainto_tsquery` takes whatever is typed for words; written out and read again, the last of them may go on. */
const queryOf = ({ text, isOpenEnded }: SearchTerms): Sql =>
  isOpenEnded ? sql`(nullif(plainto_tsquery('simple'::regconfig, ${text}::text)::text, '') || ':*')::tsquery` : sql`plainto_tsquery('simple'::regconfig, ${text}::text)`;

const beginsAlike = ({ title }: SearchedKind, { text }: SearchTerms): Sql => sql`case when lower(${title}) like lower(${`${likeEscaped(text)}%`}::text) then 0.1 else 0 end`;

/** Titles weigh more than what is written about them, and short records more than long ones. */
export function wordsWay(kind: SearchedKind, terms: SearchTerms): Way {
  const query = queryOf(terms);
  return { match: 'words', condition: sql`${kind.words} @@ ${query}`, cap: CAP, rank: sql`0.45 + 0.3 * least(1, ts_rank(${kind.words}, ${query}, 1)) + ${beginsAlike(kind, terms)}` };
}

/** Every word somewhere, also inside of others. */
export function fragmentWay(kind: SearchedKind, terms: SearchTerms): Way[] {
  const { text } = kind;
  if (!text || !terms.hasTrigrams) return [];
  const conditions = terms.words.map((word) => sql`${text} like lower(${`%${likeEscaped(word)}%`}::text)`);
  return [{ match: 'fragment', condition: sql.join(conditions, sql` and `), cap: CAP, rank: sql`0.3 + 0.1 * word_similarity(lower(${terms.text}::text), ${text}) + ${beginsAlike(kind, terms)}` }];
}

/** Written almost so. Not addresses and numbers: half of them are alike. */
export function similarWay(kind: SearchedKind, terms: SearchTerms): Way[] {
  const { text } = kind;
  if (!text || !terms.hasTrigrams || terms.email || terms.domain || terms.phoneDigits) return [];
  return [{ match: 'similar', condition: sql`${text} %> lower(${terms.text}::text)`, cap: CAP, rank: sql`0.3 * word_similarity(lower(${terms.text}::text), ${text})` }];
}

/** Whom a record is seen by is asked before the cap: what others have must not take the places of what is one's own. */
function partOf(kind: SearchedKind, actor: Actor, ways: readonly Way[], limit: number): Sql {
  const seen = kind.seenBy(actor);
  const found = ways.map((one, at) => sql`(select ${kind.id} as id, ${sql.lit(at)} as way from ${seen.from} where ${sql.join([one.condition, ...seen.where], sql` and `)} limit ${one.cap})`);
  const ranks = ways.map((one, at) => sql`when ${sql.lit(at)} then ${one.rank}`);
  const matches = ways.map((one, at) => sql`when ${sql.lit(at)} then ${sql.lit(one.match)}`);
  return sql`(with found as materialized (select id, min(way) as way from (${sql.join(found, sql` union all `)}) every_way group by id)
    select ${sql.lit(kind.kind)} as kind, ${kind.id} as id, coalesce(${kind.title}, '') as title, case way ${sql.join(matches, sql` `)} end as "matchedBy",
      round((case way ${sql.join(ranks, sql` `)} end)::numeric, 4)::float8 as rank, ${kind.shown}
    from found join ${kind.from} on ${kind.id} = found.id
    order by rank desc, "updatedAt" desc, id limit ${sql.lit(limit)})`;
}

/** All kinds in one statement. Nothing where no kind has a way. */
export function searchStatement(actor: Actor, parts: readonly (readonly [SearchedKind, readonly Way[]])[], limit: number): Sql | undefined {
  const statements = parts.filter(([, ways]) => ways.length > 0).map(([kind, ways]) => partOf(kind, actor, ways, limit));
  return statements.length > 0 ? sql`${sql.join(statements, sql` union all `)}` : undefined;
}
