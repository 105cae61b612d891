import { isEmailAddress, normalEmail } from '../../../kernel/values/email.js';
import { isStorable } from '../../../kernel/fields.js';
import { lengthOf } from '../../../kernel/values/text.js';
import { isWebAddress } from '../../../kernel/values/web-address.js';
import type { CustomFieldType } from '../definitions/custom-field.entity.js';
import type { CustomFieldView } from '../definitions/custom-fields.dto.js';

/** The properties of a definition that limit its values. */
export type Rules = Pick<CustomFieldView, 'type' | 'options' | 'maxLength' | 'minimum' | 'maximum'>;

/** A value in normal form, or an error. */
export type Read = { readonly value: unknown } | { readonly code: string; readonly detail: string };

const rejected = (code: string, detail: string): Read => ({ code, detail });
const LONGEST_URL = 500;
const MOST_DECIMALS = 6;

const isText = (value: unknown): value is string => typeof value === 'string' && isStorable(value);
const isDay = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);
const isUuid = (value: unknown): value is string =>
  typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);

function withinBounds(value: number, { minimum, maximum }: Rules): string | undefined {
  if (minimum !== null && value < minimum) return `must be at least ${minimum}`;
  return maximum !== null && value > maximum ? `must be at most ${maximum}` : undefined;
}

function readText(value: unknown, { maxLength }: Rules): Read {
  const most = maxLength ?? 500;
  const text = isText(value) ? value.normalize('NFC').trim() : '';
  if (text === '') return rejected('wrong-type', 'must be a text that is not blank');
  return lengthOf(text) <= most ? { value: text } : rejected('too-long', `must have at most ${most} characters`);
}

function readNumber(value: unknown, rules: Rules): Read {
  // Rejects numbers that need an exponent, because such numbers cannot be compared without rounding.
  if (typeof value !== 'number' || !/^-?\d{1,15}(\.\d+)?$/.test(String(value)))
    return rejected('wrong-type', 'must be a number of at most 15 digits before the point');
  if ((String(value).split('.')[1]?.length ?? 0) > MOST_DECIMALS)
    return rejected('too-precise', `must have at most ${MOST_DECIMALS} decimal places`);
  const beyond = withinBounds(value, rules);
  return beyond ? rejected('out-of-bounds', beyond) : { value };
}

function readMoney(value: unknown, rules: Rules): Read {
  if (typeof value !== 'string' || !/^\d{1,12}(\.\d{1,2})?$/.test(value))
    return rejected('wrong-type', 'must be a decimal amount such as "12000.00"');
  const beyond = withinBounds(Number(value), rules);
  if (beyond) return rejected('out-of-bounds', beyond);
  const [whole = '0', fraction = ''] = value.split('.');
  return { value: `${whole.replace(/^0+(?=\d)/, '')}.${fraction.padEnd(2, '0')}` };
}

const active = ({ options }: Rules): string[] => options.filter(({ archived }) => !archived).map(({ value }) => value);

function readChoice(value: unknown, rules: Rules): Read {
  const known = active(rules);
  return known.includes(value as string) ? { value } : rejected('unknown-option', `must be one of ${known.join(', ')}`);
}

/** Accepts archived options that are already stored. */
function readChoices(value: unknown, rules: Rules, stored: unknown): Read {
  const known = [...active(rules), ...(Array.isArray(stored) ? (stored as unknown[]) : [])];
  const isFine =
    Array.isArray(value) && new Set(value).size === value.length && value.every((one) => known.includes(one));
  return isFine
    ? { value }
    : rejected('unknown-option', `must be a list of different values of ${active(rules).join(', ')}`);
}

function readUrl(value: unknown): Read {
  const address = isText(value) ? value.normalize('NFC').trim() : '';
  const isFine = lengthOf(address) <= LONGEST_URL && isWebAddress(address);
  return isFine
    ? { value: address }
    : rejected(
        'wrong-type',
        `must be an http or https address of at most ${LONGEST_URL} characters, without a user name or password`,
      );
}

function readEmail(value: unknown): Read {
  const address = isText(value) ? normalEmail(value) : value;
  return isEmailAddress(address) ? { value: address } : rejected('wrong-type', 'must be an e-mail address');
}

const readId = (value: unknown): Read =>
  isUuid(value) ? { value: value.toLowerCase() } : rejected('wrong-type', 'must be a UUID');

const READERS: Readonly<Record<CustomFieldType, (value: unknown, rules: Rules, stored: unknown) => Read>> = {
  text: readText,
  number: readNumber,
  money: readMoney,
  date: (value) => (isDay(value) ? { value } : rejected('wrong-type', 'must be a calendar day such as "2026-11-21"')),
  boolean: (value) => (typeof value === 'boolean' ? { value } : rejected('wrong-type', 'must be true or false')),
  choice: readChoice,
  'multi-choice': readChoices,
  url: readUrl,
  email: readEmail,
  user: readId,
  'record-link': readId,
};

/** Validates a value by the type of its field. `LinkedValues` checks that users and records exist. */
export const readValue = (value: unknown, rules: Rules, stored?: unknown): Read =>
  READERS[rules.type](value, rules, stored);
