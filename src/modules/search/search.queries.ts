import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../kernel/actor.js';
import { Reader } from '../../platform/database/index.js';
import { readTerms } from './search-terms.js';
import type { SearchGroupView, SearchHitView, SearchQuery, SearchView } from './search.dto.js';
import { hasSimilar, stepOf, type Question, type Step } from './search.statement.js';
import { searchedKinds } from './searched-kinds.js';

const DEFAULT_LIMIT = 5;
const FEW_WORDS = 3;
const IDENTITIES: readonly string[] = ['exact-email', 'exact-phone', 'external-id'];

/** Finds records of every kind that the caller may read, among those that they see. */
@Injectable()
export class SearchQueries {
  constructor(private readonly reader: Reader) {}

  async find(actor: Actor, { q, kinds, limit = DEFAULT_LIMIT }: SearchQuery): Promise<SearchView> {
    const asked = searchedKinds.filter(({ kind, permission }) => may(actor, permission) && (kinds === undefined || kinds.includes(kind)));
    const terms = readTerms(q);
    const isUsual = kinds === undefined && limit === DEFAULT_LIMIT && terms.patterns.length <= FEW_WORDS;
    const hits = await this.hitsOf({ actor, kinds: asked, terms, limit: limit + 1, isUsual });
    const groups = asked.map(({ kind }): SearchGroupView => {
      const own = hits.filter((hit) => hit.kind === kind);
      return { kind, hits: own.slice(0, limit), hasMore: own.length > limit };
    });
    return { best: hits.slice(0, limit), groups };
  }

  /** What costs more is asked only for what the cheaper ways left open: parts of words for kinds with few hits, what is written almost so where there is nothing at all. */
  private async hitsOf(question: Question): Promise<SearchHitView[]> {
    const { kinds, terms, limit } = question;
    if (terms.email || terms.phoneDigits) {
      const known = await this.rows('exact', question);
      if (known.some(({ matchedBy }) => IDENTITIES.includes(matchedBy))) return ranked(known);
    }
    const first = await this.rows('words', question);
    if (first.some(({ matchedBy }) => IDENTITIES.includes(matchedBy))) return ranked(first);
    const isOpen = kinds.map(({ kind }) => first.filter((hit) => hit.kind === kind).length < limit - 1);
    const second = isOpen.includes(true) ? await this.rows('parts', question, isOpen) : [];
    if (first.length + second.length > 0 || !hasSimilar(terms)) return ranked([...first, ...second]);
    return ranked(await this.rows('similar', question));
  }

  /** Planning takes longer than looking, so the plans of the usual shapes are kept: up to three words in everything. */
  private rows(step: Step, question: Question, isAsked?: readonly boolean[]): Promise<SearchHitView[]> {
    return this.reader.rows<SearchHitView>(stepOf(step, question, isAsked), { prepared: question.isUsual ? 'generic' : false });
  }
}

/** The best first; of a record that was found twice, the surer way. */
function ranked(hits: readonly SearchHitView[]): SearchHitView[] {
  const sorted = hits.toSorted((one, other) => other.rank - one.rank || (other.updatedAt > one.updatedAt ? 1 : other.updatedAt < one.updatedAt ? -1 : 0));
  const known = new Set<string>();
  return sorted.filter(({ id }) => !known.has(id) && known.add(id));
}
