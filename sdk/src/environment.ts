interface Environment {
  readonly process?: { readonly env?: Readonly<Record<string, string | undefined>> };
}

/** Returns a variable of the environment; undefined in browsers and for an empty value. */
export const environment = (name: string): string | undefined =>
  (globalThis as Environment)['process']?.env?.[name] || undefined;
