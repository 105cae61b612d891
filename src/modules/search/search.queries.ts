import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../kernel/actor.js';
import { Reader } from '../../platform/database/index.js';
import { reachOf } from '../../platform/sight/index.js';
import { readTerms } from './search-terms.js';
import type { SearchGroupView, SearchHitView, SearchQuery, SearchView } from './search.dto.js';
import { SearchSample } from './search-sample.js';
import { SearchWords } from './search-words.js';
import { hasSimilar, type Hint, type Step } from './search-ways.js';
import { stepOf, type Question } from './search.statement.js';
import { searchedKinds, type SearchedKind } from './searched-kinds.js';

const DEFAULT_LIMIT = 5;
const FEW_WORDS = 3;
const IDENTITIES: readonly string[] = ['exact-email', 'exact-phone', 'external-id'];

/** Finds records of every kind that the caller may read, among those that they see. */
@Injectable()
export class SearchQueries {
  constructor(
    private readonly reader: Reader,
    private readonly sample: SearchSample,
    private readonly words: SearchWords,
  ) {}

  async find(actor: Actor, { q, kinds, limit = DEFAULT_LIMIT }: SearchQuery): Promise<SearchView> {
    const asked = searchedKinds.filter(
      ({ kind, permission }) => may(actor, permission) && (kinds === undefined || kinds.includes(kind)),
    );
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
    const hints = kinds.map((kind) => this.hintOf(kind, question));
    if (terms.email || terms.phoneDigits) {
      const known = await this.rows('exact', question, hints);
      if (known.some(({ matchedBy }) => IDENTITIES.includes(matchedBy))) return ranked(known);
    }
    const first = await this.rows('words', question, hints);
    if (first.some(({ matchedBy }) => IDENTITIES.includes(matchedBy))) return ranked(first);
    const open = hints.map((hint, at) => ({
      ...hint,
      isAsked: first.filter((hit) => hit.kind === kinds[at]?.kind).length < limit - 1,
    }));
    const second = open.some(({ isAsked }) => isAsked) ? await this.rows('parts', question, open) : [];
    if (first.length + second.length > 0 || !hasSimilar(terms)) return ranked([...first, ...second]);
    return ranked(await this.similar(question, hints));
  }

  /** Written almost so: by the words that records have, where these are gathered. */
  private async similar(question: Question, hints: readonly Hint[]): Promise<SearchHitView[]> {
    const meant = await this.words.meantBy(question.terms);
    if (!meant) return this.rows('similar', question, hints);
    if (meant.query === '' && !meant.hasNewer) return [];
    return this.rows(
      'meant',
      { ...question, terms: { ...question.terms, meant: meant.query, knownUntil: meant.knownUntil } },
      hints,
    );
  }

  /** Of those who see their own, the index knows whose a record is: what is common with everybody is soon found among what is theirs. */
  private hintOf(kind: SearchedKind, { actor, terms }: Question): Hint {
    const common = this.sample.of(kind, terms);
    const asksNewest = reachOf(actor) === 'all' || kind.seenBy(actor).finally !== undefined;
    return {
      ...common,
      isAsked: true,
      areWordsFrequent: asksNewest && common.areWordsFrequent,
      arePartsFrequent: asksNewest && common.arePartsFrequent,
    };
  }

  /** Planning takes longer than looking, so the plans of the usual shapes are kept: up to three words in everything. */
  private rows(step: Step, question: Question, hints: readonly Hint[]): Promise<SearchHitView[]> {
    return this.reader.rows<SearchHitView>(stepOf(step, question, hints), {
      prepared: question.isUsual ? 'generic' : false,
    });
  }
}

/** The best first; of a record that was found twice, the surer way. */
function ranked(hits: readonly SearchHitView[]): SearchHitView[] {
  const sorted = hits.toSorted(
    (one, other) =>
      other.rank - one.rank || (other.updatedAt > one.updatedAt ? 1 : other.updatedAt < one.updatedAt ? -1 : 0),
  );
  const known = new Set<string>();
  return sorted.filter(({ id }) => !known.has(id) && known.add(id));
}
