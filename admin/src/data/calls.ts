import type { AnswerPromise, RecordMergePage, RecordMergePreview, RecordMergeView } from '@kontor/sdk';
import { kontor } from '../api/kontor';

export interface RecordData {
  readonly id: string;
  readonly version?: number;
  readonly [field: string]: unknown;
}
export interface Total {
  readonly count: number;
  readonly kind: 'exact' | 'estimated' | 'atLeast';
}
export interface RecordPage {
  readonly data: RecordData[];
  readonly pageInfo: {
    readonly nextCursor: string | null;
    readonly prevCursor: string | null;
    readonly hasMore: boolean;
  };
  readonly total?: Total;
}
export interface BulkResult {
  readonly status: number;
  readonly problem: { readonly detail: string; readonly code: string } | null;
}
export interface Facets {
  readonly facets: readonly {
    readonly field: string;
    readonly kind: Total['kind'];
    readonly values: readonly {
      readonly value: string | null;
      readonly label?: string | null;
      readonly count: number;
    }[];
  }[];
}
type Options = Record<string, unknown>;

export interface MergeRequest {
  duplicateIds: string[];
  /** Id of the record that gives the value, by field. */
  fields?: Record<string, string>;
}

/** The calls that the record types of the SDK have in common. Not every resource has every call. */
export interface RecordCalls {
  list(options?: Options): AnswerPromise<RecordPage>;
  search?(body: Options, options?: Options): AnswerPromise<RecordPage>;
  countFacets?(body: Options, options?: Options): AnswerPromise<Facets>;
  get(id: string, options?: Options): AnswerPromise<RecordData>;
  create(body: Options): AnswerPromise<RecordData>;
  update(id: string, body: Options, options?: Options): AnswerPromise<RecordData>;
  delete(id: string, options?: Options): AnswerPromise<void>;
  assign?(id: string, body: Options): AnswerPromise<RecordData>;
  restore(id: string): AnswerPromise<RecordData>;
  bulk?(body: { operations: Options[]; atomic?: boolean }): AnswerPromise<{ results: BulkResult[] }>;
  getTimeline?(id: string, options?: Options): AnswerPromise<{ data: unknown[]; pageInfo: RecordPage['pageInfo'] }>;
  getHistory?(id: string, options?: Options): AnswerPromise<{ data: unknown[]; pageInfo: RecordPage['pageInfo'] }>;
  createActivity?(id: string, body: Options): AnswerPromise<RecordData>;
  purge?(id: string, options?: Options): AnswerPromise<void>;
  findDuplicates?(body: Options): AnswerPromise<{ data: Options[] }>;
  previewMerge?(id: string, body: MergeRequest): AnswerPromise<RecordMergePreview>;
  merge?(id: string, body: MergeRequest, options?: Options): AnswerPromise<{ merge: RecordMergeView }>;
  listMerges?(id: string, options?: Options): AnswerPromise<RecordMergePage>;
  unmerge?(id: string, body: { mergeId?: string }): AnswerPromise<{ merge: RecordMergeView }>;
}

const camel = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Returns the calls of a resource by the name in its path: `companies`, `lead-forms`. */
export function callsOf(resource: string): RecordCalls {
  const calls = (kontor as unknown as Record<string, RecordCalls | undefined>)[camel(resource)];
  if (!calls) throw new TypeError(`The SDK has no resource ${resource}.`);
  return calls;
}
