import { BOUNDARY_AFTER, BOUNDARY_BEFORE, overlaps, sentenceBefore, type ParserMatch } from '../pattern.js';
import { CURRENCY_AFTER, CURRENCY_BEFORE, currencyCode } from './currency.js';
import { fieldAt, type EmailBody } from '../text/email-body.js';
import { scaleFactor, SCALE, SPOKEN_NUMBER, spokenNumber, WRITTEN_NUMBER, writtenNumber } from './number.js';

/** An amount or range. `upperCents` is the amount in cents, or the upper bound of the range. */
export interface ParsedMoney extends ParserMatch {
  readonly upperCents: number;
  readonly currency: ParserMatch;
}

interface Amount {
  readonly start: number;
  readonly end: number;
  readonly number: number;
  readonly scale: string | undefined;
  readonly currency: { word: string; start: number } | undefined;
  readonly spoken: boolean;
}

const AMOUNT = new RegExp(
  `(?<![\\p{L}\\p{N}.,'/+])(?:(?<before>${CURRENCY_BEFORE})(?:\\s|\\.\\s?)?)?(?<number>(?<written>${WRITTEN_NUMBER})|${SPOKEN_NUMBER}(?=[ -]?${SCALE}|\\s${CURRENCY_AFTER}|\\s(?:to|or|bis|oder|à|a|do)\\s${SPOKEN_NUMBER}\\s?${SCALE}))` +
    `(?:,-{1,2}|\\.-)?(?:[ -]?(?<scale>${SCALE}(?![\\p{L}\\p{N}]|²|/)|t(?=€|eur)))?(?:\\s?(?:d'|de\\s)?(?<after>${CURRENCY_AFTER})${BOUNDARY_AFTER})?`,
  'giud',
);
const RANGE = /^\s?(?:-|–|—|to|or|oder|bis|à|a|do|and|und|et|y|i)\s?$/iu;
const BUDGET_CUE = new RegExp(
  `${BOUNDARY_BEFORE}(?:\\p{L}{0,12}budget\\p{L}{0,6}|spend|invest\\p{L}{0,6}|afford|quote|deal|worth|willing|ausgeben|kostenrahmen|investieren|presupuesto|budżet\\p{L}{0,3}|przeznaczyć|dépenser|enveloppe|预算|price range)${BOUNDARY_AFTER}[^.!?\\n\\0]{0,40}$`,
  'iu',
);
const DIRECT_CUE = new RegExp(
  `${BOUNDARY_BEFORE}(?:budget|presupuesto|budżet|预算)\\s?(?:(?:is|of|around|about|approx\\.?|ca\\.?|circa|von|beträgt|liegt|bei|est|de|d'environ|environ|es|unos|wynosi|to|około|up|roughly|max\\.?|would|be|range|~|:|=|-|bis|zu|rund|etwa)\\s?){0,4}$`,
  'iu',
);
const OTHER_MONEY =
  /(?:revenue|turnover|umsatz\p{L}{0,4}|funding|raised|salary|invoice|rechnung|paid|bezahlt|per hour|facturation|chiffre d'affaires|ingresos|obrot\p{L}{0,2}|przychod\p{L}{0,3}|facturación|worth of goods)[^.!?\n]{0,35}$/iu;
const RATE =
  /^\s?(?:\/|per|pro|a|an|par|por|na|je)\s?(?:hour|h|hr|stunde|std|day|tag|heure|jour|hora|día|godzinę|unit|piece|stück|seat|user|visitor)/iu;
const COUNTED =
  /^\s?(?:\p{L}{3,20}\s)?(?:users?|people|employees|visitors?|products?|articles|pages|orders|customers?|clients?|records|contacts|mitarbeiter\p{L}{0,3}|kunden|nutzer|produkte|artikel|seiten|besucher|employés|produits|pages|clientes|empleados|productos|pracowników|produktów|klientów|rows|items|leads|downloads|followers|km|kg|%|percent|prozent|days|weeks|months|years|tagen?|wochen|monaten?|jahren?|am|pm|uhr|seats|licen[cs]es|stores|locations|emails)/iu;
const MOST_AMOUNTS = 200;

/** Finds amounts that may be the budget of the lead, with the confidence of each. */
export function money(body: EmailBody, defaultCurrency: string, taken: readonly ParserMatch<unknown>[]): ParsedMoney[] {
  const text = body.said;
  const found: ParsedMoney[] = [];
  const amounts = amountsIn(text, taken);
  for (let i = 0; i < amounts.length; i += 1) {
    const first = amounts[i];
    if (!first) continue;
    const next = amounts[i + 1];
    const second = next && isRange(text, first, next) ? next : undefined;
    if (second) i += 1;
    const one = moneyOf(body, first, second, defaultCurrency);
    if (one) found.push(one);
  }
  return found;
}

function amountsIn(text: string, taken: readonly ParserMatch<unknown>[]): Amount[] {
  const amounts: Amount[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    if (amounts.length >= MOST_AMOUNTS) break;
    const amount = amountOf(match);
    if (amount && !taken.some((other) => overlaps(other, amount))) amounts.push(amount);
  }
  return amounts;
}

function amountOf(match: RegExpExecArray): Amount | undefined {
  const { before, number = '', written, scale, after } = match.groups ?? {};
  const value = written ? writtenNumber(written, scale !== undefined) : spokenNumber(number);
  if (value === undefined) return undefined;
  const at = match.indices?.groups;
  const word = before ?? after;
  const currency =
    word === undefined ? undefined : { word, start: (before ? at?.before : at?.after)?.[0] ?? match.index };
  return { start: match.index, end: match.index + match[0].length, number: value, scale, currency, spoken: !written };
}

function isRange(text: string, first: Amount, next: Amount): boolean {
  return (
    next.start - first.end < 8 &&
    RANGE.test(text.slice(first.end, next.start)) &&
    cents(first, first.scale ?? next.scale) < cents(next, next.scale)
  );
}

function cents(amount: Amount, scale: string | undefined): number {
  return Math.round(amount.number * scaleFactor(scale) * 100);
}

function moneyOf(
  body: EmailBody,
  first: Amount,
  second: Amount | undefined,
  defaultCurrency: string,
): ParsedMoney | undefined {
  // "five" alone is not an amount, but "five to seven thousand" is a range.
  if (first.spoken && !second && first.scale === undefined && first.currency === undefined) return undefined;
  const top = second ?? first;
  const start = first.start;
  const end = top.end;
  const upperCents = cents(top, top.scale ?? first.scale);
  const confidence = trust(body, first, top);
  if (confidence === 0 || upperCents <= 0 || upperCents > 1e14) return undefined;
  const said = top.currency ?? first.currency;
  const currency: ParserMatch = said
    ? {
        value: currencyCode(said.word, defaultCurrency),
        start: said.start,
        end: said.start + said.word.length,
        confidence: 0.95,
      }
    : { value: defaultCurrency, start, end, confidence: 0.4 };
  return { value: body.text.slice(start, end), start, end, confidence, upperCents, currency };
}

/** Returns the confidence; 0 if the number is not an amount of money. */
function trust(body: EmailBody, first: Amount, top: Amount): number {
  const before = sentenceBefore(body.said, first.start, 60);
  const after = body.said.slice(top.end, top.end + 40);
  const labelledBudget = fieldAt(body, first.start) === 'budget';
  const hasCurrency = (top.currency ?? first.currency) !== undefined;
  if (COUNTED.test(after) || /^\s?%/.test(after)) return 0;
  if (OTHER_MONEY.test(before) || RATE.test(after)) return hasCurrency ? 0.3 : 0;
  if (labelledBudget) return hasCurrency ? 0.97 : 0.85;
  const announced =
    BUDGET_CUE.test(before) || /^[^.!?\n]{0,12}(?:budget|max|tops|available|zur verfügung)(?!\p{L})/iu.test(after);
  if (hasCurrency) return announced ? 0.95 : 0.8;
  if (top.scale !== undefined)
    return announced ? 0.75 : /[~±]\s?$|(?:around|about|approx\.?|ca\.?|circa|roughly)\s$/iu.test(before) ? 0.5 : 0;
  const isYear = !top.spoken && top.number >= 1990 && top.number <= 2100;
  return DIRECT_CUE.test(before) && top.number >= 100 && !isYear ? 0.7 : 0;
}
