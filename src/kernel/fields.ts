import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, getSchemaPath, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  IsUUID,
  IsUrl,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  registerDecorator,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';

/**
 * One decorator a field: it checks what comes in and documents it, so the two cannot disagree.
 * Whether a field may be absent or null is said beside it with `@Optional` and `@Nullable`.
 */

const documented = (options: ApiPropertyOptions, ...checks: PropertyDecorator[]): PropertyDecorator =>
  applyDecorators(ApiProperty(options), ...checks) as PropertyDecorator;

/** May be left out. */
export const Optional = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ required: false }),
    ValidateIf((_, value) => value !== undefined),
  ) as PropertyDecorator;
/** May be null, which clears the field. */
export const Nullable = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ nullable: true }),
    ValidateIf((_, value) => value !== null),
  ) as PropertyDecorator;

// PostgreSQL stores no NUL, and a lone surrogate cannot leave as UTF-8: refused here, or the driver fails later.
// eslint-disable-next-line no-control-regex
const UNSTORABLE = /\u0000|\p{Surrogate}/u;
export const isStorable = (text: string): boolean => !UNSTORABLE.test(text);

function check(name: string, accepts: (value: unknown) => boolean, message: string): PropertyDecorator {
  return ((target: object, propertyName: string) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName,
      validator: { validate: accepts, defaultMessage: () => message },
    })) as PropertyDecorator;
}

const storable = (options?: ValidationOptions): PropertyDecorator =>
  Matches(/^[^\u0000\p{Surrogate}]*$/u, { message: '$property must not hold NUL or unpaired surrogates', ...options });

/** Text of `minimum` to `maximum` characters. */
export const Text = (minimum: number, maximum: number): PropertyDecorator =>
  documented(
    { type: 'string', minLength: minimum, maxLength: maximum },
    IsString(),
    Length(minimum, maximum),
    storable(),
    ...(minimum > 0 ? [notBlank()] : []),
  );

const notBlank = (): PropertyDecorator =>
  check('notBlank', (value) => typeof value === 'string' && value.trim() !== '', '$property must not be blank');

/** Text of one form. */
export const Matching = (pattern: RegExp): PropertyDecorator =>
  documented(
    { type: 'string', pattern: pattern.source },
    IsString(),
    Matches(pattern, { message: `$property must match ${pattern.source}` }),
  );

/** An e-mail address, at most 255 characters; kept in lower case. */
export const Email = (): PropertyDecorator =>
  documented(
    { type: 'string', format: 'email', maxLength: 255 },
    Transform(({ value }) => (typeof value === 'string' ? value.trim().toLowerCase() : value)),
    IsEmail(),
    MaxLength(255),
    storable(),
  );

/** A list of different e-mail addresses, kept in lower case. */
export const Emails = (minimum: number, maximum: number): PropertyDecorator =>
  documented(
    {
      type: 'array',
      items: { type: 'string', format: 'email', maxLength: 255 },
      minItems: minimum,
      maxItems: maximum,
      uniqueItems: true,
    },
    Transform(({ value }) =>
      Array.isArray(value)
        ? value.map((one: unknown) => (typeof one === 'string' ? one.trim().toLowerCase() : one))
        : value,
    ),
    IsArray(),
    ArrayMinSize(minimum),
    ArrayMaxSize(maximum),
    ArrayUnique(),
    IsEmail({}, { each: true }),
    MaxLength(255, { each: true }),
    storable({ each: true }),
  );

/** A whole number within bounds. */
export const Integer = (minimum: number, maximum: number): PropertyDecorator =>
  documented({ type: 'integer', format: 'int32', minimum, maximum }, IsInt(), Min(minimum), Max(maximum));

/** Any number within bounds. */
export const NumberBetween = (minimum: number, maximum: number): PropertyDecorator =>
  documented({ type: 'number', minimum, maximum }, IsNumber(), Min(minimum), Max(maximum));

/** The same for a query parameter, which arrives as text. */
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

/** A record's id. */
export const Id = (): PropertyDecorator => documented({ type: 'string', format: 'uuid' }, IsUUID());

/** A decimal amount as text, such as `12000.00`: at most 12 digits before and 2 behind the point, never negative. */
export const Money = (): PropertyDecorator =>
  documented(
    { type: 'string', pattern: '^\\d{1,12}(\\.\\d{1,2})?$', maxLength: 15 },
    IsString(),
    Matches(/^\d{1,12}(\.\d{1,2})?$/, { message: '$property must be a decimal amount such as "12000.00"' }),
  );

/** ISO 4217. */
export const Currency = (): PropertyDecorator =>
  documented(
    { type: 'string', pattern: '^[A-Z]{3}$', minLength: 3, maxLength: 3 },
    IsString(),
    Matches(/^[A-Z]{3}$/, { message: '$property must be an ISO 4217 code such as "EUR"' }),
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

/** A moment, ISO 8601 with its offset; given back in UTC. */
export const Timestamp = (): PropertyDecorator =>
  documented(
    { type: 'string', format: 'date-time' },
    check('timestamp', isTimestamp, '$property must be a moment such as "2026-11-21T09:30:00Z"'),
  );

/** An `http` or `https` address of at most `maximum` characters. */
export const WebAddress = (maximum = 500): PropertyDecorator =>
  documented(
    { type: 'string', format: 'uri', maxLength: maximum },
    IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false }),
    MaxLength(maximum),
    storable(),
  );

/** An `https` address of at most `maximum` characters, without a name or password in it. */
export const SecureAddress = (maximum = 500): PropertyDecorator =>
  documented(
    { type: 'string', format: 'uri', pattern: '^https://', maxLength: maximum },
    IsUrl({ protocols: ['https'], require_protocol: true, require_tld: false, disallow_auth: true }),
    Matches(/^https:\/\//),
    MaxLength(maximum),
    storable(),
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

/** A language, with a region if need be (BCP 47). */
export const Language = (): PropertyDecorator =>
  documented(
    { type: 'string', pattern: '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$', maxLength: 10 },
    IsString(),
    MaxLength(10),
    Matches(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, {
      message: '$property must be a language such as "en" or "de-CH"',
    }),
  );

const enums = new Map<string, readonly string[]>();
/** Every enumeration that a field uses, by the name it has in the document and in the SDK. */
export const namedEnums = (): ReadonlyMap<string, readonly string[]> => enums;

function named(name: string, values: readonly string[]): string {
  const known = enums.get(name);
  if (known && known.join() !== values.join()) throw new Error(`Two enumerations are called ${name}`);
  enums.set(name, values);
  return name;
}

/** One of a closed list; `name` is the schema's name in the document. */
export const Choice = (name: string, values: readonly string[]): PropertyDecorator =>
  documented({ enum: [...values], enumName: named(name, values) }, IsIn([...values]));

/** A list of different ones of a closed list. */
export const ChoiceList = (name: string, values: readonly string[]): PropertyDecorator =>
  documented(
    { type: 'array', items: { $ref: getSchemaPath(named(name, values)) }, maxItems: values.length, uniqueItems: true },
    IsArray(),
    ArrayUnique(),
    IsIn([...values], { each: true }),
  );

const asList = ({ value }: { value: unknown }): unknown =>
  value === undefined || Array.isArray(value) ? value : [value];

/** A query parameter that may be repeated: any of a closed list. */
export const ChoicesParameter = (name: string, values: readonly string[], maximum = 50): PropertyDecorator =>
  documented(
    { type: 'array', items: { $ref: getSchemaPath(named(name, values)) }, maxItems: maximum },
    Transform(asList),
    IsArray(),
    ArrayMaxSize(maximum),
    IsIn([...values], { each: true }),
  );

const CUSTOM_FIELD = 'custom\\.[a-z][a-zA-Z0-9_]{0,62}';
const CUSTOM_SORT = new RegExp(`^-?${CUSTOM_FIELD}$`);

/** The order of a list, by the fields of a closed list or by custom fields, which only the company knows. */
export const SortParameter = (name: string, values: readonly string[], maximum: number): PropertyDecorator =>
  documented(
    {
      type: 'array',
      items: { anyOf: [{ $ref: getSchemaPath(named(name, values)) }, { type: 'string', pattern: CUSTOM_SORT.source }] },
      maxItems: maximum,
    },
    Transform(asList),
    IsArray(),
    ArrayMaxSize(maximum),
    check(
      'isIn',
      (value) =>
        Array.isArray(value) &&
        value.every((word) => typeof word === 'string' && (values.includes(word) || CUSTOM_SORT.test(word))),
      `each value in $property must be one of ${values.join(', ')}, or custom.<key>`,
    ),
  );

const isFilterText = (value: unknown): boolean => typeof value === 'string' && value.length <= 500 && isStorable(value);
const isFilterValue = (value: unknown): boolean =>
  isFilterText(value) || (Array.isArray(value) && value.length <= 50 && value.every(isFilterText));
const CUSTOM_KEY = new RegExp(`^${CUSTOM_FIELD}$`);

function isCustomFilters(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([key, operand]: [string, unknown]) =>
      CUSTOM_KEY.test(key) &&
      (isFilterValue(operand) ||
        (typeof operand === 'object' && operand !== null && Object.values(operand).every(isFilterValue))),
  );
}

/** The query parameters `custom.<key>=…` and `custom.<key>[gte]=…`, which the query parser puts together. */
export const CustomFilters = (): PropertyDecorator =>
  documented(
    {
      type: 'object',
      additionalProperties: {
        anyOf: [
          { type: 'string', maxLength: 500 },
          { type: 'array', items: { type: 'string', maxLength: 500 }, maxItems: 50 },
        ],
      },
    },
    check(
      'customFilters',
      isCustomFilters,
      'must be given as custom.<key>=value or custom.<key>[operator]=value, with texts of at most 500 characters',
    ),
  );

/** A query parameter that may be repeated: any text. */
export const TextsParameter = (maximumLength: number, maximum = 50): PropertyDecorator =>
  documented(
    { type: 'array', items: { type: 'string', minLength: 1, maxLength: maximumLength }, maxItems: maximum },
    Transform(asList),
    IsArray(),
    ArrayMaxSize(maximum),
    IsString({ each: true }),
    Length(1, maximumLength, { each: true }),
    storable({ each: true }),
  );

/** A query parameter that may be repeated: record ids. */
export const IdsParameter = (maximum = 50): PropertyDecorator =>
  documented(
    { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: maximum },
    Transform(asList),
    IsArray(),
    ArrayMaxSize(maximum),
    IsUUID(undefined, { each: true }),
  );

/** A list of different texts. */
export const Texts = (minimumLength: number, maximumLength: number, maximum = 50): PropertyDecorator =>
  documented(
    {
      type: 'array',
      items: { type: 'string', minLength: minimumLength, maxLength: maximumLength },
      maxItems: maximum,
      uniqueItems: true,
    },
    IsArray(),
    ArrayMaxSize(maximum),
    ArrayUnique(),
    IsString({ each: true }),
    Length(minimumLength, maximumLength, { each: true }),
    storable({ each: true }),
  );

/** A list of different record ids. */
export const IdList = (maximum: number, minimum = 0): PropertyDecorator =>
  documented(
    {
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      ...(minimum > 0 && { minItems: minimum }),
      maxItems: maximum,
      uniqueItems: true,
    },
    IsArray(),
    ArrayMinSize(minimum),
    ArrayMaxSize(maximum),
    ArrayUnique(),
    IsUUID(undefined, { each: true }),
  );

function isPlain(value: unknown, depth = 0): boolean {
  if (depth > 10) return false;
  if (typeof value === 'string') return value.length <= 10_000 && isStorable(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'boolean') return true;
  if (Array.isArray(value)) return value.length <= 1_000 && value.every((item) => isPlain(item, depth + 1));
  if (typeof value !== 'object') return false;
  const entries = Object.entries(value);
  return (
    entries.length <= 100 &&
    entries.every(([key, item]) => key.length <= 100 && isStorable(key) && isPlain(item, depth + 1))
  );
}

/** A free object of at most 100 keys, 10 levels and `maximumBytes` as JSON. */
export const FreeObject = (maximumBytes = 20_000): PropertyDecorator =>
  documented(
    { type: 'object', additionalProperties: true },
    IsObject(),
    check(
      'freeObject',
      (value) => isPlain(value) && Buffer.byteLength(JSON.stringify(value)) <= maximumBytes,
      `$property must be an object of plain values of at most ${maximumBytes} bytes`,
    ),
  );

const isTextMap = (value: unknown, maximum: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).length <= maximum &&
  Object.entries(value).every(
    ([key, item]) =>
      /^[a-zA-Z0-9_.-]{1,100}$/.test(key) &&
      (item === null || (typeof item === 'string' && item.length >= 1 && item.length <= 255 && isStorable(item))),
  );

/** An object whose values are texts of 1 to 255 characters under keys of letters, digits, `_`, `.` and `-`; null removes a key. */
export const TextMap = (maximum = 20): PropertyDecorator =>
  documented(
    { type: 'object', additionalProperties: { type: 'string' } },
    IsObject(),
    check('textMap', (value) => isTextMap(value, maximum), `$property must map at most ${maximum} names to texts`),
  );

// Nest knows a function that gives a type by its name: it must be an arrow called `type`, written here.
/** A nested object with fields of its own. */
export const Nested = (type: () => new () => object): PropertyDecorator =>
  applyDecorators(ApiProperty({ type: () => type() }), IsObject(), ValidateNested(), Type(type)) as PropertyDecorator;

/**
 * An object of one of several shapes, documented as such. Which one it has to be hangs on another field, so whoever
 * takes it checks it.
 */
export const ShapeOf = (...shapes: (new () => object)[]): PropertyDecorator =>
  applyDecorators(
    ((target: object) => ApiExtraModels(...shapes)(target.constructor)) as PropertyDecorator,
    ApiProperty({ anyOf: shapes.map((shape) => ({ $ref: getSchemaPath(shape) })) }),
    IsObject(),
  ) as PropertyDecorator;

/** A list of nested objects. */
export const NestedList = (type: () => new () => object, minimum: number, maximum: number): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: () => type(), isArray: true, minItems: minimum, maxItems: maximum }),
    IsArray(),
    check(
      'listSize',
      (value) => Array.isArray(value) && value.length >= minimum && value.length <= maximum,
      `$property must hold ${minimum} to ${maximum} items`,
    ),
    ValidateNested({ each: true }),
    Type(type),
  ) as PropertyDecorator;
