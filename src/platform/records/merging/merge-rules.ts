import { isDeepStrictEqual } from 'node:util';
import { ConflictError, invalidAt } from '../../../kernel/errors.js';
import type { RecordView } from '../type/record-kind.js';
import type { MergeKind } from './merge-kind.js';
import type { MergeField } from './merging.dto.js';

type Values = Readonly<Record<string, unknown>>;
/** A record for the merge rules. Each custom field and external id is a separate field. */
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
  /** Changed fields of the primary record, with the new values. */
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
/** Limits of one record. */
const AT_MOST = { tags: 50, externalIds: 20, customFields: 100 } as const;

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Options of one merge. */
export interface MergeWishes {
  /** Maps a field to the id of the record with the winning value. */
  readonly chosen: Values;
  /** Default values of custom fields. */
  readonly customDefaults: Values;
  /** Custom fields that refer to records of the same type. */
  readonly selfLinks: readonly string[];
}

/**
 * Merges values into the first record. A value of the first record stays; an empty field gets the value of the next
 * record that has one.
 */
export function mergePlanOf<V extends RecordView>(
  merges: MergeKind<V>,
  records: readonly V[],
  { chosen, customDefaults, selfLinks }: MergeWishes,
): MergePlan {
  const ids = new Set(records.map(({ id }) => id));
  const isSelf = (name: string, value: unknown): boolean =>
    selfLinks.includes(name.slice(MAPS.customFields.length)) &&
    name.startsWith(MAPS.customFields) &&
    ids.has(value as string);
  const candidates = records.map((record) => withoutSelf(candidateOf(merges, record), isSelf));
  const rules: Rules = {
    defaults: { ...merges.defaults, ...prefixed(customDefaults) },
    neverEmptied: merges.neverEmptied ?? [],
    chosen,
  };
  const names = [...new Set(candidates.flatMap(({ values }) => Object.keys(values)))];
  requireKnown(chosen, names, records);
  const together = new Set(merges.together.flat());
  const groups = [...merges.together, ...names.filter((name) => !together.has(name)).map((name) => [name])];
  const merged = new Map(groups.flatMap((group) => [...fill(group, candidates, rules)]));
  const choices = new Map(names.map((name) => [name, merged.get(name) ?? { value: null, fromId: null }]));
  const tags = [...new Set(records.flatMap((record) => (record as { tags?: string[] }).tags ?? []))];
  const values = { ...unfolded(choices), tags };
  requireFieldLimits(values);
  const whole = { ...values, ...merges.follows?.(values, records) };
  return { fields: fieldsOf(choices, candidates, tags, records), changes: differing(records[0] as V, whole) };
}

interface Rules {
  readonly defaults: Values;
  readonly neverEmptied: readonly string[];
  readonly chosen: Values;
}

const prefixed = (customDefaults: Values): Values =>
  Object.fromEntries(Object.entries(customDefaults).map(([key, value]) => [MAPS.customFields + key, value]));

/** Removes values that would refer to the record itself after the merge. */
const withoutSelf = ({ id, values }: Candidate, isSelf: (name: string, value: unknown) => boolean): Candidate => ({
  id,
  values: Object.fromEntries(Object.entries(values).filter(([name, value]) => !isSelf(name, value))),
});

function candidateOf<V extends RecordView>({ columns, retained }: MergeKind<V>, record: V): Candidate {
  const view = record as unknown as Record<string, unknown>;
  const plain = Object.keys(columns)
    .filter((name) => !BOOKKEEPING.includes(name) && !retained.includes(name))
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
      throw invalidAt(`#/fields/${field}`, 'not-merged', 'must be the id of one of the merged records');
  }
}

/** Returns the value of the requested record, or else of the first record. */
function firstChoice(
  name: string,
  candidates: readonly Candidate[],
  { chosen, neverEmptied }: Pick<Rules, 'chosen' | 'neverEmptied'>,
): Choice {
  const requested = candidates.find(
    ({ id, values }) => id === chosen[name] && !(neverEmptied.includes(name) && isEmpty(values[name])),
  );
  const from = requested ?? candidates[0];
  return { value: from?.values[name] ?? null, fromId: from?.id ?? null };
}

function fill(
  group: readonly string[],
  candidates: readonly Candidate[],
  { chosen, defaults, neverEmptied }: Rules,
): Map<string, Choice> {
  const isWeak = (name: string, value: unknown): boolean =>
    isEmpty(value) || (name in defaults && isDeepStrictEqual(value, defaults[name]));
  const choices = new Map(group.map((name) => [name, firstChoice(name, candidates, { chosen, neverEmptied })]));
  for (const { id, values } of candidates.slice(1)) {
    const contradicts = group.some(
      (name) =>
        !isWeak(name, choices.get(name)?.value) &&
        !isEmpty(values[name]) &&
        !isDeepStrictEqual(choices.get(name)?.value, values[name]),
    );
    if (contradicts) continue;
    const isOpen = (name: string): boolean =>
      chosen[name] === undefined || (neverEmptied.includes(name) && isEmpty(choices.get(name)?.value));
    for (const name of group)
      if (isOpen(name) && isWeak(name, choices.get(name)?.value) && !isWeak(name, values[name]))
        choices.set(name, { value: values[name], fromId: id });
  }
  return choices;
}

/** Joins custom fields and external ids into objects again. */
function unfolded(choices: ReadonlyMap<string, Choice>): Record<string, unknown> {
  const whole: Record<string, unknown> = { customFields: {}, externalIds: {} };
  for (const [name, { value }] of choices) {
    const [map, prefix] = Object.entries(MAPS).find(([, start]) => name.startsWith(start)) ?? [];
    if (!map || !prefix) whole[name] = value;
    else if (!isEmpty(value)) whole[map] = { ...(whole[map] as object), [name.slice(prefix.length)]: value };
  }
  return whole;
}

function requireFieldLimits(values: Values): void {
  for (const [field, most] of Object.entries(AT_MOST)) {
    if (Object.keys(values[field] as object).length > most)
      throw new ConflictError('merge-too-large', `Together the records have more than ${most} ${field}.`, {
        members: { field },
      });
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

const differing = (primary: object, whole: Values): Values =>
  Object.fromEntries(
    Object.entries(whole).filter(
      ([name, value]) => !isDeepStrictEqual((primary as Values)[name] ?? null, value ?? null),
    ),
  );
