import { sql, type RawBuilder } from 'kysely';
import { cachedStatement, type Query } from '../../../platform/database/index.js';
import { accessScopeOf, type Viewer } from '../../../platform/visibility/index.js';
import type { SearchTerms } from './search-terms.js';
import { CAP, STEPS, type Hint, type StrategyStep, type MatchStrategy } from './match-strategies.js';
import type { SearchedKind, Seen } from './searched-kinds.js';

type Sql = RawBuilder<unknown>;

/** Maximum number of hits before the visibility check, for record types that check visibility last. */
const CAP_BEFORE_VISIBILITY = sql.lit(1_000);
/** Number of newest records to test for a frequent word. With fewer hits than the page needs, the index is searched. */
const NEWEST = sql.lit(1_000);
const NEWEST_MINE = sql.lit(2_000);

const all = (conditions: readonly Sql[]): Sql => sql.join([...conditions], sql` and `);

/** Selects the matching records among the newest records. */
const ofNewest = (
  kind: SearchedKind,
  { from, where }: Pick<Seen, 'from' | 'where'>,
  newest: Sql,
  limit: Sql,
  condition: Sql,
): Sql =>
  sql`select id from (select ${kind.id} as id, ${kind.words} as words${kind.text ? sql`, ${kind.text} as text` : sql``}
    from ${from} where ${all(where)} order by ${newest} limit ${limit}) newest where ${condition} limit ${CAP}`;

interface Finding {
  readonly tables: readonly Sql[];
  readonly parts: readonly Sql[];
}

/** The conditions on earlier steps: whether the strategy is asked, and whether the strategies before found nothing. */
const whenAsked = (
  { isAsked, isAfter = 0 }: MatchStrategy,
  { newest }: Seen,
  strategies: readonly MatchStrategy[],
): readonly Sql[] => [
  ...(isAsked === undefined ? [] : [sql`${isAsked}::boolean`]),
  ...strategies
    .slice(0, isAfter)
    .flatMap((one, before) => [`matching${before}`, ...(one.ofNewest && newest ? [`newest${before}`] : [])])
    .map((found) => sql`not exists (select from ${sql.id(found)})`),
];

/** A strategy of a record type with the condition that it depends on. */
interface Attempt {
  readonly kind: SearchedKind;
  readonly at: number;
  readonly strategy: MatchStrategy;
  readonly seen: Seen;
  readonly when: readonly Sql[];
  /** Number of hits that the page needs. */
  readonly limit: number;
}

/**
 * Selects all matching ids. The cap is outside of this materialized query: with a cap inside, the planner may choose a
 * sequential scan for a rare word.
 */
const matching = ({ kind, at, strategy, seen, when }: Attempt, further: readonly Sql[] = []): Sql =>
  sql`${sql.id(`matching${at}`)} as materialized (select ${kind.id} as id from ${seen.from}
    where ${all([...when, strategy.condition, ...further, ...seen.where])})`;
const matched = ({ at }: Attempt, limit: Sql): Sql => sql`select id from ${sql.id(`matching${at}`)} limit ${limit}`;

/** Selects the ids of one strategy. */
function findingOf(attempt: Attempt): Finding {
  const { ofNewest: hasWord, cap } = attempt.strategy;
  const { newest } = attempt.seen;
  return hasWord && newest
    ? newestFirst(attempt, hasWord, newest)
    : { tables: [matching(attempt)], parts: [matched(attempt, cap)] };
}

/** Tests the newest records for a frequent word, and searches the index only if too few of these records match. */
function newestFirst(attempt: Attempt, hasWord: Sql, newest: Sql): Finding {
  const { kind, at, strategy, seen, when, limit } = attempt;
  const { from, where, mine = [], finally: last } = seen;
  const near = sql.id(`newest${at}`);
  const isFound = sql`(select count(*) from ${near}) >= ${sql.lit(limit)}`;
  const condition = all([...when, sql`${strategy.isFrequent ?? false}::boolean`, hasWord]);
  // For a restricted viewer, search the newest records of each access reason. Few of all newest records are visible.
  const looks = (mine.length > 0 ? mine.map((one) => [one, ...where]) : [where]).map(
    (own) => sql`(${ofNewest(kind, { from, where: own }, newest, NEWEST, condition)})`,
  );
  // Search the newest records of each access reason again only if the index search reached its cap.
  const read = matched(attempt, CAP_BEFORE_VISIBILITY);
  const isCutOff = sql`(select count(*) from (${read}) read) >= ${CAP_BEFORE_VISIBILITY}`;
  return {
    tables: [
      sql`${near} as materialized (${sql.join(looks, sql` union all `)})`,
      matching(attempt, [sql`not ${isFound}`]),
    ],
    parts: [
      sql`select id from ${near}`,
      last ? read : matched(attempt, strategy.cap),
      ...mine.map((one) => ofNewest(kind, { from, where: [one, ...where, isCutOff] }, newest, NEWEST_MINE, hasWord)),
    ],
  };
}

/**
 * Checks visibility before the cap if possible, so that hidden records do not displace visible records. The lateral
 * join with `limit 1` looks up each hit by its id.
 */
function partOf(kind: SearchedKind, actor: Viewer, strategies: readonly MatchStrategy[], limit: number): Sql {
  const seen = kind.seenBy(actor);
  const finding = strategies.map((strategy, at) =>
    findingOf({ kind, at, strategy, seen, when: whenAsked(strategy, seen, strategies), limit }),
  );
  const found = finding.flatMap(({ parts }, at) =>
    parts.map((part) => sql`(select id, ${sql.lit(at)} as way from (${part}) one_way)`),
  );
  const ranks = strategies.map((one, at) => sql`when ${sql.lit(at)} then ${one.rank}`);
  const matches = strategies.map((one, at) => sql`when ${sql.lit(at)} then ${sql.lit(one.match)}`);
  return sql`(with ${sql.join(finding.flatMap(({ tables }) => tables))}, found as materialized (select id, min(way)
    as way from (${sql.join(found, sql` union all `)}) every_way group by id)
    select hit.* from found cross join lateral (
      select ${sql.lit(kind.kind)} as kind, ${kind.id} as id, coalesce(${kind.title}, '')
        as title, case found.way ${sql.join(matches, sql` `)} end as "matchedBy",
        round((case found.way ${sql.join(ranks, sql` `)} end)::numeric, 4)::float8 as rank, ${kind.shown}
      from ${kind.from} where ${all([sql`${kind.id} = found.id`, ...(seen.finally ?? [])])} limit 1) hit
    order by rank desc, "updatedAt" desc, id limit ${sql.lit(limit)})`;
}

function searchStatement(
  actor: Viewer,
  parts: readonly (readonly [SearchedKind, readonly MatchStrategy[]])[],
  limit: number,
): Sql {
  const statements = parts
    .filter(([, strategies]) => strategies.length > 0)
    .map(([kind, strategies]) => partOf(kind, actor, strategies, limit));
  return statements.length > 0 ? sql.join(statements, sql` union all `) : sql`select where false`;
}

export interface Question {
  readonly actor: Viewer;
  readonly kinds: readonly SearchedKind[];
  readonly terms: SearchTerms;
  readonly limit: number;
  /** Whether the request has a common form, so that its statement text and plan are cached. */
  readonly isUsual: boolean;
}

const HINTS = [
  'isAsked',
  'areWordsFrequent',
  'arePartsFrequent',
  'areOthersRare',
  'rarest',
  'nextRarest',
  'hasRarest',
] as const satisfies readonly (keyof Hint)[];

/** The values of a request, without its patterns and hints. */
const inputOf = ({ actor, terms }: Question) =>
  [
    terms.text,
    terms.normalized,
    terms.beginning,
    terms.others,
    terms.email,
    terms.phone?.suffix,
    terms.phone?.e164,
    terms.domain,
    terms.mailbox,
    actor.userId,
    actor.teamId,
  ] as const;

/** Returns the question with other values. Values that the question does not have stay undefined. */
function withValues(question: Question, values: ReturnType<typeof inputOf>, patterns: readonly string[]): Question {
  const { actor, terms } = question;
  const [text, normalized, beginning, others, email, suffix, e164, domain, mailbox, userId, teamId] = values;
  return {
    ...question,
    actor: { ...actor, userId, teamId: actor.teamId && teamId },
    terms: {
      ...terms,
      text,
      normalized,
      beginning,
      others: terms.others && others,
      patterns,
      mailbox: terms.mailbox && mailbox,
      email: terms.email && email,
      phone: terms.phone && { suffix: suffix ?? '', e164: e164 ?? null },
      domain: terms.domain && domain,
    },
  };
}

const hintAt = (values: readonly unknown[], at: number): Hint =>
  Object.fromEntries(HINTS.map((name, location) => [name, values[at * HINTS.length + location]])) as unknown as Hint;

/** Requests with the same form have the same statement text. */
const formOf = ({ actor, kinds, terms, limit }: Question): string =>
  [
    accessScopeOf(actor),
    limit,
    terms.isOpenEnded,
    terms.hasTrigrams,
    terms.email !== undefined,
    terms.phone !== undefined,
    terms.domain !== undefined,
    terms.others !== '',
    terms.mailbox !== undefined,
    terms.patterns.length,
    ...kinds.map(({ kind }) => kind),
  ].join(' ');

/**
 * Caches the statements of common requests, because building 15 000 characters takes longer than the search. Hints are
 * bound values, so that one statement serves all hints.
 */
export function strategyStepOf(step: StrategyStep, question: Question, hints: readonly Hint[]): Query {
  const { kinds, terms, limit, isUsual } = question;
  const input = inputOf(question);
  const build = (...values: readonly unknown[]): Sql => {
    const end = input.length + terms.patterns.length;
    const own = withValues(question, values as unknown as typeof input, values.slice(input.length, end) as string[]);
    const ofHints = values.slice(end);
    return searchStatement(
      own.actor,
      kinds.map((kind, at) => [kind, STEPS[step](kind, own.terms, hintAt(ofHints, at))]),
      limit,
    );
  };
  const values = [...input, ...terms.patterns, ...hints.flatMap((hint) => HINTS.map((name) => hint[name]))];
  if (!isUsual || kinds.length === 0) return build(...values);
  return cachedStatement(`search ${step} ${formOf(question)}`, values, build);
}
