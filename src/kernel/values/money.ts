import { invalidAt } from '../errors.js';

/** Returns the form in which PostgreSQL returns a numeric(14,2): `12000.50` for `12000.5`. */
export function twoDecimals(amount: string): string {
  const [whole = '0', fraction = ''] = amount.split('.');
  return `${whole.replace(/^0+(?=\d)/, '')}.${fraction.padEnd(2, '0')}`;
}

const names = new Intl.DisplayNames('en', { type: 'currency', fallback: 'none' });
/** Codes of ISO 4217 that are not money: metals, funds, tests and "no currency". */
const NO_MONEY = /^X(AG|AU|BA|BB|BC|BD|DR|EU|PD|PT|SU|TS|UA|XX)$/;

/** Checks a currency code of ISO 4217. */
export const isCurrency = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Z]{3}$/.test(value) && !NO_MONEY.test(value) && names.of(value) !== undefined;

const decimals = new Map<string, number>();

/** Returns the number of decimal places of a currency, at most 2: more are not stored. */
export function decimalsOf(currency: string): number {
  const known =
    decimals.get(currency) ??
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
    2;
  decimals.set(currency, known);
  return Math.min(known, 2);
}

/** Throws if an amount has more decimal places than its currency. */
export function requireAmount(
  amount: string | null | undefined,
  currency: string | null | undefined,
  pointer: string,
): void {
  if (!amount || !currency) return;
  const used = (amount.split('.')[1] ?? '').replace(/0+$/, '').length;
  const allowed = decimalsOf(currency);
  if (used > allowed)
    throw invalidAt(pointer, 'too-precise', `an amount of ${currency} has at most ${allowed} decimal places`);
}
