import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsArray, IsObject, ValidateNested } from 'class-validator';
import { documented, check, composed } from './field-checks.js';
import { isPlain, isTextMap } from './plain-values.js';

/** Any JSON object of at most 100 keys, 10 levels and `maximumBytes` as JSON. */
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

const withTexts = (change: (text: string) => string): PropertyDecorator =>
  Transform(({ value }: { value: unknown }): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).map(([key, item]) => [
            key,
            typeof item === 'string' ? change(item) : (item as unknown),
          ]),
        )
      : value,
  );

/** An object with keys of letters, digits, `_`, `.` and `-`, and texts of 1 to 255 characters. Null removes a key. */
export const TextMap = (maximum = 20): PropertyDecorator =>
  documented(
    { type: 'object', additionalProperties: { type: 'string' } },
    withTexts((text) => composed(text).trim()),
    IsObject(),
    check('textMap', (value) => isTextMap(value, maximum), `$property must map at most ${maximum} names to texts`),
  );

// Nest recognizes a function that returns a type by its name: use an arrow function called `type`.
/** A nested object with its own fields. */
export const Nested = (type: () => new () => object): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: () => type() }),
    IsObject({ message: ({ property }) => expected(property, type() as OperatorClass) }),
    ValidateNested(),
    Type(type),
    fromText(() => type() as OperatorClass),
  ) as PropertyDecorator;

/** A class of query parameters such as `createdAt[gte]`. */
interface OperatorClass {
  /** The operators that are allowed in brackets. */
  readonly operators?: readonly string[];
  /** Reads `email=…` without an operator. */
  fromText?(text: string): object;
}

const expected = (property: string, { operators }: OperatorClass): string =>
  operators
    ? `${property} takes an operator: ${operators.map((operator) => `${property}[${operator}]`).join(', ')}`
    : `${property} must be an object`;

const fromText = (type: () => OperatorClass): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? (type().fromText?.(value) ?? value) : value,
  );

/**
 * Documents an object of one of several shapes. Another field decides about the shape, so the service must check it.
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
      `$property must have ${minimum} to ${maximum} items`,
    ),
    ValidateNested({ each: true }),
    Type(type),
  ) as PropertyDecorator;

/** Constraints of whole objects by class name, for the API document. */
const constraints = new Map<string, object>();
export const objectConstraints = (): ReadonlyMap<string, object> => constraints;

/** Documents that an object has exactly one of its properties. The service checks the rule. */
export const OneProperty = (): ClassDecorator => (type) =>
  void constraints.set(type.name, { minProperties: 1, maxProperties: 1 });

/** Documents that an object needs at least one of the properties. The service checks the rule. */
export const OneRequired =
  (...names: string[]): ClassDecorator =>
  (type) =>
    void constraints.set(type.name, { anyOf: names.map((name) => ({ required: [name] })) });
