import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, Matches } from 'class-validator';

// Strict, because the origins are written into response headers.
const ORIGIN = /^https?:\/\/[a-zA-Z0-9]([a-zA-Z0-9.-]{0,252}[a-zA-Z0-9])?(:\d{1,5})?$/;

/** Validates a list of at most 20 origins such as `https://www.example.com`, without path or wildcard. */
export const AllowedOrigins = (): PropertyDecorator =>
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
