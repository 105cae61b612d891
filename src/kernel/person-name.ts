/** A full name cut in two: the last word is the family name, a single word a given one. */
export function splitName(name: string): { readonly firstName: string | null; readonly lastName: string | null } {
  const words = name.trim().split(/\s+/).filter(Boolean);
  if (words.length < 2) return { firstName: words[0] ?? null, lastName: null };
  return { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1) ?? null };
}
