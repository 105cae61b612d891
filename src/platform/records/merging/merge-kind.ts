import type { Change } from '../../../kernel/change.js';
import type { EventType } from '../../../kernel/events.js';
import type { RecordKind, RecordView } from '../type/record-kind.js';
import type { MergeFacts } from './merging.dto.js';

/** The merge rules of a record type, defined by its module. */
export interface MergeKind<V extends RecordView> {
  readonly kind: RecordKind<V>;
  /** Columns by public name. */
  readonly columns: Readonly<Record<string, string>>;
  /** Fields that always keep the value of the primary record, such as the owner, which has its own route. */
  readonly retained: readonly string[];
  /** Groups of fields that belong together. A duplicate fills a group only if it contradicts no value of the group. */
  readonly together: readonly (readonly string[])[];
  /** Default values, which count as empty in a merge. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Fields that a merge never empties, such as an objection of a person. */
  readonly neverEmptied?: readonly string[];
  /** Parent records that must be locked first: the table, and the field with the id. */
  readonly above?: { readonly table: string; readonly field: string };
  /** Returns values that depend on the merged values. */
  readonly follows?: (
    merged: Readonly<Record<string, unknown>>,
    records: readonly V[],
  ) => Readonly<Record<string, unknown>>;
  /** Values that a duplicate loses when it is deleted. */
  readonly lost?: Readonly<Record<string, unknown>>;
  readonly merged: EventType<Merged<V>>;
  readonly unmerged: EventType<Merged<V>>;
}

export type Merged<V extends object> = Change<V> & MergeFacts;

const defined = new Map<string, MergeKind<never>>();

export function defineMerges<V extends RecordView>(merges: MergeKind<V>): MergeKind<V> {
  defined.set(merges.kind.table, merges as unknown as MergeKind<never>);
  return merges;
}

/** Returns the record types that can be merged, by table. */
export const mergeKinds = (): ReadonlyMap<string, MergeKind<never>> => defined;
