import { getSchemaPath } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsString, IsUUID } from 'class-validator';
import { documented, check, each, composed, hasLength, storable } from './field-checks.js';
import { isStorable } from '../values/text.js';

const enums = new Map<string, readonly string[]>();
/** Returns every enumeration of a field, by its name in the API document and the SDK. */
export const namedEnums = (): ReadonlyMap<string, readonly string[]> => enums;

function named(name: string, values: readonly string[]): string {
  const known = enums.get(name);
  if (known && known.join() !== values.join()) throw new Error(`Two enumerations are called ${name}`);
  enums.set(name, values);
  return name;
}

/** One value of a closed list. `name` is the schema name in the API document. */
export const Choice = (name: string, values: readonly string[]): PropertyDecorator =>
  documented({ enum: [...values], enumName: named(name, values) }, IsIn([...values]));

/** A list of different values of a closed list. */
export const ChoiceList = (name: string, values: readonly string[]): PropertyDecorator =>
  documented(
    { type: 'array', items: { $ref: getSchemaPath(named(name, values)) }, maxItems: values.length, uniqueItems: true },
    IsArray(),
    ArrayUnique(),
    IsIn([...values], { each: true }),
  );

const asList = ({ value }: { value: unknown }): unknown =>
  value === undefined || Array.isArray(value) ? value : [value];

/** A repeatable query parameter with values of a closed list. */
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

/** The order of a list, by the fields of a closed list or by custom fields. */
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

/** The query parameters `custom[<key>]=…` and `custom[<key>.gte]=…`. The query parser groups them under one name. */
export const CustomFilters = (): PropertyDecorator =>
  documented(
    {
      type: 'object',
      additionalProperties: {
        anyOf: [{ type: 'string', maxLength: 500 }, { type: 'number' }, { type: 'boolean' }],
      },
    },
    check(
      'customFilters',
      isCustomFilters,
      'must be given as custom[<key>]=value or custom[<key>.<operator>]=value, with texts of at most 500 characters',
    ),
  );

/** A repeatable query parameter with any text. */
export const TextsParameter = (maximumLength: number, maximum = 50): PropertyDecorator =>
  documented(
    { type: 'array', items: { type: 'string', minLength: 1, maxLength: maximumLength }, maxItems: maximum },
    Transform(asList),
    each(composed),
    IsArray(),
    ArrayMaxSize(maximum),
    IsString({ each: true }),
    hasLength(1, maximumLength, { each: true }),
    storable({ each: true }),
  );

/** A repeatable query parameter with record ids. */
export const IdsParameter = (maximum = 50): PropertyDecorator =>
  documented(
    { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: maximum },
    Transform(asList),
    IsArray(),
    ArrayMaxSize(maximum),
    IsUUID(undefined, { each: true }),
  );

/** A list of different texts, each stored in NFC. */
export const Texts = (minimumLength: number, maximumLength: number, maximum = 50): PropertyDecorator =>
  documented(
    {
      type: 'array',
      items: { type: 'string', minLength: minimumLength, maxLength: maximumLength },
      maxItems: maximum,
      uniqueItems: true,
    },
    each(composed),
    IsArray(),
    ArrayMaxSize(maximum),
    ArrayUnique(),
    IsString({ each: true }),
    hasLength(minimumLength, maximumLength, { each: true }),
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
