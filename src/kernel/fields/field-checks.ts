import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Matches, registerDecorator, ValidateIf, type ValidationOptions } from 'class-validator';
import { lengthOf } from '../values/text.js';

export const documented = (options: ApiPropertyOptions, ...checks: PropertyDecorator[]): PropertyDecorator =>
  applyDecorators(ApiProperty(options), ...checks) as PropertyDecorator;

/** Allows that the field is absent. */
export const Optional = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ required: false }),
    ValidateIf((_, value) => value !== undefined),
  ) as PropertyDecorator;
/** Allows null, which clears the field. */
export const Nullable = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ nullable: true }),
    ValidateIf((_, value) => value !== null),
  ) as PropertyDecorator;

export function check(
  name: string,
  accepts: (value: unknown) => boolean,
  message: string,
  options: ValidationOptions = {},
): PropertyDecorator {
  return ((target: object, propertyName: string) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName,
      options,
      validator: { validate: accepts, defaultMessage: () => message },
    })) as PropertyDecorator;
}

/** Transforms the text of a field, or every text of a list. */
export const each = (change: (text: string) => string): PropertyDecorator =>
  Transform(({ value }: { value: unknown }): unknown => {
    const one = (item: unknown): unknown => (typeof item === 'string' ? change(item) : item);
    return Array.isArray(value) ? value.map(one) : one(value);
  });
export const composed = (text: string): string => text.normalize('NFC');

/** Counts characters as PostgreSQL does. class-validator does not count variation selectors. */
export const hasLength = (minimum: number, maximum: number, options?: ValidationOptions): PropertyDecorator =>
  check(
    'isLength',
    (value) => typeof value === 'string' && lengthOf(value) >= minimum && lengthOf(value) <= maximum,
    `$property must have ${minimum} to ${maximum} characters`,
    options,
  );

export const storable = (options?: ValidationOptions): PropertyDecorator =>
  Matches(/^[^\u0000\p{Surrogate}]*$/u, {
    message: '$property must not contain NUL or unpaired surrogates',
    ...options,
  });

export const containsText = (): PropertyDecorator =>
  check('notBlank', (value) => typeof value === 'string' && value.trim() !== '', '$property must not be blank');
