import { Injectable } from '@nestjs/common';
import { can, type Actor } from '../../kernel/actor.js';
import { QueryRunner } from '../../platform/database/index.js';
import { DefaultCountry } from '../../platform/records/index.js';
import { accessScopeOf } from '../../platform/visibility/index.js';
import { readTerms } from './matching/search-terms.js';
import type { SearchGroupView, SearchHitView, SearchQuery, SearchView } from './search.dto.js';
import { TermFrequencies } from './matching/term-frequencies.js';
import { hasSimilar, type Hint, type StrategyStep } from './matching/match-strategies.js';
import { strategyStepOf, type Question } from './matching/search.statement.js';
import { searchedKinds, type SearchedKind } from './matching/searched-kinds.js';

const DEFAULT_LIMIT = 5;
const FEW_WORDS = 3;
const IDENTITIES: readonly string[] = ['exact-email', 'exact-phone', 'external-id'];

/** Searches all record types that the caller may read, and returns only visible records. */
@Injectable()
export class SearchQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly termFrequencies: TermFrequencies,
    private readonly country: DefaultCountry,
  ) {}

  async find(actor: Actor, { q, kinds, limit = DEFAULT_LIMIT }: SearchQuery): Promise<SearchView> {
    const asked = searchedKinds().filter(
      ({ kind, permission }) => can(actor, permission) && (kinds === undefined || kinds.includes(kind)),
    );
    const terms = readTerms(q, await this.country.get());
    const isUsual = kinds === undefined && limit === DEFAULT_LIMIT && terms.patterns.length <= FEW_WORDS;
    const hits = await this.hitsOf({ actor, kinds: asked, terms, limit: limit + 1, isUsual });
    const groups = asked.map(({ kind }): SearchGroupView => {
      const own = hits.filter((hit) => hit.kind === kind);
      return { kind, hits: own.slice(0, limit), hasMore: own.length > limit };
    });
    return { best: hits.slice(0, limit), groups };
  }

  /**
   * Runs expensive steps only if needed: fragments for record types with few hits, similar spelling only without any
   * hit.
   */
  private async hitsOf(question: Question): Promise<SearchHitView[]> {
    const { kinds, terms, limit } = question;
    const hints = kinds.map((kind) => this.hintOf(kind, question));
    if (terms.email || terms.phone) {
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
    return ranked(await this.rows('similar', question, hints));
  }

  /**
   * Ignores frequency for the access scopes `own` and `team`: the search index contains owner and team and finds few
   * records. Activities are an exception, because they check visibility last.
   */
  private hintOf(kind: SearchedKind, { actor, terms }: Question): Hint {
    const common = this.termFrequencies.estimate(kind, terms);
    const asksNewest = accessScopeOf(actor) === 'all' || kind.seenBy(actor).finally !== undefined;
    return {
      ...common,
      isAsked: true,
      areWordsFrequent: asksNewest && common.areWordsFrequent,
      arePartsFrequent: asksNewest && common.arePartsFrequent,
    };
  }

  /** Caches the plans of common requests, because planning takes longer than the search. */
  private rows(step: StrategyStep, question: Question, hints: readonly Hint[]): Promise<SearchHitView[]> {
    return this.queryRunner.rows<SearchHitView>(strategyStepOf(step, question, hints), {
      prepared: question.isUsual ? 'generic' : false,
    });
  }
}

/** Sorts by rank and keeps the best match of each record. */
function ranked(hits: readonly SearchHitView[]): SearchHitView[] {
  const sorted = hits.toSorted(
    (one, other) =>
      other.rank - one.rank || (other.updatedAt > one.updatedAt ? 1 : other.updatedAt < one.updatedAt ? -1 : 0),
  );
  const known = new Set<string>();
  return sorted.filter(({ id }) => !known.has(id) && known.add(id));
}
