import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, Matches } from 'class-validator';

// Strict, because it is written into headers.
const ORIGIN = /^https?:\/\/[a-zA-Z0-9]([a-zA-Z0-9.-]{0,252}[a-zA-Z0-9])?(:\d{1,5})?$/;

/** A list of at most 20 origins such as `https://www.example.com`: no path, no wildcard. */
export const Origins = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({
      type: 'array',
      items: { type: 'string', pattern: ORIGIN.source, maxLength: 270 },
      maxItems: 20,
      uniqueItems: true,
    }),
    IsArray(),
    ArrayMaxSize(20),
    ArrayUnique(),
    Matches(ORIGIN, { each: true, message: 'each of $property must be an origin such as https://www.example.com' }),
  ) as PropertyDecorator;
