import { mergePatch } from '../../../kernel/values/merge-patch.js';
import { requireAmount, twoDecimals } from '../../../kernel/values/money.js';
import type { EntityProperty } from '../type/entity-properties.js';

type Values = Readonly<Record<string, unknown>>;

/** Properties that no input sets directly. */
const MANAGED = new Set(['id', 'createdAt', 'updatedAt', 'deletedAt', 'version', 'mergedIntoId', 'customFields']);

const isSettable = ({ name, isReference }: EntityProperty): boolean => !isReference && !MANAGED.has(name);

/** Returns the values of input as the view shows them: amounts with two decimals, times in UTC, ids in lower case. */
export function viewValuesOf(properties: readonly EntityProperty[], input: object): Record<string, unknown> {
  const values = input as Values;
  return Object.fromEntries(
    properties
      .filter((one) => isSettable(one) && values[one.name] !== undefined)
      .map((one) => [one.name, viewValue(one, values[one.name])]),
  );
}

function viewValue({ kind }: EntityProperty, value: unknown): unknown {
  if (value === null) return null;
  if (kind === 'decimal') return twoDecimals(value as string);
  if (kind === 'timestamp') return new Date(value as string).toISOString();
  if (kind === 'uuid') return (value as string).toLowerCase();
  return kind === 'json' && !Array.isArray(value) ? mergePatch({}, value as Values) : value;
}

/** Sets the values of a patch on an entity. JSON objects are merged (RFC 7396). */
export function setValues(
  properties: readonly EntityProperty[],
  record: object,
  patch: object,
  except: readonly string[] = [],
): void {
  const [entity, values] = [record as Record<string, unknown>, patch as Values];
  for (const one of properties) {
    const value = values[one.name];
    if (!isSettable(one) || value === undefined || except.includes(one.name)) continue;
    entity[one.property] = entityValue(one, value, entity[one.property]);
  }
}

function entityValue(one: EntityProperty, value: unknown, stored: unknown): unknown {
  if (value === null) return null;
  if (one.kind === 'timestamp') return new Date(value as string);
  if (one.kind === 'json' && !Array.isArray(value)) return mergePatch(stored, value as Values);
  return viewValue(one, value);
}

const amountsOf = (properties: readonly EntityProperty[]): EntityProperty[] =>
  properties.filter(({ kind }) => kind === 'decimal');

/** Whether new values contain an amount of money. */
export const hasAmount = (properties: readonly EntityProperty[], input: object): boolean =>
  amountsOf(properties).some(({ name }) => (input as Values)[name]);

/** Rejects amounts with more decimal places than their currency. */
export function requireAmounts(properties: readonly EntityProperty[], input: object, currency: string | null): void {
  for (const { name } of amountsOf(properties))
    requireAmount((input as Values)[name] as string | null | undefined, currency, `#/${name}`);
}

/** Like `requireAmounts`, for the amounts that a patch changes, or whose currency it changes. */
export function requireChangedAmounts(properties: readonly EntityProperty[], record: object, patch: object): void {
  const [entity, values] = [record as Values, patch as Values];
  for (const { name, property } of amountsOf(properties)) {
    const pointer = values[name] === undefined ? '#/currency' : `#/${name}`;
    if (values[name] !== undefined || values['currency'] !== undefined)
      requireAmount(entity[property] as string | null, entity['currency'] as string | null, pointer);
  }
}

/** Returns the row of a new record, by column. The driver would write an array as a PostgreSQL array, not as JSON. */
export function rowFrom(properties: readonly EntityProperty[], view: object): Record<string, unknown> {
  const values = view as Values;
  return Object.fromEntries(
    properties
      .filter(({ name }) => values[name] !== undefined)
      .map(({ name, column, kind }) => [column, kind === 'json' ? JSON.stringify(values[name]) : values[name]]),
  );
}
