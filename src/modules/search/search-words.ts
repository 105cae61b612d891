import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { fixed, isTooSlow, Reader } from '../../platform/database/index.js';
import { Scheduled, type ScheduledCall } from '../../platform/schedule/index.js';
import type { SearchKind } from './search.dto.js';
import type { SearchTerms } from './search-terms.js';
import { searchedKinds } from './searched-kinds.js';

/** Records whose words are gathered in one statement, and words of which it is asked in one whether any record has them. */
const BATCH = 5_000;
const SWEPT = 500;
/** Milliseconds that one call takes at most, about: a million records are gathered in some minutes. */
const LONG_ENOUGH = 20_000;
/** Seconds after a change by which its transaction has ended. */
const SETTLED = 60;
/** Words of letters: what has digits, dots or signs in it is an address or a number, of which half are alike. */
const IS_WORD = sql`word ~ '^[[:alpha:]''-]{3,40}$'`;
/** Other words that one may have been meant for: nearly as like it as the one that is most. One wrong letter of five leaves a third of the trigrams. */
const ALTERNATIVES = sql.lit(20);
const LIKE = sql.lit(0.33);
const NEARLY = sql.lit(0.75);
/** Milliseconds by which the job may be behind. Where it does not run, what is almost so is looked for in the records. */
const BEHIND = 3_600_000;

/** Letters of a word that is like others, and how many such words are looked for. */
const SHORTEST = 3;
const MOST_ASKED = 8;

const KINDS = searchedKinds.flatMap(({ kind, text }) => (text ? [kind] : []));

/** What may have been meant, where nothing that was typed is found. */
export interface Meant {
  /** As `tsquery`: each word, or one of those like it. Empty where nothing is like any of them. */
  readonly query: string;
  /** Records that were changed later have words that are not known yet. */
  readonly knownUntil: string;
  /** Whether there are such records. */
  readonly hasNewer: boolean;
}

interface Row {
  readonly asked: string | null;
  readonly word: string | null;
  readonly knownUntil: string | null;
  readonly hasNewer: boolean;
}

interface Place {
  readonly changedAt: string;
  readonly id: string;
}

const quoted = (word: string): string => `'${word.replaceAll(/['\\]/g, '$&$&')}'`;

/** The words that records have, once each. */
@Injectable()
export class SearchWords {
  constructor(private readonly reader: Reader) {}

  /** Undefined where the words are not gathered, or have not been for long. */
  async meantBy({ text }: Pick<SearchTerms, 'text'>): Promise<Meant | undefined> {
    const words = text
      .toLowerCase()
      .split(/[^\p{L}\p{N}'-]+/u)
      .filter(Boolean);
    const likeness = sql`similarity(asked.word, s.word)`;
    const asked = words.filter((word) => word.length >= SHORTEST).slice(0, MOST_ASKED);
    const rows = await this.reader.rows<Row>(
      sql`
      select found.asked, found.word, known.until as "knownUntil", ${isAnyNewer} as "hasNewer"
      from (select case when count(*) = ${sql.lit(KINDS.length)} then min(p.changed_at) end as until from search_word_places p) known left join lateral (
        select asked.word as asked, l.word from unnest(${asked}::text[]) asked (word) cross join lateral (
          with close as materialized (select s.word, ${likeness} as likeness from search_words s where s.word %> asked.word and s.word <> asked.word),
            any_like as (select s.word, ${likeness} as likeness from search_words s where not exists (select from close) and s.word % asked.word and s.word <> asked.word)
          select word, likeness, max(likeness) over () as most from (select * from close union all select * from any_like) found order by likeness desc, word limit ${ALTERNATIVES}) l
        where l.likeness >= greatest(${LIKE}, ${NEARLY} * l.most)) found on true`,
      { prepared: 'generic' },
    );
    const { knownUntil, hasNewer = true } = rows[0] ?? {};
    if (!knownUntil || Date.now() - Date.parse(knownUntil) > BEHIND) return undefined;
    const like = words.map((word) => [
      word,
      ...rows.flatMap((row) => (row.asked === word && row.word !== null ? [row.word] : [])),
    ]);
    const isLike = rows.some(({ word }) => word !== null);
    return {
      query: isLike ? like.map((one) => `(${one.map(quoted).join(' | ')})`).join(' & ') : '',
      knownUntil,
      hasNewer,
    };
  }

  /** From where it stands to what was changed a minute ago, and then some words of which it was not asked for a day whether they are still there. */
  @Scheduled({
    name: 'search-words.gather',
    cron: '* * * * *',
    description:
      'Gathers the words of records for searches that are mistyped, and forgets those that no record has any more.',
  })
  async gather({ signal }: Partial<ScheduledCall> = {}): Promise<object> {
    const until = performance.now() + LONG_ENOUGH;
    const isOver = (): boolean => signal?.aborted === true || performance.now() > until;
    const sum = { records: 0, forgotten: 0 };
    for (const kind of KINDS) {
      await inBatches(BATCH, isOver, async (size) => {
        const records = await this.gatherSome(kind, size);
        sum.records += records;
        return records;
      });
    }
    await inBatches(SWEPT, isOver, async (size) => {
      const { swept, forgotten } = await this.sweepSome(size);
      sum.forgotten += forgotten;
      return swept;
    });
    return sum;
  }

  private async gatherSome(kind: SearchKind, size: number): Promise<number> {
    const place = await this.reader.row<Place>(
      sql`select changed_at as "changedAt", id from search_word_places where kind = ${kind}`,
    );
    const after = place ? sql`and (x.updated_at, x.id) > (${place.changedAt}::timestamptz, ${place.id}::uuid)` : sql``;
    const settled = sql`(now() - make_interval(secs => ${sql.lit(SETTLED)}))::timestamptz(3)`;
    const row = await this.reader.row<{ records: number }>(
      sql`
      with read as materialized (
        select x.id, x.updated_at, x.search_words from ${sql.table(kind)} x where x.deleted_at is null ${after} and x.updated_at < ${settled} order by x.updated_at, x.id limit ${size}),
      added as (
        insert into search_words (word) select distinct word from read cross join lateral unnest(tsvector_to_array(read.search_words)) word where ${IS_WORD} order by 1 on conflict do nothing),
      last as (
        select updated_at, id from read union all
        select ${settled}, '00000000-0000-0000-0000-000000000000' where (select count(*) from read) < ${size} order by 1 desc, 2 desc limit 1),
      stands as (
        insert into search_word_places (kind, changed_at, id) select ${kind}, last.updated_at, last.id from last
        on conflict (kind) do update set changed_at = excluded.changed_at, id = excluded.id where (search_word_places.changed_at, search_word_places.id) < (excluded.changed_at, excluded.id))
      select count(*)::int as records from read`,
      { prepared: false },
    );
    return row?.records ?? 0;
  }

  private async sweepSome(size: number): Promise<{ swept: number; forgotten: number }> {
    const row = await this.reader.row<{ swept: number; forgotten: number }>(
      sql`
      with due as materialized (
        select word from search_words where checked_at < now() - interval '1 day' order by checked_at limit ${size}),
      asked as materialized (select due.word, ${isSomewhere} as is_there from due),
      forgotten as (delete from search_words s using asked where s.word = asked.word and not asked.is_there returning s.word),
      kept as (update search_words s set checked_at = now() from asked where s.word = asked.word and asked.is_there)
      select (select count(*) from due)::int as swept, (select count(*) from forgotten)::int as forgotten`,
      { prepared: false },
    );
    return row ?? { swept: 0, forgotten: 0 };
  }
}

/** Until a batch is not full. One that takes longer than a statement may is tried again with a tenth of it: some records have long texts. */
async function inBatches(most: number, isOver: () => boolean, work: (size: number) => Promise<number>): Promise<void> {
  for (let [size, done] = [most, most]; done === size && !isOver();) {
    try {
      done = await work(size);
    } catch (error) {
      if (!isTooSlow(error) || size === 1) throw error;
      done = size = Math.ceil(size / 10);
    }
  }
}

/** Asked for this word alone, and planned as if all records with it were read: promised one, the planner reads the table for a word that nobody has, as in lists. */
const isSomewhere = fixed(
  sql`(${sql.join(
    KINDS.map(
      (kind) => sql`exists (
  select from (select 1 from ${sql.table(kind)} x where x.deleted_at is null and x.search_words @@ (quote_literal(due.word)::tsquery) offset 0) found cross join (select 1 offset 0) planned_for_all)`,
    ),
    sql` or `,
  )})`,
);

/** The last change of each kind is the first in an index. */
const isAnyNewer = fixed(
  sql`(${sql.join(
    KINDS.map(
      (kind) =>
        sql`coalesce((select x.updated_at from ${sql.table(kind)} x where x.deleted_at is null order by x.updated_at desc limit 1) > known.until, false)`,
    ),
    sql` or `,
  )})`,
);
