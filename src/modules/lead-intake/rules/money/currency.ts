import { oneOf } from '../pattern.js';

const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  us$: 'USD',
  a$: 'AUD',
  au$: 'AUD',
  c$: 'CAD',
  ca$: 'CAD',
  nz$: 'NZD',
  r$: 'BRL',
  '¥': 'JPY',
  '₹': 'INR',
  '₴': 'UAH',
  '₺': 'TRY',
};
const CODES = [
  'eur',
  'usd',
  'gbp',
  'chf',
  'pln',
  'czk',
  'sek',
  'nok',
  'dkk',
  'huf',
  'ron',
  'jpy',
  'cny',
  'aud',
  'cad',
  'nzd',
  'inr',
  'brl',
  'mxn',
  'zar',
  'aed',
  'sgd',
  'hkd',
  'ils',
  'uah',
  'bgn',
  'krw',
  'try',
];
const NAMES: Readonly<Record<string, string>> = {
  euro: 'EUR',
  euros: 'EUR',
  pound: 'GBP',
  pounds: 'GBP',
  quid: 'GBP',
  'pounds sterling': 'GBP',
  franken: 'CHF',
  'swiss francs': 'CHF',
  francs: 'CHF',
  fr: 'CHF',
  zł: 'PLN',
  złotych: 'PLN',
  złote: 'PLN',
  zloty: 'PLN',
  zlotys: 'PLN',
  zlotych: 'PLN',
  yen: 'JPY',
  rupees: 'INR',
  rmb: 'CNY',
  kč: 'CZK',
  reais: 'BRL',
  'us dollars': 'USD',
  'u.s. dollars': 'USD',
};
const DOLLARS = new Set(['AUD', 'CAD', 'NZD', 'SGD', 'HKD']);
const CROWNS = new Set(['NOK', 'DKK', 'CZK']);

const escape = (word: string): string => word.replace(/[$.]/g, '\\$&');
export const CURRENCY_BEFORE = oneOf([...Object.keys(SIGNS), '$', 'fr.', ...CODES].map(escape));
export const CURRENCY_AFTER = oneOf(
  [
    ...Object.keys(SIGNS),
    '$',
    'dollars',
    'dollar',
    'bucks',
    'kr',
    'kronor',
    'kroner',
    ...CODES,
    ...Object.keys(NAMES),
  ].map(escape),
);

/** Returns the ISO 4217 code. A bare "$" or "kr" is the default currency if that is a dollar or a crown. */
export function currencyCode(word: string, defaultCurrency: string): string {
  const key = word.toLowerCase().replace(/^fr\.$/, 'fr');
  if (key === '$' || key.startsWith('dollar') || key === 'bucks')
    return DOLLARS.has(defaultCurrency) ? defaultCurrency : 'USD';
  if (key.startsWith('kr') && key !== 'krw') return CROWNS.has(defaultCurrency) ? defaultCurrency : 'SEK';
  if (key === '¥' && defaultCurrency === 'CNY') return 'CNY';
  return SIGNS[key] ?? NAMES[key] ?? key.toUpperCase();
}
