import { Injectable } from '@nestjs/common';
import type { RawBuilder } from 'kysely';
import { may, type Actor } from '../../kernel/actor.js';
import { Reader } from '../../platform/database/index.js';
import { readTerms, type SearchTerms } from './search-terms.js';
import type { SearchGroupView, SearchHitView, SearchQuery, SearchView } from './search.dto.js';
import { exactWays, partWays, searchStatement, similarWay, wordsWay, type Way } from './search.statement.js';
import { searchedKinds, type SearchedKind } from './searched-kinds.js';

const DEFAULT_LIMIT = 5;
const FEW_WORDS = 3;
const IDENTITIES: readonly string[] = ['exact-email', 'exact-phone', 'external-id'];

type Ask = (statement: RawBuilder<unknown> | undefined) => Promise<SearchHitView[]>;

/** Finds records of every kind that the caller may read, among those that they see. */
@Injectable()
export class SearchQueries {
  constructor(private readonly reader: Reader) {}

  async find(actor: Actor, { q, kinds, limit = DEFAULT_LIMIT }: SearchQuery): Promise<SearchView> {
    const asked = searchedKinds.filter(({ kind, permission }) => may(actor, permission) && (kinds === undefined || kinds.includes(kind)));
    const terms = readTerms(q);
    const isUsual = kinds === undefined && limit === DEFAULT_LIMIT && terms.words.length <= FEW_WORDS;
    const hits = await this.hitsOf(actor, asked, terms, limit, (statement) => this.rows(statement, isUsual));
    const groups = asked.map(({ kind }): SearchGroupView => {
      const own = hits.filter((hit) => hit.kind === kind);
      return { kind, hits: own.slice(0, limit), hasMore: own.length > limit };
    });
    return { best: hits.slice(0, limit), groups };
  }

  /** What costs more is asked only for what the cheaper ways left open: parts of words for kinds with few hits, what is written almost so where there is nothing at all. */
  private async hitsOf(actor: Actor, kinds: readonly SearchedKind[], terms: SearchTerms, limit: number, rows: Ask): Promise<SearchHitView[]> {
    const exact = (kind: SearchedKind): Way[] => exactWays(kind, terms);
    if (terms.email || terms.phoneDigits) {
      const known = await rows(searchStatement(actor, kinds.map((kind) => [kind, exact(kind)]), limit + 1));
      if (known.some(({ matchedBy }) => IDENTITIES.includes(matchedBy))) return ranked(known);
    }
    const first = await rows(searchStatement(actor, kinds.map((kind) => [kind, [...exact(kind), wordsWay(kind, terms)]]), limit + 1));
    if (first.some(({ matchedBy }) => IDENTITIES.includes(matchedBy))) return ranked(first);
    const isOpen = ({ kind }: SearchedKind): boolean => first.filter((hit) => hit.kind === kind).length < limit;
    const second = kinds.some(isOpen) ? await rows(searchStatement(actor, kinds.map((kind) => [kind, partWays(kind, terms, isOpen(kind))]), limit + 1)) : [];
    if (first.length + second.length > 0) return ranked([...first, ...second]);
    return ranked(await rows(searchStatement(actor, kinds.map((kind) => [kind, similarWay(kind, terms)]), limit + 1)));
  }

  /**
   * Planning takes longer than looking, so the plans of the usual shapes are kept: one word, in everything, by who sees all.
   * Of the records of one owner there may be more or fewer than of a word, and only a plan that knows both takes the shorter way.
   */
  private async rows(statement: RawBuilder<unknown> | undefined, isUsual: boolean): Promise<SearchHitView[]> {
    return statement ? this.reader.rows<SearchHitView>(statement, { prepared: isUsual ? 'generic' : false }) : [];
  }
}

/** The best first; of a record that was found twice, the surer way. */
function ranked(hits: readonly SearchHitView[]): SearchHitView[] {
  const sorted = hits.toSorted((one, other) => other.rank - one.rank || (other.updatedAt > one.updatedAt ? 1 : other.updatedAt < one.updatedAt ? -1 : 0));
  const known = new Set<string>();
  return sorted.filter(({ id }) => !known.has(id) && known.add(id));
}
