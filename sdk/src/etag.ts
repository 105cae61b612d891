/** A record, its ETag, or its version number. */
export type Version = string | number | { readonly version: number };

/** Returns the ETag of a record: `"3"` for version 3. Strings are returned unchanged. */
export function etagOf(record: Version): string {
  if (typeof record === 'string') return record;
  const version = typeof record === 'number' ? record : record?.version;
  if (!Number.isInteger(version))
    throw new TypeError('ifMatch and ifNoneMatch take a record with a version, its number, or an ETag.');
  return `"${version}"`;
}
