import { isStorable, lengthOf } from '../values/text.js';

/** Checks that a value is JSON of limited size and depth that PostgreSQL can store. */
export function isPlain(value: unknown, depth = 0): boolean {
  if (depth > 10) return false;
  if (typeof value === 'string') return value.length <= 10_000 && isStorable(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'boolean') return true;
  if (Array.isArray(value)) return value.length <= 1_000 && value.every((item) => isPlain(item, depth + 1));
  if (typeof value !== 'object') return false;
  const entries = Object.entries(value);
  return (
    entries.length <= 100 &&
    entries.every(([key, item]) => key.length <= 100 && isStorable(key) && isPlain(item, depth + 1))
  );
}

/** Checks an object of at most `maximum` short texts. Null stands for a removed text. */
export const isTextMap = (value: unknown, maximum: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).length <= maximum &&
  Object.entries(value).every(
    ([key, item]) =>
      /^[a-zA-Z0-9_.-]{1,100}$/.test(key) &&
      (item === null || (typeof item === 'string' && item !== '' && lengthOf(item) <= 255 && isStorable(item))),
  );
