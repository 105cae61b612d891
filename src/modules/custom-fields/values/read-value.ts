import { isEmail, isURL } from 'class-validator';
import { isStorable } from '../../../kernel/fields.js';
import type { CustomFieldType } from '../definitions/custom-field.entity.js';
import type { CustomFieldView } from '../definitions/custom-fields.dto.js';

/** What of a definition decides about its values. */
export type Rules = Pick<CustomFieldView, 'type' | 'options' | 'maxLength' | 'minimum' | 'maximum'>;

/** A value in its normal form, or what it should have been. */
export type Read = { readonly value: unknown } | { readonly code: string; readonly detail: string };

const refused = (code: string, detail: string): Read => ({ code, detail });
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
  if (!isText(value) || value.trim() === '') return refused('wrong-type', 'must be a text that is not blank');
  return [...value].length <= most ? { value } : refused('too-long', `must have at most ${most} characters`);
}

function readNumber(value: unknown, rules: Rules): Read {
  // As it is written out: what needs an exponent cannot be compared without rounding.
  if (typeof value !== 'number' || !/^-?\d{1,15}(\.\d+)?$/.test(String(value)))
    return refused('wrong-type', 'must be a number of at most 15 digits before the point');
  if ((String(value).split('.')[1]?.length ?? 0) > MOST_DECIMALS)
    return refused('too-precise', `must have at most ${MOST_DECIMALS} digits behind the point`);
  const beyond = withinBounds(value, rules);
  return beyond ? refused('out-of-bounds', beyond) : { value };
}

function readMoney(value: unknown, rules: Rules): Read {
  if (typeof value !== 'string' || !/^\d{1,12}(\.\d{1,2})?$/.test(value))
    return refused('wrong-type', 'must be a decimal amount such as "12000.00"');
  const beyond = withinBounds(Number(value), rules);
  if (beyond) return refused('out-of-bounds', beyond);
  const [whole = '0', fraction = ''] = value.split('.');
  return { value: `${whole.replace(/^0+(?=\d)/, '')}.${fraction.padEnd(2, '0')}` };
}

const living = ({ options }: Rules): string[] => options.filter(({ archived }) => !archived).map(({ value }) => value);

function readChoice(value: unknown, rules: Rules): Read {
  const known = living(rules);
  return known.includes(value as string) ? { value } : refused('unknown-option', `must be one of ${known.join(', ')}`);
}

/** What is stored already may stay although it is archived. */
function readChoices(value: unknown, rules: Rules, stored: unknown): Read {
  const known = [...living(rules), ...(Array.isArray(stored) ? (stored as unknown[]) : [])];
  const isFine =
    Array.isArray(value) && new Set(value).size === value.length && value.every((one) => known.includes(one));
  return isFine
    ? { value }
    : refused('unknown-option', `must be a list of different ones of ${living(rules).join(', ')}`);
}

function readUrl(value: unknown): Read {
  const isFine =
    isText(value) &&
    value.length <= LONGEST_URL &&
    isURL(value, { protocols: ['http', 'https'], require_protocol: true, require_tld: false });
  return isFine
    ? { value }
    : refused('wrong-type', `must be an http or https address of at most ${LONGEST_URL} characters`);
}

function readEmail(value: unknown): Read {
  const written = typeof value === 'string' ? value.trim().toLowerCase() : value;
  return isText(written) && written.length <= 255 && isEmail(written)
    ? { value: written }
    : refused('wrong-type', 'must be an e-mail address');
}

const readId = (value: unknown): Read =>
  isUuid(value) ? { value: value.toLowerCase() } : refused('wrong-type', 'must be a UUID');

const READERS: Readonly<Record<CustomFieldType, (value: unknown, rules: Rules, stored: unknown) => Read>> = {
  text: readText,
  number: readNumber,
  money: readMoney,
  date: (value) => (isDay(value) ? { value } : refused('wrong-type', 'must be a calendar day such as "2026-11-21"')),
  boolean: (value) => (typeof value === 'boolean' ? { value } : refused('wrong-type', 'must be true or false')),
  choice: readChoice,
  'multi-choice': readChoices,
  url: readUrl,
  email: readEmail,
  user: readId,
  'record-link': readId,
};

/** Reads a value by the type of its field. Whether a user or a record is there is asked elsewhere. */
export const readValue = (value: unknown, rules: Rules, stored?: unknown): Read =>
  READERS[rules.type](value, rules, stored);
