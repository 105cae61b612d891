import { isDeepStrictEqual } from 'node:util';
import { Conflict, invalidAt } from '../../../kernel/errors.js';
import type { RecordView } from '../record-kind.js';
import type { MergeKind } from './merge-kind.js';
import type { MergeField } from './merging.dto.js';

type Values = Readonly<Record<string, unknown>>;
/** A record under the names that a merge knows: parts of custom fields and external ids are fields of their own. */
interface Candidate {
  readonly id: string;
  readonly values: Values;
}
interface Choice {
  readonly value: unknown;
  readonly fromId: string | null;
}

export interface MergePlan {
  readonly fields: MergeField[];
  /** The fields of the survivor that become another, with what they become. */
  readonly changes: Values;
}

const MAPS = { customFields: 'custom.', externalIds: 'externalIds.' } as const;
const BOOKKEEPING = [
  'id',
  'version',
  'createdAt',
  'updatedAt',
  'deletedAt',
  'mergedIntoId',
  'tags',
  ...Object.keys(MAPS),
];
/** As many as a record may have. */
const AT_MOST = { tags: 50, externalIds: 20, customFields: 100 } as const;

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What of several records the first becomes. `chosen` names by field whose value wins against the rule: what the survivor has stays, what it lacks comes from the first that has it. */
export function planOf<V extends RecordView>(
  merges: MergeKind<V>,
  records: readonly V[],
  chosen: Values = {},
): MergePlan {
  const candidates = records.map((record) => candidateOf(merges, record));
  const names = [...new Set(candidates.flatMap(({ values }) => Object.keys(values)))];
  requireKnown(chosen, names, records);
  const together = new Set(merges.together.flat());
  const groups = [...merges.together, ...names.filter((name) => !together.has(name)).map((name) => [name])];
  const merged = new Map(groups.flatMap((group) => [...fill(group, candidates, chosen)]));
  const choices = new Map(names.map((name) => [name, merged.get(name) ?? { value: null, fromId: null }]));
  const tags = [...new Set(records.flatMap((record) => (record as { tags?: string[] }).tags ?? []))];
  const values = { ...unfolded(choices), tags };
  requireRoom(values);
  const whole = { ...values, ...merges.follows?.(values, records) };
  return { fields: fieldsOf(choices, candidates, tags, records), changes: differing(records[0] as V, whole) };
}

function candidateOf<V extends RecordView>({ columns, kept }: MergeKind<V>, record: V): Candidate {
  const view = record as unknown as Record<string, unknown>;
  const plain = Object.keys(columns)
    .filter((name) => !BOOKKEEPING.includes(name) && !kept.includes(name))
    .map((name) => [name, view[name]]);
  const parts = Object.entries(MAPS).flatMap(([map, prefix]) =>
    Object.entries((view[map] ?? {}) as Values).map(([key, value]) => [prefix + key, value]),
  );
  return { id: record.id, values: Object.fromEntries([...plain, ...parts]) as Values };
}

function requireKnown(chosen: Values, names: readonly string[], records: readonly RecordView[]): void {
  for (const [field, id] of Object.entries(chosen)) {
    if (!names.includes(field))
      throw invalidAt(
        `#/fields/${field}`,
        'unknown-field',
        'none of the records has such a field, or it cannot be chosen',
      );
    if (!records.some((record) => record.id === id))
      throw invalidAt(`#/fields/${field}`, 'not-merged', 'must be the id of one of the records that are merged');
  }
}

function fill(group: readonly string[], candidates: readonly Candidate[], chosen: Values): Map<string, Choice> {
  const choices = new Map<string, Choice>();
  for (const name of group) {
    const from = candidates.find(({ id }) => id === chosen[name]) ?? candidates[0];
    choices.set(name, { value: from?.values[name] ?? null, fromId: from?.id ?? null });
  }
  for (const { id, values } of candidates.slice(1)) {
    const contradicts = group.some(
      (name) =>
        !isEmpty(choices.get(name)?.value) &&
        !isEmpty(values[name]) &&
        !isDeepStrictEqual(choices.get(name)?.value, values[name]),
    );
    if (contradicts) continue;
    for (const name of group)
      if (chosen[name] === undefined && isEmpty(choices.get(name)?.value) && !isEmpty(values[name]))
        choices.set(name, { value: values[name], fromId: id });
  }
  return choices;
}

/** Parts of maps together again. */
function unfolded(choices: ReadonlyMap<string, Choice>): Record<string, unknown> {
  const whole: Record<string, unknown> = { customFields: {}, externalIds: {} };
  for (const [name, { value }] of choices) {
    const [map, prefix] = Object.entries(MAPS).find(([, start]) => name.startsWith(start)) ?? [];
    if (!map || !prefix) whole[name] = value;
    else if (!isEmpty(value)) whole[map] = { ...(whole[map] as object), [name.slice(prefix.length)]: value };
  }
  return whole;
}

function requireRoom(values: Values): void {
  for (const [field, most] of Object.entries(AT_MOST)) {
    if (Object.keys(values[field] as object).length > most)
      throw new Conflict('merge-too-large', `Together they have more than ${most} ${field}.`, { members: { field } });
  }
}

function fieldsOf(
  choices: ReadonlyMap<string, Choice>,
  candidates: readonly Candidate[],
  tags: string[],
  records: readonly RecordView[],
): MergeField[] {
  const fields = [...choices].map(([field, { value, fromId }]) => ({
    field,
    value,
    fromId,
    candidates: candidates
      .filter(({ values }) => !isEmpty(values[field]))
      .map(({ id, values }) => ({ id, value: values[field] })),
  }));
  const tagged = records
    .map((record) => ({ id: record.id, value: (record as { tags?: string[] }).tags }))
    .filter(({ value }) => !isEmpty(value));
  return [...fields, { field: 'tags', value: tags, fromId: null, candidates: tagged }].filter(
    (field) => field.candidates.length > 0,
  );
}

const differing = (survivor: object, whole: Values): Values =>
  Object.fromEntries(
    Object.entries(whole).filter(
      ([name, value]) => !isDeepStrictEqual((survivor as Values)[name] ?? null, value ?? null),
    ),
  );
