// Programs for tables look past these to the first character, and take what begins so for a formula.
const UNSEEN = /^[\s\p{Cc}\p{Cf}\p{Z}]+/u;
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/;
const MOVING = /^[\t\r\n]/;

const isFormula = (text: string): boolean => MOVING.test(text) || FORMULA.test(text.replace(UNSEEN, ''));

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = isFormula(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line by RFC 4180. Text that a program for tables would run as a formula begins with an apostrophe. */
export const csvLine = (values: readonly unknown[]): string => `${values.map(cell).join()}\r\n`;
