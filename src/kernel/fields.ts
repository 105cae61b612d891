import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsNumber,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  type ValidationOptions,
} from 'class-validator';
import { isEmailAddress, normalEmail } from './values/email.js';
import { isCurrency } from './values/money.js';
import {
  documented,
  check,
  each,
  composed,
  hasLength,
  storable,
  containsText,
  Optional,
} from './fields/field-checks.js';
import { isWebAddress } from './values/web-address.js';

export { Nullable, Optional } from './fields/field-checks.js';
export * from './fields/list-fields.js';
export * from './fields/object-fields.js';
export { isStorable } from './values/text.js';

/**
 * Each decorator both validates a field and documents it, so that the two cannot differ. `@Optional` and `@Nullable`
 * say whether a field may be absent or null.
 */

/** Text of `minimum` to `maximum` characters without any normalization: passwords, tokens. */
export const ExactText = (minimum: number, maximum: number): PropertyDecorator =>
  documented(
    { type: 'string', minLength: minimum, maxLength: maximum },
    IsString(),
    hasLength(minimum, maximum),
    storable(),
    ...(minimum > 0 ? [containsText()] : []),
  );

/** Text of `minimum` to `maximum` characters, trimmed and in NFC. */
export const Text = (minimum: number, maximum: number): PropertyDecorator =>
  applyDecorators(
    each((text) => composed(text).trim()),
    ExactText(minimum, maximum),
  ) as PropertyDecorator;

/** Optional text of at most `maximum` characters, empty by default. Null clears it. */
export const ClearableText = (maximum: number): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ required: false, nullable: true }),
    Transform(({ value }: { value: unknown }): unknown => (value === null ? '' : value)),
    Optional(),
    Text(0, maximum),
  ) as PropertyDecorator;

/** Text that matches a pattern. */
export const Matching = (pattern: RegExp): PropertyDecorator =>
  documented(
    { type: 'string', pattern: pattern.source },
    IsString(),
    Matches(pattern, { message: `$property must match ${pattern.source}` }),
  );

const isEmail = (options?: ValidationOptions): PropertyDecorator =>
  check(
    'isEmail',
    isEmailAddress,
    '$property must be an e-mail address of at most 255 characters, without quotes or control characters',
    options,
  );

/** An e-mail address, at most 255 characters. Stored in lower case, the domain in ASCII. */
export const Email = (): PropertyDecorator =>
  documented({ type: 'string', format: 'email', maxLength: 255 }, each(normalEmail), isEmail());

/** A list of different e-mail addresses in the same form as `@Email`. */
export const Emails = (minimum: number, maximum: number): PropertyDecorator =>
  documented(
    {
      type: 'array',
      items: { type: 'string', format: 'email', maxLength: 255 },
      minItems: minimum,
      maxItems: maximum,
      uniqueItems: true,
    },
    each(normalEmail),
    IsArray(),
    ArrayMinSize(minimum),
    ArrayMaxSize(maximum),
    ArrayUnique(),
    isEmail({ each: true }),
  );

/** A whole number from `minimum` to `maximum`. */
export const Integer = (minimum: number, maximum: number): PropertyDecorator =>
  documented({ type: 'integer', format: 'int32', minimum, maximum }, IsInt(), Min(minimum), Max(maximum));

/** A number from `minimum` to `maximum`. */
export const NumberBetween = (minimum: number, maximum: number): PropertyDecorator =>
  documented({ type: 'number', minimum, maximum }, IsNumber(), Min(minimum), Max(maximum));

/** A whole number in a query parameter, which arrives as text. */
export const IntegerParameter = (minimum: number, maximum: number, byDefault?: number): PropertyDecorator =>
  documented(
    {
      type: 'integer',
      format: maximum > 2147483647 ? 'int64' : 'int32',
      minimum,
      maximum,
      ...(byDefault === undefined ? {} : { default: byDefault }),
    },
    Transform(({ value }) => (typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value)),
    IsInt(),
    Min(minimum),
    Max(maximum),
  );

export const Flag = (): PropertyDecorator => documented({ type: 'boolean' }, IsBoolean());

export const FlagParameter = (): PropertyDecorator =>
  documented(
    { type: 'boolean' },
    Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value)),
    IsBoolean(),
  );

export const Id = (): PropertyDecorator => documented({ type: 'string', format: 'uuid' }, IsUUID());

/** A decimal amount as text, such as `12000.00`: at most 12 digits before and 2 after the point, not negative. */
export const Money = (): PropertyDecorator =>
  documented(
    { type: 'string', pattern: '^\\d{1,12}(\\.\\d{1,2})?$', maxLength: 15 },
    IsString(),
    Matches(/^\d{1,12}(\.\d{1,2})?$/, {
      message: '$property must be a decimal amount with at most 2 decimal places such as "12000.00"',
    }),
  );

/** ISO 4217. */
export const Currency = (): PropertyDecorator =>
  documented(
    { type: 'string', pattern: '^[A-Z]{3}$', minLength: 3, maxLength: 3 },
    check('isCurrency', isCurrency, '$property must be an ISO 4217 code such as "EUR"'),
  );

/** ISO 3166 alpha-2. */
export const Country = (): PropertyDecorator =>
  documented(
    { type: 'string', pattern: '^[A-Z]{2}$', minLength: 2, maxLength: 2 },
    IsString(),
    Matches(/^[A-Z]{2}$/, { message: '$property must be an ISO 3166 code such as "GB"' }),
  );

const isDay = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);

/** A calendar day, `YYYY-MM-DD`, from 1900 to 2199. */
export const Day = (): PropertyDecorator =>
  documented(
    { type: 'string', format: 'date' },
    check('day', isDay, '$property must be a calendar day such as "2026-11-21"'),
  );

const isTimestamp = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^(19|20|21)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
  isDay(value.slice(0, 10)) &&
  !Number.isNaN(Date.parse(value));

/** A time in ISO 8601 with an offset. Responses use UTC. */
export const Timestamp = (): PropertyDecorator =>
  documented(
    { type: 'string', format: 'date-time' },
    check('timestamp', isTimestamp, '$property must be a timestamp such as "2026-11-21T09:30:00Z"'),
  );

const webAddress = (
  maximum: number,
  schemes: 'http' | 'https',
  accepts: (value: unknown) => boolean,
): PropertyDecorator =>
  applyDecorators(
    each((text) => composed(text).trim()),
    hasLength(1, maximum),
    check(
      'isUrl',
      accepts,
      `$property must be ${schemes === 'http' ? 'an http or https' : 'an https'} address without user name, ` +
        `password, backslash, blanks, control or direction marks`,
    ),
  ) as PropertyDecorator;

/** An `http` or `https` address of at most `maximum` characters, without a user name or password. */
export const WebAddress = (maximum = 500): PropertyDecorator =>
  documented(
    { type: 'string', format: 'uri', maxLength: maximum },
    webAddress(maximum, 'http', (value) => isWebAddress(value)),
  );

/** An `https` address of at most `maximum` characters, without a user name or password. */
export const SecureAddress = (maximum = 500): PropertyDecorator =>
  documented(
    { type: 'string', format: 'uri', pattern: '^https://', maxLength: maximum },
    webAddress(maximum, 'https', (value) => isWebAddress(value, ['https']) && value.startsWith('https://')),
  );

function isTimeZone(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[A-Z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/.test(value) || value.length > 50)
    return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A time zone by its IANA name. */
export const TimeZone = (): PropertyDecorator =>
  documented(
    { type: 'string', maxLength: 50 },
    check('timeZone', isTimeZone, '$property must be an IANA time zone such as "Europe/Berlin"'),
  );

/** A language tag, with an optional region (BCP 47). */
export const Language = (): PropertyDecorator =>
  documented(
    { type: 'string', pattern: '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$', maxLength: 10 },
    IsString(),
    MaxLength(10),
    Matches(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, {
      message: '$property must be a language such as "en" or "de-CH"',
    }),
  );
