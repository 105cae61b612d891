import { callsOf, type RecordCalls, type RecordData } from '../data/calls';

/** Fields of a record that a search for duplicates compares. */
const COMPARED: Readonly<Record<string, readonly string[]>> = {
  companies: ['domain', 'email', 'phone', 'name'],
  contacts: ['email', 'phone', 'mobile', 'name'],
  leads: ['email', 'phone', 'name'],
};

export interface FoundDuplicate {
  readonly record: RecordData;
  readonly likelihood: number;
  readonly reasons: readonly string[];
}

/** Finds records that may describe the same company or person. */
export async function findDuplicates(
  resource: string,
  singular: string,
  record: RecordData,
): Promise<FoundDuplicate[]> {
  const given = (COMPARED[resource] ?? []).flatMap((name) => {
    const value = record[name];
    return typeof value === 'string' && value !== '' ? [[name, value]] : [];
  });
  const answer = await callsOf(resource).findDuplicates?.({ ...Object.fromEntries(given), excludeId: record.id });
  return (answer?.data ?? []).map((found) => ({
    record: found[singular] as RecordData,
    likelihood: Number(found['likelihood']),
    reasons: found['reasons'] as string[],
  }));
}

/** The calls of a record type that can be merged. */
export type MergeCalls = RecordCalls & Required<Pick<RecordCalls, 'merge' | 'previewMerge' | 'listMerges' | 'unmerge'>>;

export function mergeCallsOf(resource: string): MergeCalls | undefined {
  const calls = callsOf(resource);
  return calls.merge && calls.previewMerge && calls.listMerges && calls.unmerge ? (calls as MergeCalls) : undefined;
}
