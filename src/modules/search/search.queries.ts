import { Injectable } from '@nestjs/common';
import type { RawBuilder } from 'kysely';
import { may, type Actor } from '../../kernel/actor.js';
import { Reader } from '../../platform/database/index.js';
import { readTerms, type SearchTerms } from './search-terms.js';
import type { SearchGroupView, SearchHitView, SearchQuery, SearchView } from './search.dto.js';
import { exactWays, fragmentWay, searchStatement, similarWay, wordsWay, type Way } from './search.statement.js';
import { searchedKinds, type SearchedKind } from './searched-kinds.js';

const IDENTITIES: readonly string[] = ['exact-email', 'exact-phone', 'external-id'];

/** Finds records of every kind that the caller may read, among those that they see. */
@Injectable()
export class SearchQueries {
  constructor(private readonly reader: Reader) {}

  async find(actor: Actor, { q, kinds, limit = 5 }: SearchQuery): Promise<SearchView> {
    const asked = searchedKinds.filter(({ kind, permission }) => may(actor, permission) && (kinds === undefined || kinds.includes(kind)));
    const hits = await this.hitsOf(actor, asked, readTerms(q), limit);
    const groups = asked.map(({ kind }): SearchGroupView => {
      const own = hits.filter((hit) => hit.kind === kind);
      return { kind, hits: own.slice(0, limit), hasMore: own.length > limit };
    });
    return { best: hits.slice(0, limit), groups };
  }

  /** What costs more is asked only for what the cheaper ways left open: fragments for kinds with few hits, what is written almost so where there is nothing at all. */
  private async hitsOf(actor: Actor, kinds: readonly SearchedKind[], terms: SearchTerms, limit: number): Promise<SearchHitView[]> {
    const exact = (kind: SearchedKind): Way[] => exactWays(kind, terms);
    if (terms.email || terms.phoneDigits) {
      const known = await this.rows(searchStatement(actor, kinds.map((kind) => [kind, exact(kind)]), limit + 1));
      if (known.some(({ matchedBy }) => IDENTITIES.includes(matchedBy))) return ranked(known);
    }
    const first = await this.rows(searchStatement(actor, kinds.map((kind) => [kind, [...exact(kind), wordsWay(kind, terms)]]), limit + 1));
    if (first.some(({ matchedBy }) => IDENTITIES.includes(matchedBy))) return ranked(first);
    const open = kinds.filter(({ kind }) => first.filter((hit) => hit.kind === kind).length < limit);
    const second = await this.rows(searchStatement(actor, open.map((kind) => [kind, fragmentWay(kind, terms)]), limit + 1));
    if (first.length + second.length > 0) return ranked([...first, ...second]);
    return ranked(await this.rows(searchStatement(actor, kinds.map((kind) => [kind, similarWay(kind, terms)]), limit + 1)));
  }

  /** Not prepared: planned without its words, a search walks the wrong index. */
  private async rows(statement: RawBuilder<unknown> | undefined): Promise<SearchHitView[]> {
    return statement ? this.reader.rows<SearchHitView>(statement, { prepared: false }) : [];
  }
}

/** The best first; of a record that was found twice, the surer way. */
function ranked(hits: readonly SearchHitView[]): SearchHitView[] {
  const sorted = hits.toSorted((one, other) => other.rank - one.rank || (other.updatedAt > one.updatedAt ? 1 : other.updatedAt < one.updatedAt ? -1 : 0));
  const known = new Set<string>();
  return sorted.filter(({ id }) => !known.has(id) && known.add(id));
}
