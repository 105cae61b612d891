import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { UnprocessableError } from '../../../kernel/errors.js';
import { isTooSlow, UNION_PART, QueryRunner, unionAll } from '../../database/index.js';
import { countQuery, explainedPlanOf, type Explained } from '../counts/count.js';
import { estimateQuery } from '../counts/facet-counts.js';
import { countFacets, parseFacets, type FacetQuestion } from '../counts/facets.js';
import { listStatement, toPage, type ListPage } from './list.js';
import type { FacetsView } from '../query.dto.js';
import { dependsOnValues, dependsOnOwner, isProbing, isSearch, isUnbounded } from '../search.js';
import type { ListRequest, RecordSource } from './source.js';

/** A generic plan knows neither the word of a search nor the bounds of a range. */
const isPrepared = (source: RecordSource, request: ListRequest, usesGenericPlan: boolean): boolean =>
  !isSearch(source, request) &&
  (usesGenericPlan ||
    !(
      isProbing(source, request) ||
      dependsOnValues(request.filter, request.sort[0]?.field) ||
      dependsOnOwner(source, request)
    ));

/** Time limits in milliseconds for lists and totals that may read a whole table. */
const PAGE_MS = 700;
const COUNT_MS = 200;
/** Number of records that are read completely within a second. */
const SMALL = 200_000;

/** Maximum number of ids per query. */
const MOST_AMONG = 1_000;

/** Joins groups of ids into parts of at most `most` ids. A group is never split. */
function within(groups: readonly (readonly string[])[], most: number): string[][] {
  const parts: string[][] = [];
  for (const ids of groups) {
    const last = parts.at(-1);
    if (last && last.length + ids.length <= most) last.push(...ids);
    else parts.push([...ids]);
  }
  return parts;
}

/** Runs the queries of all lists. */
@Injectable()
export class RecordLists {
  constructor(private readonly queryRunner: QueryRunner) {}

  /**
   * `usesGenericPlan` is for lists that read one index for every user. PostgreSQL then keeps one plan instead of
   * planning each request.
   */
  async page<V extends object>(
    source: RecordSource,
    request: ListRequest,
    { usesGenericPlan = false }: { readonly usesGenericPlan?: boolean } = {},
  ): Promise<ListPage<V>> {
    const prepared = isPrepared(source, request, usesGenericPlan);
    const rows = await this.rowsOf(source, request, prepared && usesGenericPlan ? 'generic' : prepared);
    if (request.count === 'none') return toPage<V>(rows, source, request);
    return toPage<V>(rows, source, request, await this.count(source, request, prepared, rows.length));
  }

  /** A list whose conditions no index narrows is cancelled early, because it would read the whole table. */
  private async rowsOf(source: RecordSource, request: ListRequest, prepared: boolean | 'generic'): Promise<object[]> {
    const statement = listStatement(source, request);
    if (!isUnbounded(source, request)) return this.queryRunner.rows<object>(statement, { prepared });
    try {
      return await this.queryRunner.rows<object>(statement, { prepared, within: PAGE_MS });
    } catch (error) {
      if (!isTooSlow(error)) throw error;
      if (await this.isSmall(source, request)) return this.queryRunner.rows<object>(statement, { prepared });
      throw new UnprocessableError(
        'filter-needs-another-condition',
        'Too many records must be read for this request. Add a condition that fewer records meet, or search for text ' +
          'with at least three letters or digits.',
      );
    }
  }

  /** The total is at least the page if counting takes too long. */
  private async count(
    source: RecordSource,
    request: ListRequest,
    prepared: boolean,
    read: number,
  ): Promise<readonly object[]> {
    const statement = countQuery(source, request);
    const options = { prepared: prepared && request.count === 'exact' };
    if (!source.isProbed || request.count !== 'exact') return this.queryRunner.rows<object>(statement, options);
    try {
      return await this.queryRunner.rows<object>(statement, { ...options, within: COUNT_MS });
    } catch (error) {
      if (!isTooSlow(error)) throw error;
      if (await this.isSmall(source, request)) return this.queryRunner.rows<object>(statement, options);
      return [{ count: read, kind: 'atLeast' }];
    }
  }

  /** Whether the table is small: then the machine is busy, and the request itself is not expensive. */
  private async isSmall(source: RecordSource, { context }: ListRequest): Promise<boolean> {
    const [plan] = await this.queryRunner.rows<Explained>(estimateQuery(source, { where: [], context }), {
      prepared: false,
    });
    return plan !== undefined && explainedPlanOf(plan)['Plan Rows'] <= SMALL;
  }

  /** Reads several pages without counts in one statement. All sources must have the same columns. */
  async pages<V extends object>(
    questions: readonly (readonly [RecordSource, ListRequest])[],
    { usesGenericPlan = false }: { readonly usesGenericPlan?: boolean } = {},
  ): Promise<ListPage<V>[]> {
    if (questions.length === 0) return [];
    const prepared = questions.every(([source, request]) => isPrepared(source, request, usesGenericPlan));
    const rows = await this.queryRunner.rows<{ [UNION_PART]?: number | undefined }>(
      unionAll(questions.map(([source, request]) => listStatement(source, request))),
      { prepared: prepared && usesGenericPlan ? 'generic' : prepared },
    );
    const parts = questions.map((_, at) => rows.filter((row) => row[UNION_PART] === at));
    // JSON leaves out undefined properties.
    for (const row of rows) row[UNION_PART] = undefined;
    return questions.map(([source, request], at) => toPage<V>(parts[at] ?? [], source, request));
  }

  /**
   * Reads pages of records whose ids are known, in as few statements as possible. A group with `limit + 1` ids has
   * a next page. The ids already match the filter, so only visibility is checked again.
   */
  async pagesAmong<V extends object>(
    source: RecordSource,
    request: ListRequest,
    groups: readonly (readonly string[])[],
  ): Promise<ListPage<V>[]> {
    const { filter: _filter, q: _q, ...seen } = request;
    const rows = new Map<string, V & { readonly id: string }>();
    for (const ids of within(groups, MOST_AMONG)) {
      const among: ListRequest = {
        ...seen,
        within: [sql`${source.id} = any(${ids}::uuid[])`],
        isNarrow: true,
        limit: MOST_AMONG,
      };
      for (const row of await this.queryRunner.rows<V & { readonly id: string }>(listStatement(source, among), {
        prepared: 'generic',
      }))
        rows.set(row.id, row);
    }
    return groups.map((ids) =>
      toPage<V>(
        ids.flatMap((id) => rows.get(id) ?? []),
        source,
        request,
      ),
    );
  }

  async facets(source: RecordSource, question: FacetQuestion, facets: readonly string[]): Promise<FacetsView> {
    const names = parseFacets(facets, source.fields);
    const counted = await countFacets(
      (query) => this.queryRunner.rows<object>(query, { prepared: false }),
      source,
      question,
      names,
    );
    return {
      facets: names.map((field) => {
        const { kind = 'exact', values = [] } = counted[field] ?? {};
        return {
          field,
          kind,
          values: values.map(({ value, count }) => ({ value: value === null ? null : String(value), count })),
        };
      }),
    };
  }
}
