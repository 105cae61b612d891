import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { withoutVisibility, inBackground, QueryRunner } from '../../../platform/database/index.js';
import type { SearchKind } from '../search.dto.js';
import type { SearchTerms } from './search-terms.js';
import { searchedKinds, type SearchedKind } from './searched-kinds.js';

/** Number of sampled records per record type. For a word in 1 % of the records, the error is about one third. */
const SAMPLED = 2_000;
/** Minimum number of rows of a sampled table. Indexes are fast enough for smaller tables. */
const LARGE = sql.lit(50_000);
/** Minimum number of sampled records with a word. Rarer words are not stored. */
const COMMON = 3;
/** Milliseconds. */
const RENEWED_AFTER = 600_000;
/**
 * Minimum share of a frequent word. For frequent words, a scan of the newest 1000 records is cheaper than the index.
 */
const FREQUENT = 0.01;

/** Hints that select the match strategies for a record type. */
export interface TermFrequency {
  /** Whether all words are frequent as whole words. */
  readonly areWordsFrequent: boolean;
  /** Whether all words are frequent as parts of words, for record types with a trigram index. */
  readonly arePartsFrequent: boolean;
  /** Whether a word before the last word is rare, so that each record with the rare word can be tested. */
  readonly areOthersRare: boolean;
  /**
   * Two trigrams of the search text as LIKE patterns, which few records contain together. Empty if `hasRarest` is
   * false.
   */
  readonly rarest: string;
  readonly nextRarest: string;
  readonly hasRarest: boolean;
}

const UNKNOWN: TermFrequency = {
  areWordsFrequent: false,
  arePartsFrequent: false,
  areOthersRare: false,
  rarest: '',
  nextRarest: '',
  hasRarest: false,
};

interface TableSample {
  readonly size: number;
  /** Number of sampled records by word. */
  readonly words: ReadonlyMap<string, number>;
  /** Number of sampled records by trigram. */
  readonly trigrams: ReadonlyMap<string, number>;
}

interface Row {
  readonly what: 'size' | 'word' | 'trigram';
  readonly item: string;
  readonly records: number;
}

const lettersIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
const trigramsIn = (text: string): string[] =>
  lettersIn(text).flatMap((word) =>
    Array.from({ length: Math.max(0, word.length - 2) }, (_, at) => word.slice(at, at + 3)),
  );
/**
 * Maximum share of the rarer trigram, and maximum product of both shares: about 500 of a million texts contain both.
 */
const SHORT_LIST = 0.02;
const TOGETHER = 0.0005;
/** `pg_trgm` stores a hash instead of a trigram with multi-byte characters. */
const ASCII = /^[a-z\d]{3}$/;

/** Returns two trigrams that do not overlap, because overlapping trigrams usually occur together. */
function rarestOf(
  text: string,
  shareOf: (trigram: string) => number,
): Pick<TermFrequency, 'rarest' | 'nextRarest' | 'hasRarest'> {
  const trigrams = trigramsIn(text)
    .map((trigram, at) => ({ trigram, at, share: shareOf(trigram) }))
    .filter(({ trigram }) => ASCII.test(trigram))
    .toSorted((one, other) => one.share - other.share);
  const [first] = trigrams;
  const second = first && trigrams.find(({ at }) => Math.abs(at - first.at) >= 3);
  if (!first || !second || first.share > SHORT_LIST || first.share * second.share > TOGETHER)
    return { rarest: '', nextRarest: '', hasRarest: false };
  return { rarest: `%${first.trigram}%`, nextRarest: `%${second.trigram}%`, hasRarest: true };
}

const areFrequent = (shares: readonly number[]): boolean => shares.length > 0 && Math.min(...shares) >= FREQUENT;

/**
 * Estimates term frequencies from a sample of each large table, kept in memory for ten minutes. The estimate selects
 * the match strategy: for a frequent word, GIN needs 200 ms, but the newest 1000 records contain enough hits.
 */
@Injectable()
export class TermFrequencies {
  private readonly known = new Map<SearchKind, TableSample>();
  private renewal: Promise<void> | undefined;
  private renewedAt = -Infinity;

  constructor(private readonly queryRunner: QueryRunner) {}

  /** Uses the current sample. The renewal runs in the background, so that no search waits. */
  estimate({ kind }: SearchedKind, { normalized: text, others }: SearchTerms): TermFrequency {
    if (performance.now() - this.renewedAt > RENEWED_AFTER) inBackground(() => this.renew());
    const sample = this.known.get(kind);
    if (!sample) return UNKNOWN;
    const share = (counts: ReadonlyMap<string, number>, item: string): number => (counts.get(item) ?? 0) / sample.size;
    const ofWord = (word: string): number => share(sample.words, word);
    // A word is at most as frequent as its rarest trigram.
    const ofPart = (word: string): number =>
      Math.min(1, ...trigramsIn(word).map((trigram) => share(sample.trigrams, trigram)));
    return {
      areWordsFrequent: areFrequent(lettersIn(text).map(ofWord)),
      arePartsFrequent: areFrequent(text.split(/\s+/).map(ofPart)),
      // A trigram outside the sample gets half of the smallest stored count.
      ...rarestOf(text, (trigram) => (sample.trigrams.get(trigram) ?? COMMON / 2) / sample.size),
      areOthersRare: lettersIn(others).some((word) => !sample.words.has(word)),
    };
  }

  renew(): Promise<void> {
    this.renewal ??= withoutVisibility(() => this.read()).finally(() => (this.renewal = undefined));
    return this.renewal;
  }

  private async read(): Promise<void> {
    this.renewedAt = performance.now();
    for (const { kind, text } of searchedKinds()) {
      const size = sql`(select reltuples from pg_class where oid = ${sql.lit(kind)}::regclass)`;
      const counted = (what: string, items: ReturnType<typeof sql>) =>
        sql`select ${sql.lit(what)} as what, item, count(*)::int as records from read cross join
          lateral unnest(${items}) item group by item having count(*) >= ${sql.lit(COMMON)}`;
      const rows = await this.queryRunner.rows<Row>(
        sql`
        with read as materialized (
          select tsvector_to_array(x.search_words)
            as words, ${text ? sql`show_trgm(x.search_text)` : sql`array[]::text[]`} as trigrams
          from ${sql.table(kind)} x tablesample system (least(100, ${sql.lit(100 * SAMPLED)} / greatest(1, ${size})))
          where x.deleted_at is null and ${size} >= ${LARGE} limit ${sql.lit(2 * SAMPLED)})
        select 'size' as what, '' as item, count(*)::int as records from read union all ${counted('word', sql`words`)}
          union all ${counted('trigram', sql`trigrams`)}`,
        { prepared: false },
      );
      const of = (statistic: Row['what']): Map<string, number> =>
        new Map(rows.flatMap(({ what, item, records }) => (what === statistic ? [[item, records]] : [])));
      const sampled = of('size').get('') ?? 0;
      if (sampled >= SAMPLED / 20) this.known.set(kind, { size: sampled, words: of('word'), trigrams: of('trigram') });
      else this.known.delete(kind);
    }
  }
}
