import { sql, type RawBuilder } from 'kysely';
import { shaped, type Query } from '../../platform/database/index.js';
import { reachOf, type Seer } from '../../platform/sight/index.js';
import type { SearchTerms } from './search-terms.js';
import { CAP, STEPS, type Hint, type Step, type Way } from './search-ways.js';
import type { SearchedKind, Seen } from './searched-kinds.js';

type Sql = RawBuilder<unknown>;

/** Where sight is asked afterwards, because it costs more than the word. */
const CAP_BEFORE_SIGHT = sql.lit(1_000);
/** What is frequent is looked for among so many of the newest; with fewer hits than a page has, in the index after all. */
const NEWEST = sql.lit(1_000);
const ENOUGH = sql.lit(6);
const NEWEST_MINE = sql.lit(2_000);

const all = (conditions: readonly Sql[]): Sql => sql.join([...conditions], sql` and `);

/** Of the newest of some records those that have the word. */
const ofNewest = (
  kind: SearchedKind,
  { from, where }: Pick<Seen, 'from' | 'where'>,
  newest: Sql,
  limit: Sql,
  condition: Sql,
): Sql =>
  sql`select id from (select ${kind.id} as id, ${kind.words} as words${kind.text ? sql`, ${kind.text} as text` : sql``} from ${from} where ${all(where)} order by ${newest} limit ${limit}) newest where ${condition} limit ${CAP}`;

interface Finding {
  readonly tables: readonly Sql[];
  readonly parts: readonly Sql[];
}

/**
 * The ids that a way finds. `matching` is planned as if all of it were read, and then read only as far as the cap:
 * promised two hundred of many, the planner reads the whole table for a word that nobody has.
 */
function findingOf(
  kind: SearchedKind,
  at: number,
  { condition, ofNewest: hasWord, cap, isFrequent = false, isAsked, isAfter = 0 }: Way,
  seen: Seen,
  ways: readonly Way[],
): Finding {
  const { from, where, newest, mine = [], finally: last } = seen;
  const [table, near] = [sql.id(`matching${at}`), sql.id(`newest${at}`)];
  const matching = (conditions: readonly Sql[]): Sql =>
    sql`${table} as materialized (select ${kind.id} as id from ${from} where ${all([...conditions, ...where])})`;
  const matched = (limit: Sql): Sql => sql`select id from ${table} limit ${limit}`;
  const when = [
    ...(isAsked === undefined ? [] : [sql`${isAsked}::boolean`]),
    ...ways
      .slice(0, isAfter)
      .flatMap((one, before) => [`matching${before}`, ...(one.ofNewest && newest ? [`newest${before}`] : [])])
      .map((found) => sql`not exists (select from ${sql.id(found)})`),
  ];
  if (!hasWord || !newest) return { tables: [matching([...when, condition])], parts: [matched(cap)] };
  const isFound = sql`(select count(*) from ${near}) >= ${ENOUGH}`;
  // Of who sees few of all there are, only what is theirs: of the newest of all they see next to none.
  const looks = (mine.length > 0 ? mine.map((one) => [one, ...where]) : [where]).map(
    (own) =>
      sql`(${ofNewest(kind, { from, where: own }, newest, NEWEST, all([...when, sql`${isFrequent}::boolean`, hasWord]))})`,
  );
  // All that the index found has been looked through, unless that was cut off.
  const isCutOff = sql`(select count(*) from (${matched(CAP_BEFORE_SIGHT)}) read) >= ${CAP_BEFORE_SIGHT}`;
  return {
    tables: [
      sql`${near} as materialized (${sql.join(looks, sql` union all `)})`,
      matching([...when, condition, sql`not ${isFound}`]),
    ],
    parts: [
      sql`select id from ${near}`,
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
  const finding = ways.map((one, at) => findingOf(kind, at, one, seen, ways));
  const found = finding.flatMap(({ parts }, at) =>
    parts.map((part) => sql`(select id, ${sql.lit(at)} as way from (${part}) one_way)`),
  );
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
  const statements = parts
    .filter(([, ways]) => ways.length > 0)
    .map(([kind, ways]) => partOf(kind, actor, ways, limit));
  return statements.length > 0 ? sql.join(statements, sql` union all `) : sql`select where false`;
}

export interface Question {
  readonly actor: Seer;
  readonly kinds: readonly SearchedKind[];
  readonly terms: SearchTerms;
  readonly limit: number;
  /** Asked often in this form: its text and its plan are worth keeping. */
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

/**
 * Building fifteen thousand characters takes longer than looking for what they ask, so the text of a usual question is
 * kept by its shape. The hints are values of it, one of each for every kind: what is not asked is not run.
 */
export function stepOf(step: Step, { actor, kinds, terms, limit, isUsual }: Question, hints: readonly Hint[]): Query {
  const { email, phoneDigits, domain } = terms;
  const given = [
    terms.text,
    terms.beginning,
    terms.others,
    email,
    phoneDigits,
    domain,
    terms.mailbox,
    terms.meant,
    terms.knownUntil,
    actor.userId,
    actor.teamId,
  ] as const;
  const words = terms.patterns.length;
  const build = (...values: readonly unknown[]): Sql => {
    const [text, beginning, others, ownEmail, ownDigits, ownDomain, mailbox, meant, knownUntil, userId, teamId] =
      values as unknown as typeof given;
    const [patterns, ofHints] = [
      values.slice(given.length, given.length + words) as string[],
      values.slice(given.length + words) as boolean[],
    ];
    const own = {
      ...terms,
      text,
      beginning,
      others: terms.others && others,
      patterns,
      mailbox: terms.mailbox && mailbox,
      meant: terms.meant && meant,
      knownUntil,
      email: email && ownEmail,
      phoneDigits: phoneDigits && ownDigits,
      domain: domain && ownDomain,
    };
    const hintOf = (at: number): Hint =>
      Object.fromEntries(HINTS.map((name, place) => [name, ofHints[at * HINTS.length + place]])) as unknown as Hint;
    return searchStatement(
      { ...actor, userId, teamId: actor.teamId && teamId },
      kinds.map((kind, at) => [kind, STEPS[step](kind, own, hintOf(at))]),
      limit,
    );
  };
  const values = [...given, ...terms.patterns, ...hints.flatMap((hint) => HINTS.map((name) => hint[name]))];
  if (!isUsual || kinds.length === 0) return build(...values);
  const forms = [
    reachOf(actor),
    limit,
    terms.isOpenEnded,
    terms.hasTrigrams,
    email !== undefined,
    phoneDigits !== undefined,
    domain !== undefined,
    terms.others !== '',
    terms.mailbox !== undefined,
    Boolean(terms.meant),
    words,
  ];
  return shaped(`search ${step} ${forms.join(' ')} ${kinds.map(({ kind }) => kind).join(' ')}`, values, build);
}
