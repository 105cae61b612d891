import { idsOf, type NamedOperation } from './operation.js';

/** Inserts the parameters into the path. Rejects values that could lead to another path. */
export function pathOf(operation: NamedOperation, values: readonly unknown[]): string {
  return idsOf(operation).reduce(
    (path, id, index) => path.replace(`{${id}}`, () => segmentOf(`${operation.name}: ${id}`, values[index])),
    operation.url,
  );
}

function segmentOf(location: string, value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new TypeError(`${location} must be a text, not ${value === null ? 'null' : typeof value}.`);
  const text = String(value);
  if (text === '' || text === '.' || text === '..')
    throw new TypeError(`${location} must not be ${text === '' ? 'empty' : `"${text}"`}.`);
  return encodeURIComponent(text);
}

/**
 * Returns the query with its question mark, or an empty text. Lists repeat their name, filters have one bracket
 * (`createdAt[gte]`), custom fields have a prefix (`custom.tier`).
 */
export function queryOf({ name, query = [] }: NamedOperation, named: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const option of query) {
    const value = named[option];
    const filters: Array<[string, unknown]> =
      option === 'custom' && isFilter(value)
        ? Object.entries(value).map(([key, filter]) => [`custom.${key}`, filter])
        : [[option, value]];
    for (const [key, part] of filters.flatMap(([key, filter]) => partsOf(key, filter))) {
      if (Array.isArray(part) && part.length === 0)
        throw new TypeError(
          `${name}: ${key} is an empty list, which would not limit the result. Omit it to get all records.`,
        );
      for (const single of [part].flat()) append(search, name, key, single);
    }
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

const partsOf = (key: string, value: unknown): Array<[string, unknown]> =>
  isFilter(value)
    ? Object.entries(value).map(([operator, operand]) => [`${key}[${operator}]`, operand])
    : [[key, value]];

const isFilter = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

function append(search: URLSearchParams, name: string, key: string, value: unknown): void {
  if (value === undefined || value === null) return;
  if (typeof value === 'object' && !(value instanceof Date))
    throw new TypeError(`${name}: ${key} is nested too deeply.`);
  search.append(key, value instanceof Date ? value.toISOString() : String(value));
}

/** A form with files. */
export function formOf(fields: Readonly<Record<string, unknown>>): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields))
    for (const single of [value].flat()) if (single !== undefined && single !== null) form.append(key, partOf(single));
  return form;
}

function partOf(value: unknown): string | Blob {
  if (value instanceof Blob) return value;
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new Blob([value as BlobPart]);
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
