import type { Change } from '../../../kernel/change.js';
import type { EventType } from '../../../kernel/events.js';
import type { RecordKind, RecordView } from '../record-kind.js';
import type { MergeTold } from './merging.dto.js';

/** A column elsewhere that names a record of the kind: it names the survivor afterwards. */
export interface MergeLink {
  readonly table: string;
  readonly column: string;
  /** A flag that only one living row of a record has, such as the primary contact of a company. */
  readonly first?: string;
}

/** What a merge of records needs to know, said once by their module. */
export interface MergeKind<V extends RecordView> {
  readonly kind: RecordKind<V>;
  /** Column by public name. */
  readonly columns: Readonly<Record<string, string>>;
  /** Fields that stay as the survivor has them, whatever the others have: whose it is has a route of its own. */
  readonly kept: readonly string[];
  /** Fields that mean something only together: one loser fills them only where it contradicts none of them. */
  readonly together: readonly (readonly string[])[];
  /** Every foreign key to the table but those of external ids and of merges themselves; a test compares them. */
  readonly links: readonly MergeLink[];
  /** What has to be locked before the records, as everybody else does it: the table, and the field with its id. */
  readonly above?: { readonly table: string; readonly field: string };
  /** What follows from the merged values. */
  readonly follows?: (
    merged: Readonly<Record<string, unknown>>,
    records: readonly V[],
  ) => Readonly<Record<string, unknown>>;
  /** What a deleted record is not any more. */
  readonly lost?: Readonly<Record<string, unknown>>;
  readonly merged: EventType<Merged<V>>;
  readonly unmerged: EventType<Merged<V>>;
}

export type Merged<V extends object> = Change<V> & MergeTold;

const defined = new Map<string, MergeKind<never>>();

export function defineMerges<V extends RecordView>(merges: MergeKind<V>): MergeKind<V> {
  defined.set(merges.kind.table, merges as unknown as MergeKind<never>);
  return merges;
}

/** Every kind of records that can be merged, by table. */
export const mergeKinds = (): ReadonlyMap<string, MergeKind<never>> => defined;
