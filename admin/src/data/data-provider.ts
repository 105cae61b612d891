import type { DataProvider, GetListParams, GetManyReferenceParams } from 'react-admin';
import { asHttpError } from '../api/errors';
import { callsOf, type RecordData, type RecordPage } from './calls';
import { changesOf } from './changes';
import { searchBodyOf, type ListFilter } from './filters';
import { readPage } from './page-cursors';

/** Maximum number of ids in one filter, and of operations in one bulk request. */
export const BATCH = 100;

export const batchesOf = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, at) => items.slice(at * BATCH, (at + 1) * BATCH));

const sortOf = ({ sort }: Pick<GetListParams, 'sort'>): string[] =>
  sort?.field ? [`${sort.order === 'DESC' ? '-' : ''}${sort.field}`] : [];

/** What `meta` of a query may hold. */
interface Meta {
  readonly include?: readonly string[];
  /** Reads a list without its total, as in a list inside another page. */
  readonly isUncounted?: boolean;
}

async function getList(resource: string, params: GetListParams) {
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
  const filter = (params.filter ?? {}) as ListFilter;
  const { include, isUncounted } = (params.meta ?? {}) as Meta;
  const calls = callsOf(resource);
  const sort = sortOf(params);
  const common = {
    ...(sort.length > 0 && { sort }),
    ...(include && include.length > 0 && { include }),
    ...(!isUncounted && { count: 'exact' }),
    limit: perPage,
  };
  const options = { ...(params.signal && { signal: params.signal }) };
  const read = (cursor: string | undefined): PromiseLike<RecordPage> => {
    const asked = { ...common, ...(cursor !== undefined && { cursor }) };
    return calls.search
      ? calls.search({ ...searchBodyOf(filter), ...(filter.deleted && { deleted: true }), ...asked }, options)
      : calls.list({ ...(filter as object), ...asked, ...options });
  };
  const key = JSON.stringify([resource, sort, perPage, { ...filter, view: undefined }]);
  const found = await readPage(key, page, read);
  return {
    data: found.data,
    ...(found.total && { total: found.total.count }),
    pageInfo: { hasNextPage: found.pageInfo.hasMore, hasPreviousPage: page > 1 },
    meta: { total: found.total },
  };
}

async function getMany(resource: string, ids: readonly string[]): Promise<RecordData[]> {
  const { search, get } = callsOf(resource);
  const wanted = [...new Set(ids)];
  if (!search) return Promise.all(wanted.map((id) => get(id)));
  const pages = await Promise.all(
    batchesOf(wanted).map((batch) => search({ filter: { field: 'id', op: 'in', value: batch }, limit: BATCH })),
  );
  return pages.flatMap(({ data }) => data);
}

const provider: DataProvider = {
  getList: getList as DataProvider['getList'],
  getOne: async (resource, { id, meta }) => {
    const { include } = (meta ?? {}) as Meta;
    return { data: (await callsOf(resource).get(String(id), { ...(include && { include }) })) as never };
  },
  getMany: async (resource, { ids }) => ({ data: (await getMany(resource, ids.map(String))) as never[] }),
  getManyReference: ((resource: string, { target, id, ...params }: GetManyReferenceParams) => {
    const filter: ListFilter = { ...(params.filter as ListFilter), fixed: { field: target, op: 'eq', value: id } };
    return getList(resource, { ...params, filter });
  }) as DataProvider['getManyReference'],
  create: async (resource, { data }) => ({ data: (await callsOf(resource).create(data as never)) as never }),
  update: async (resource, { id, data, previousData }) => {
    const before = (previousData ?? {}) as RecordData;
    const changes = changesOf(before, data as object as Record<string, unknown>);
    if (Object.keys(changes).length === 0) return { data: before as never };
    const precondition = before.version === undefined ? {} : { ifMatch: before };
    return { data: (await callsOf(resource).update(String(id), changes, precondition)) as never };
  },
  updateMany: () => Promise.reject(new TypeError('Use the bulk actions of the list.')),
  delete: async (resource, { id, previousData }) => {
    const before = previousData as RecordData | undefined;
    await callsOf(resource).delete(String(id), before?.version === undefined ? {} : { ifMatch: before });
    return { data: (before ?? { id }) as never };
  },
  deleteMany: () => Promise.reject(new TypeError('Use the bulk actions of the list.')),
};

/** The data provider of react-admin over the SDK. Errors of the SDK become errors with the text of the problem. */
export const dataProvider = new Proxy(provider, {
  get(target, name: string) {
    const method = target[name] as ((...args: unknown[]) => Promise<unknown>) | undefined;
    if (typeof method !== 'function') return method;
    return (...args: unknown[]) =>
      method(...args).catch((error: unknown) => {
        throw asHttpError(error);
      });
  },
});
