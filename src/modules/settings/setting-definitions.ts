import { isEmail, isURL } from 'class-validator';
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

type Check = Pick<SettingDefinition, 'kind' | 'expects' | 'accepts'>;

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
});

const email: Check = {
  kind: 'email',
  expects: 'an e-mail address of at most 255 characters',
  accepts: (value) => isText(value, 255) && isEmail(value),
};

const url: Check = {
  kind: 'url',
  expects: 'an http or https address of at most 500 characters, without a password in it',
  accepts: (value) =>
    isText(value, 500) &&
    isURL(value, { protocols: ['http', 'https'], require_protocol: true, require_tld: false, disallow_auth: true }),
};

// Header text: a key with a line break or a space in it would fail at every call instead of here.
const token: Check = {
  kind: 'text',
  expects: 'visible ASCII characters without spaces, 8 to 500 of them',
  accepts: (value) => typeof value === 'string' && /^[\x21-\x7e]{8,500}$/.test(value),
};

const isoCodes = (type: 'currency' | 'region') => new Intl.DisplayNames('en', { type, fallback: 'none' });
// ZZ has a name too: "Unknown Region".
const isNamed = (type: 'currency' | 'region', pattern: RegExp) => (value: unknown) =>
  typeof value === 'string' && pattern.test(value) && value !== 'ZZ' && isoCodes(type).of(value) !== undefined;

const currency: Check = {
  kind: 'currency',
  expects: 'an ISO 4217 code such as "EUR"',
  accepts: isNamed('currency', /^[A-Z]{3}$/),
};
const country: Check = {
  kind: 'country',
  expects: 'an ISO 3166 code such as "DE"',
  accepts: isNamed('region', /^[A-Z]{2}$/),
};

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
  description: 'The name of your company, as customers know it.',
});
defineSetting('admin_email', {
  ...email,
  default: null,
  description: 'Where the system writes when it needs a person.',
});
defineSetting('cal_com_link', {
  ...url,
  default: null,
  description: 'Your booking page at Cal.com, for messages to leads.',
});
defineSetting('openai_api_key', {
  ...token,
  default: null,
  isSecret: true,
  description: 'The key for the language model that reads leads out of text. Without it the built-in rules do.',
});
defineSetting('openai_base_url', {
  ...url,
  isCalled: true,
  default: 'https://api.openai.com/v1',
  description: 'The address of the language model: OpenAI, or any server that speaks its protocol.',
});
defineSetting('openai_model', {
  ...textOf(100),
  default: 'gpt-4o-mini',
  description: 'The name of the language model.',
});
defineSetting('default_currency', {
  ...currency,
  default: 'USD',
  description: 'The currency of amounts that name none (ISO 4217).',
});
defineSetting('default_country', {
  ...country,
  default: 'US',
  description: 'The country of phone numbers that name none (ISO 3166).',
});
defineSetting('event_retention_days', {
  ...wholeFrom(30, 3650),
  default: 1095,
  description:
    'How many days events are kept for timelines once they have been passed on. The feed shows 30 days whatever this says.',
});
defineSetting('timezone', {
  ...timezone,
  default: 'UTC',
  description: 'The time zone in which days begin, for reports and relative dates.',
});
defineSetting('lead_scoring_rules', {
  ...rules,
  default: DEFAULT_SCORING_RULES,
  description: 'The rules of the lead score: the points of all that hold are added up and kept within 0 and 100.',
});
