import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsObject, registerDecorator } from 'class-validator';

// RFC 9110: a name is a token. A value is visible ASCII with inner spaces, so a value cannot add a header line.
const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/;
const VALUE = /^[\x21-\x7e]([\x20-\x7e]{0,998}[\x21-\x7e])?$/;
const MAX_NAMED = 40;

const isHeaderMap = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length <= MAX_NAMED &&
  new Set(Object.keys(value).map((name) => name.toLowerCase())).size === Object.keys(value).length &&
  Object.entries(value).every(
    ([name, text]) => NAME.test(name) && (text === null || (typeof text === 'string' && VALUE.test(text))),
  );

/** Validates a map of header names to values of 1 to 1000 visible ASCII characters. Null removes a header. */
export const HeaderMap = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ type: 'object', additionalProperties: { type: 'string', nullable: true } }),
    IsObject(),
    ((target: object, propertyName: string) =>
      registerDecorator({
        name: 'headerMap',
        target: target.constructor,
        propertyName,
        validator: {
          validate: isHeaderMap,
          defaultMessage: () => '$property must map header names to values of 1 to 1000 visible ASCII characters',
        },
      })) as PropertyDecorator,
  ) as PropertyDecorator;
