import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { beyondSight, Reader } from '../../platform/database/index.js';
import type { SearchKind } from './search.dto.js';
import type { SearchTerms } from './search-terms.js';
import { searchedKinds, type SearchedKind } from './searched-kinds.js';

/** So many records of a kind tell how common a word is to within a third, where one in a hundred has it. */
const SAMPLED = 2_000;
/** Smaller tables are looked through by their indexes alone. */
const LARGE = sql.lit(50_000);
/** What fewer have is rare, and not kept. */
const COMMON = 3;
/** Milliseconds. */
const RENEWED_AFTER = 600_000;
/** What is at least so common costs more to look up than a thousand of the newest to look through, of which some will have it. */
const FREQUENT = 0.01;

/** What of a word's commonness decides by which way a kind is searched. */
export interface Commonness {
  /** The words, as whole words. */
  readonly areWordsFrequent: boolean;
  /** The words as parts of others, in what has a fragment index. */
  readonly arePartsFrequent: boolean;
  /** Some word before the last: few have it, so that one may look at each. */
  readonly areOthersRare: boolean;
  /** Twice three letters of what is searched for, as patterns, that hardly any text has together; and whether there are such. */
  readonly rarest: string;
  readonly nextRarest: string;
  readonly hasRarest: boolean;
}

const UNKNOWN: Commonness = {
  areWordsFrequent: false,
  arePartsFrequent: false,
  areOthersRare: false,
  rarest: '',
  nextRarest: '',
  hasRarest: false,
};

interface Sample {
  readonly size: number;
  /** How many of the sample have a word. */
  readonly words: ReadonlyMap<string, number>;
  /** The same of three letters behind each other. */
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
/** Of two kinds of three letters, the rarer one has a list that is soon read, and both together some hundred of a million texts have. */
const SHORT_LIST = 0.02;
const TOGETHER = 0.0005;
/** PostgreSQL keeps a number instead of three letters where these take more bytes. */
const ASCII = /^[a-z\d]{3}$/;

/** The two that overlap tell much the same: the second is taken from elsewhere. */
function rarestOf(
  text: string,
  shareOf: (trigram: string) => number,
): Pick<Commonness, 'rarest' | 'nextRarest' | 'hasRarest'> {
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
 * How common words are, from some records of each large kind, kept in memory for ten minutes: an inverted index takes a fifth of a second to list
 * the third of a million records that have a word, of which the newest thousand have enough. It decides how a search goes about, never whether it finds anything.
 */
@Injectable()
export class SearchSample {
  private readonly known = new Map<SearchKind, Sample>();
  private renewal: Promise<void> | undefined;
  private renewedAt = -Infinity;

  constructor(private readonly reader: Reader) {}

  /** From what is known: nobody waits for a new sample. */
  of({ kind }: SearchedKind, { text, others }: SearchTerms): Commonness {
    if (performance.now() - this.renewedAt > RENEWED_AFTER) void this.renew().catch(() => undefined);
    const sample = this.known.get(kind);
    if (!sample) return UNKNOWN;
    const share = (counts: ReadonlyMap<string, number>, item: string): number => (counts.get(item) ?? 0) / sample.size;
    const ofWord = (word: string): number => share(sample.words, word);
    // A word is no more common than the rarest three letters of it.
    const ofPart = (word: string): number =>
      Math.min(1, ...trigramsIn(word).map((trigram) => share(sample.trigrams, trigram)));
    return {
      areWordsFrequent: areFrequent(lettersIn(text).map(ofWord)),
      arePartsFrequent: areFrequent(text.split(/\s+/).map(ofPart)),
      // One that the sample does not know is taken for half as common as it could be without being there.
      ...rarestOf(text, (trigram) => (sample.trigrams.get(trigram) ?? COMMON / 2) / sample.size),
      areOthersRare: lettersIn(others).some((word) => !sample.words.has(word)),
    };
  }

  renew(): Promise<void> {
    this.renewal ??= beyondSight(() => this.read()).finally(() => (this.renewal = undefined));
    return this.renewal;
  }

  private async read(): Promise<void> {
    this.renewedAt = performance.now();
    for (const { kind, text } of searchedKinds) {
      const size = sql`(select reltuples from pg_class where oid = ${sql.lit(kind)}::regclass)`;
      const counted = (what: string, items: ReturnType<typeof sql>) =>
        sql`select ${sql.lit(what)} as what, item, count(*)::int as records from read cross join lateral unnest(${items}) item group by item having count(*) >= ${sql.lit(COMMON)}`;
      const rows = await this.reader.rows<Row>(
        sql`
        with read as materialized (
          select tsvector_to_array(x.search_words) as words, ${text ? sql`show_trgm(x.search_text)` : sql`array[]::text[]`} as trigrams
          from ${sql.table(kind)} x tablesample system (least(100, ${sql.lit(100 * SAMPLED)} / greatest(1, ${size})))
          where x.deleted_at is null and ${size} >= ${LARGE} limit ${sql.lit(2 * SAMPLED)})
        select 'size' as what, '' as item, count(*)::int as records from read union all ${counted('word', sql`words`)} union all ${counted('trigram', sql`trigrams`)}`,
        { prepared: false },
      );
      const of = (wanted: Row['what']): Map<string, number> =>
        new Map(rows.flatMap(({ what, item, records }) => (what === wanted ? [[item, records]] : [])));
      const sampled = of('size').get('') ?? 0;
      if (sampled >= SAMPLED / 20) this.known.set(kind, { size: sampled, words: of('word'), trigrams: of('trigram') });
      else this.known.delete(kind);
    }
  }
}
