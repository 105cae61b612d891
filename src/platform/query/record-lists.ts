import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { PART, Reader, united } from '../database/index.js';
import { countQuery } from './count.js';
import { countFacets, parseFacets, type FacetRequest as FacetQuestion } from './facets.js';
import { listStatement, toPage, type Page } from './list.js';
import type { FacetsView } from './query.dto.js';
import { hangsOnValues, hangsOnWhose, isSearch } from './search.js';
import type { ListRequest, RecordSource } from './source.js';

/** A prepared search would be planned without knowing its word, a range without knowing its ends. */
const isPrepared = (source: RecordSource, request: ListRequest, hasOneWay: boolean): boolean =>
  !isSearch(source, request) &&
  (hasOneWay || !(hangsOnValues(request.filter, request.sort[0]?.field) || hangsOnWhose(source, request)));

/** So many records are asked for by their ids at once. */
const MOST_AMONG = 1_000;

/** All ids of the groups, whole groups together, in parts of at most so many. */
function within(groups: readonly (readonly string[])[], most: number): string[][] {
  const parts: string[][] = [];
  for (const ids of groups) {
    const last = parts.at(-1);
    if (last && last.length + ids.length <= most) last.push(...ids);
    else parts.push([...ids]);
  }
  return parts;
}

/** Runs what the query machine builds: the one road of every list. */
@Injectable()
export class RecordLists {
  constructor(private readonly reader: Reader) {}

  /** `hasOneWay` of a list that is read along one index whoever asks: its plan is kept, where PostgreSQL would make it anew for each of them. */
  async page<V extends object>(
    source: RecordSource,
    request: ListRequest,
    { hasOneWay = false }: { readonly hasOneWay?: boolean } = {},
  ): Promise<Page<V>> {
    const prepared = isPrepared(source, request, hasOneWay);
    const rows = await this.reader.rows<object>(listStatement(source, request), {
      prepared: prepared && hasOneWay ? 'generic' : prepared,
    });
    if (request.count === 'none') return toPage<V>(rows, source, request);
    const counted = await this.reader.rows<object>(countQuery(source, request), {
      prepared: prepared && request.count === 'exact',
    });
    return toPage<V>(rows, source, request, counted);
  }

  /** The pages of several questions in one statement, each uncounted. Their sources have the same columns. */
  async pages<V extends object>(
    questions: readonly (readonly [RecordSource, ListRequest])[],
    { hasOneWay = false }: { readonly hasOneWay?: boolean } = {},
  ): Promise<Page<V>[]> {
    if (questions.length === 0) return [];
    const prepared = questions.every(([source, request]) => isPrepared(source, request, hasOneWay));
    const rows = await this.reader.rows<{ [PART]?: number | undefined }>(
      united(questions.map(([source, request]) => listStatement(source, request))),
      { prepared: prepared && hasOneWay ? 'generic' : prepared },
    );
    const parts = questions.map((_, at) => rows.filter((row) => row[PART] === at));
    // Undefined is left out of the answer, as the place of a row is.
    for (const row of rows) row[PART] = undefined;
    return questions.map(([source, request], at) => toPage<V>(parts[at] ?? [], source, request));
  }

  /**
   * The pages of a question group by group, where the ids of what stands first in each are known already, one more than the limit where there are
   * more: one read for all. What it asks besides sight was asked when the ids were found.
   */
  async pagesAmong<V extends object>(
    source: RecordSource,
    request: ListRequest,
    groups: readonly (readonly string[])[],
  ): Promise<Page<V>[]> {
    const { filter: _filter, q: _q, ...seen } = request;
    const rows = new Map<string, V & { readonly id: string }>();
    for (const ids of within(groups, MOST_AMONG)) {
      const among: ListRequest = {
        ...seen,
        where: [...request.where, sql`${source.id} = any(${ids}::uuid[])`],
        limit: MOST_AMONG,
      };
      for (const row of await this.reader.rows<V & { readonly id: string }>(listStatement(source, among), {
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
      (query) => this.reader.rows<object>(query, { prepared: false }),
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
