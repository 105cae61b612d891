/** A time: text in ISO 8601 with an offset, or a Date. */
export type DateInput = string | Date;

/** One value or several alternatives. */
export type OneOrMany<T> = T | ReadonlyArray<T>;

type Word = string | number | boolean | Date;
/**
 * Filters on custom fields: a value, a list of alternatives, or operators, as in `{ tier: ['gold', 'silver'], seats: {
 * gte: 10 } }`.
 */
export type CustomFilters = { readonly [key: string]: OneOrMany<Word> | { readonly [operator: string]: Word } };
