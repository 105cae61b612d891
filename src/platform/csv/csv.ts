// Spreadsheet programs skip these characters and may read the following text as a formula.
const UNSEEN = /^[\s\p{Cc}\p{Cf}\p{Z}]+/u;
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/;
const MOVING = /^[\t\r\n]/;
/** Positions where a program with another separator begins a new cell, also between quotes. */
const OTHER_SEPARATOR = /(?<=[;\r\n])/;

const isFormula = (text: string): boolean => FORMULA.test(text.replace(UNSEEN, ''));

function withoutFormulas(text: string): string {
  const parts = text
    .split(OTHER_SEPARATOR)
    .map((part) => (isFormula(part) ? `'${part}` : part))
    .join('');
  return MOVING.test(parts) ? `'${parts}` : parts;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return `"${value}"`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `"${withoutFormulas(text).replaceAll('"', '""')}"`;
}

/**
 * Returns one line after RFC 4180, every value in quotes. Text that a spreadsheet would run as a formula gets an
 * apostrophe. Text after a semicolon also gets one, because semicolons separate cells in many countries.
 */
export const csvLine = (values: readonly unknown[]): string => `${values.map(cell).join()}\r\n`;
