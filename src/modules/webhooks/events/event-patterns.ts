/** `*`, `lead.*` or `lead.created`. */
export const PATTERN = /^(\*|[a-z0-9_]+(\.[a-z0-9_]+)*(\.\*|\.[a-z0-9_]+))$/;

export const isWildcard = (pattern: string): boolean => pattern.endsWith('*');

export function covers(pattern: string, type: string): boolean {
  return isWildcard(pattern) ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}

/** The patterns as one question, asked of every event. */
export function typeMatcher(patterns: readonly string[]): (type: string) => boolean {
  const exact = new Set(patterns.filter((pattern) => !isWildcard(pattern)));
  const prefixes = patterns.filter(isWildcard).map((pattern) => pattern.slice(0, -1));
  return (type) => exact.has(type) || prefixes.some((prefix) => type.startsWith(prefix));
}
