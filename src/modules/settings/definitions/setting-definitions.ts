import { isEmailAddress, normalEmail } from '../../../kernel/values/email.js';
import { isCurrency } from '../../../kernel/values/money.js';
import { isWebAddress } from '../../../kernel/values/web-address.js';
import { defineSetting, type SettingDefinition } from './setting.registry.js';
import { areScoringRules, DEFAULT_SCORING_RULES, type ScoringRule } from './scoring-rules.js';

declare module './setting.registry.js' {
  interface SettingTypes {
    company_name: string | null;
    admin_email: string | null;
    cal_com_link: string | null;
    openai_api_key: string | null;
    openai_base_url: string;
    openai_model: string;
    default_currency: string;
    default_country: string;
    event_retention_days: number;
    timezone: string;
    lead_scoring_rules: readonly ScoringRule[];
  }
}

type Check = Pick<SettingDefinition, 'kind' | 'expects' | 'accepts' | 'normalize'>;

const isText = (value: unknown, maximum: number): value is string =>
  typeof value === 'string' &&
  value.trim() !== '' &&
  [...value].length <= maximum &&
  value.isWellFormed() &&
  !value.includes('\0');

export const textOf = (maximum: number): Check => ({
  kind: 'text',
  expects: `a text of 1 to ${maximum} characters`,
  accepts: (value) => isText(value, maximum),
  normalize: (value) => String(value).normalize('NFC').trim(),
});

const email: Check = {
  kind: 'email',
  expects: 'an e-mail address of at most 255 characters',
  accepts: (value) => typeof value === 'string' && isEmailAddress(normalEmail(value)),
  normalize: (value) => normalEmail(String(value)),
};

const url: Check = {
  kind: 'url',
  expects:
    'an http or https address of at most 500 characters, without a user name, password, backslash, control or ' +
    'direction marks in it',
  accepts: (value) => isText(value, 500) && isWebAddress(value),
};

// The key is sent in a header. A line break or space would make every request fail.
const token: Check = {
  kind: 'text',
  expects: 'visible ASCII characters without spaces, 8 to 500 of them',
  accepts: (value) => typeof value === 'string' && /^[\x21-\x7e]{8,500}$/.test(value),
};

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
// ZZ has a display name too: "Unknown Region".
const isCountry = (value: unknown): boolean =>
  typeof value === 'string' && /^[A-Z]{2}$/.test(value) && value !== 'ZZ' && regions.of(value) !== undefined;

const currency: Check = { kind: 'currency', expects: 'an ISO 4217 code such as "EUR"', accepts: isCurrency };
const country: Check = { kind: 'country', expects: 'an ISO 3166 code such as "DE"', accepts: isCountry };

function isTimezone(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[A-Za-z0-9_+/-]{1,50}$/.test(value)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '' && /^[A-Z]/.test(value);
  } catch {
    return false;
  }
}

const timezone: Check = { kind: 'timezone', expects: 'a time zone such as "Europe/Berlin"', accepts: isTimezone };

const wholeFrom = (minimum: number, maximum: number): Check => ({
  kind: 'integer',
  expects: `a whole number of ${minimum} to ${maximum}`,
  accepts: (value) => Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum,
});

const rules: Check = {
  kind: 'rules',
  expects: 'at most 50 rules {name, points, when} of different names, with -100 to 100 points and a filter as `when`',
  accepts: areScoringRules,
};

defineSetting('company_name', {
  ...textOf(200),
  default: null,
  description: 'Name of your company, as customers know it',
});
defineSetting('admin_email', {
  ...email,
  isDestination: true,
  default: null,
  description: 'E-mail address for system alerts',
});
defineSetting('cal_com_link', {
  ...url,
  default: null,
  description: 'URL of your booking page at Cal.com, for messages to leads',
});
defineSetting('openai_api_key', {
  ...token,
  default: null,
  isSecret: true,
  description: 'API key of the language model that parses leads from text; without a key, built-in rules are used',
});
defineSetting('openai_base_url', {
  ...url,
  isCalled: true,
  isDestination: true,
  sends: 'openai_api_key',
  default: 'https://api.openai.com/v1',
  description:
    'URL of the language model: OpenAI, or a compatible server. A URL with another origin deletes ' +
    '`openai_api_key`, unless the request sets the key again as `secret`.',
});
defineSetting('openai_model', { ...textOf(100), default: 'gpt-4o-mini', description: 'Name of the language model' });
defineSetting('default_currency', {
  ...currency,
  default: 'USD',
  description: 'Currency of amounts without a currency, ISO 4217',
});
defineSetting('default_country', {
  ...country,
  default: 'US',
  description: 'Country of phone numbers without a country code, ISO 3166-1 alpha-2',
});
defineSetting('event_retention_days', {
  ...wholeFrom(30, 3650),
  default: 1095,
  description: 'Days for which delivered events are stored for timelines; the feed always covers 30 days',
});
defineSetting('timezone', { ...timezone, default: 'UTC', description: 'Time zone for reports and relative dates' });
defineSetting('lead_scoring_rules', {
  ...rules,
  default: DEFAULT_SCORING_RULES,
  description: 'Lead scoring rules; the points of all matching rules are added and limited to 0 to 100',
});
