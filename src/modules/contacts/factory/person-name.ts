/** Splits a full name: the last word is the family name, a single word is the given name. */
export function splitName(name: string): { readonly firstName: string | null; readonly lastName: string | null } {
  const words = name.trim().split(/\s+/).filter(Boolean);
  if (words.length < 2) return { firstName: words[0] ?? null, lastName: null };
  return { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1) ?? null };
}
