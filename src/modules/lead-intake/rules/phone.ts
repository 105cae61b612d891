import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';
import { overlaps, type ParserMatch } from './pattern.js';
import type { LabelField } from './text/labels.js';
import { fieldAt, type EmailBody } from './text/email-body.js';

const DIGIT_RUN =
  /(?<![\p{L}\p{N}@#/.,_+€$£=-])(?:\+ ?|\(\+?|00)?\d(?:[ ()/.\-–\t]{0,3}\d){5,17}(?![\p{L}\p{N}@€$£%]|[ ]?(?:€|\$|£|EUR|USD|PLN|CHF|GBP|zł|euros?|k)(?!\p{L})|:\d)/giu;
const CUE =
  /(?:phone|tel|telephone|telefon|telefonnummer|call|calls|ring|reach|mobile|mobil|handy|cell|number|nummer|fon|whatsapp|text me|téléphone|portable|appel\p{L}{0,4}|joindre|joignable|teléfono|móvil|llám\p{L}{0,5}|dzwon\p{L}{0,4}|kom|numer|zadzwo\p{L}{0,4}|anrufen|erreichen|erreichbar|unter|rückruf|电话|手机)(?!\p{L})[^\d\n]{0,30}$/iu;
const NOT_A_PHONE =
  /(?:order|invoice|ticket|case|ref|reference|customer|account|vat|ust|ust-?id\p{L}{0,2}|uid|tax|id|iban|bic|konto|bestell\p{L}{0,8}|rechnung\p{L}{0,8}|auftrag\p{L}{0,8}|kunden\p{L}{0,8}|plz|zip|nip|regon|krs|hr ?b|siret|siren|tva|rcs|cif|nif|commande|facture|pedido|factura|zamówieni\p{L}{0,2}|faktur\p{L}{0,2}|fax|telefax|faks|serial|sku|part|isbn|version|invoice|ip|postcode|tracking)(?!\p{L})(?: ?(?:number|no|nr|num|id|eu|de|pl|fr|at|es))?[.:#°º ]{0,4}(?:\p{Lu}{2} ?)?$/iu;
const DATE_SHAPE = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./] ?\d{1,2}[-./] ?\d{2,4})(?!\d)/;
const ADDRESS_SHAPE = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const GROUPED_AMOUNT = /^\d{1,3}(?:[.,]\d{3}){1,3}$/;
const ELSEWHERE: ReadonlySet<LabelField> = new Set<LabelField>(['budget', 'closeDate', 'other']);
/** Limits the number of parsed candidates, because parsing is slow and a hostile text can contain thousands. */
const MOST_CANDIDATES = 40;

/** Finds phone numbers: E.164 if the country is known, else the digits as written. */
export function phones(body: EmailBody, country: string | undefined): ParserMatch[] {
  const found: ParserMatch[] = [];
  let tried = 0;
  for (const match of body.said.matchAll(DIGIT_RUN)) {
    if (tried++ >= MOST_CANDIDATES) break;
    const finding = phoneAt(body, match[0], match.index, country);
    if (finding && !found.some((other) => overlaps(other, finding))) found.push(finding);
  }
  return found;
}

function phoneAt(body: EmailBody, words: string, start: number, country: string | undefined): ParserMatch | undefined {
  // Not cut at the end of a sentence, because "Tel." and "Order no." also end with a full stop.
  const before = body.said.slice(Math.max(0, start - 45), start);
  const field = fieldAt(body, start);
  const announced = field === 'phone' || CUE.test(before);
  if (field === 'fax' || (field && ELSEWHERE.has(field) && !announced && !words.startsWith('+'))) return undefined;
  if (DATE_SHAPE.test(words) || ADDRESS_SHAPE.test(words) || GROUPED_AMOUNT.test(words) || NOT_A_PHONE.test(before))
    return undefined;
  for (const part of shorter(words)) {
    const finding = dialled(part, start, announced, country);
    if (finding) return finding;
  }
  return announced ? asWritten(words, start) : undefined;
}

/** Returns the words and shorter variants, because a date or house number can follow a phone number. */
function shorter(words: string): string[] {
  const parts = [words];
  for (let cut = words.lastIndexOf(' '); cut > 6 && parts.length < 4; cut = words.lastIndexOf(' ', cut - 1)) {
    parts.push(words.slice(0, cut).trimEnd());
  }
  return parts;
}

function dialled(
  words: string,
  start: number,
  announced: boolean,
  country: string | undefined,
): ParserMatch | undefined {
  const international = /^\(?(?:\+|00)/.test(words);
  const plus = words.replace(/^(\(?)00/, '$1+').replace('(0)', '');
  const number = parsePhoneNumberFromString(
    plus,
    international ? undefined : (country?.toUpperCase() as CountryCode | undefined),
  );
  if (!number || !number.isPossible()) return undefined;
  const valid = number.isValid();
  // Unassigned numbers are common in examples. Without "+" or a cue word, they can be any number.
  if (!valid && !international)
    return announced ? { value: number.number, start, end: start + words.length, confidence: 0.5 } : undefined;
  if (!international && !announced && !looksDialled(words)) return undefined;
  const confidence = (valid ? 0.9 : 0.6) - (international ? 0 : 0.1) + (announced ? 0.08 : 0);
  return { value: number.number, start, end: start + words.length, confidence };
}

/** Phone numbers have groups of digits or begin with a trunk zero. Plain counts have neither. */
function looksDialled(words: string): boolean {
  return words.startsWith('0') || words.startsWith('(') || /\d[ /.-]\d{2,4}[ /.-]\d/.test(words);
}

function asWritten(words: string, start: number): ParserMatch | undefined {
  const digits = words.replace(/\D/g, '');
  if (digits.length < 6 || digits.length > 15) return undefined;
  return { value: words.startsWith('+') ? `+${digits}` : digits, start, end: start + words.length, confidence: 0.5 };
}
