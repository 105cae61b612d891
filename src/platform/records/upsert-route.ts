import { applyDecorators, HttpStatus, Put, type Type } from '@nestjs/common';
import { ApiParam, ApiResponse } from '@nestjs/swagger';
import type { Response } from 'express';
import { SdkName } from '../../kernel/routes/returns.js';
import { answerAs } from '../http/index.js';

/** The route of an upsert by external id. */
export const UpsertRoute = (view: Type<object>): MethodDecorator =>
  applyDecorators(
    SdkName('upsert'),
    Put('by-external-id/:source/:externalId'),
    ApiParam({
      name: 'source',
      description: 'Name of the other system',
      schema: { type: 'string', pattern: '^[a-zA-Z0-9_.-]{1,100}$' },
      example: 'hubspot',
    }),
    ApiParam({
      name: 'externalId',
      description: 'Id of the record in the other system',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
      example: '4711',
    }),
    ApiResponse({ status: HttpStatus.CREATED, type: view, description: 'Created' }),
  ) as MethodDecorator;

/** Returns the record of an upsert, and sets the status of the response for a new record. */
export function answerUpsert<V>(
  response: Response,
  { record, created }: { readonly record: V; readonly created: boolean },
): V {
  if (created) answerAs(response, HttpStatus.CREATED);
  return record;
}
