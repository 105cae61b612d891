import { parsePhoneNumberFromString, type CountryCode, type PhoneNumber } from 'libphonenumber-js/max';

/** ITU-T E.164 allows 15 digits. A number with fewer than 5 digits is an extension or a service number. */
const FEWEST_DIGITS = 5;
const MOST_DIGITS = 15;
/** Numbers without a country are compared by this many last digits. The index of the database uses the same number. */
export const PHONE_SUFFIX = 9;

const INTERNATIONAL = /^[\s(]*(?:\+|00)[\s)]*/;

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

const written = (number: PhoneNumber): string => (number.ext ? `${number.number};ext=${number.ext}` : number.number);

function international(text: string): string | null {
  const plus = text.replace(INTERNATIONAL, '+');
  const parsed = [plus, plus.replace('(0)', '')]
    .map((one) => parsePhoneNumberFromString(one))
    .filter((number) => number !== undefined);
  const number = parsed.find((one) => one.isValid()) ?? parsed[0];
  if (number) return written(number);
  const digits = digitsOf(plus);
  return digits.length >= FEWEST_DIGITS && digits.length <= MOST_DIGITS ? `+${digits}` : null;
}

/**
 * Returns the normal form of a phone number, such as `+491761234567` (with `;ext=12` for an extension).
 * Null for a number without a country that is not a valid number of the default country.
 */
export function toE164(text: string | null | undefined, defaultCountry: string): string | null {
  const trimmed = text?.normalize('NFKC').trim() ?? '';
  if (trimmed === '') return null;
  if (INTERNATIONAL.test(trimmed)) return international(trimmed);
  const number = parsePhoneNumberFromString(trimmed, defaultCountry.toUpperCase() as CountryCode);
  return number?.isValid() ? written(number) : null;
}

/** A phone number for comparison: the normal form if the country is known, and the last digits. */
export interface ComparedPhone {
  readonly e164: string | null;
  readonly suffix: string;
}

/** Returns undefined for a text with too few digits to be compared. */
export function comparedPhone(text: string, defaultCountry: string): ComparedPhone | undefined {
  const e164 = toE164(text, defaultCountry);
  const digits = digitsOf(e164 ?? text);
  return digits.length < FEWEST_DIGITS ? undefined : { e164, suffix: digits.slice(-PHONE_SUFFIX) };
}

/** Compares two phone numbers: by their normal forms, or by their last digits if the country of one is unknown. */
export function isSamePhone(left: string, right: string, defaultCountry: string): boolean {
  const [one, other] = [comparedPhone(left, defaultCountry), comparedPhone(right, defaultCountry)];
  if (!one || !other) return left === right;
  return one.e164 !== null && other.e164 !== null ? one.e164 === other.e164 : one.suffix === other.suffix;
}
