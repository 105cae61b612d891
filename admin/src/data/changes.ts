type Values = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Returns only the changed fields. Objects such as `customFields` are compared key by key, as PATCH merges them. */
export function changesOf(before: Values, after: Values): Record<string, unknown> {
  const changed = Object.entries(after).filter(([name, value]) => !isSame(before[name], value));
  return Object.fromEntries(
    changed.map(([name, value]) => {
      const former = before[name];
      return [name, isObject(value) ? changesOf(isObject(former) ? former : {}, value) : value];
    }),
  );
}
