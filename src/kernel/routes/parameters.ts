import { createParamDecorator, Param, type ExecutionContext } from '@nestjs/common';
import { ApiHeader, ApiParam } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import type { Request } from 'express';
import { BadRequestError, NotFoundError } from '../errors.js';

const WORD = /^[a-z][a-z-]*$/i;

/** Returns whether the position of an id contains a word, as in `/contacts/export`: an unknown route. */
export const isRouteName = (value: string): boolean => WORD.test(value) && !isUUID(value);

const uuid = (name: string) => ({
  transform(value: string): string {
    if (isUUID(value)) return value.toLowerCase();
    const errors = [{ parameter: name, code: 'uuid', detail: `${name} must be a UUID` }];
    if (name === 'id' && isRouteName(value))
      throw new NotFoundError('route-not-found', 'This path does not exist.', { errors });
    throw new BadRequestError('invalid-parameter', `The ${name} in the path is not a UUID.`, { errors });
  },
});

/** Reads the `{id}` of the path. */
export const RecordId =
  (name = 'id'): ParameterDecorator =>
  (target, key, index) => {
    Param(name, uuid(name))(target, key, index);
    if (key !== undefined) {
      const method = Object.getOwnPropertyDescriptor(target, key);
      if (method)
        ApiParam({
          name,
          schema: { type: 'string', format: 'uuid' },
          description: 'Id of the record',
          example: '0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a',
        })(target, key, method);
    }
  };

const VERSION_TAG = /^"(\d{1,9})"$/;

const readIfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number | undefined => {
  const header = context.switchToHttp().getRequest<Request>().headers['if-match'];
  if (header === undefined || header === '*') return undefined;
  const version = VERSION_TAG.exec(header)?.[1];
  if (version) return Number(version);
  throw new BadRequestError(
    'invalid-if-match',
    'If-Match must be the ETag of the record as it was last read, such as "3".',
    {
      errors: [{ header: 'If-Match', code: 'etag', detail: 'must be one strong entity tag in double quotes' }],
    },
  );
});

/**
 * Reads the expected version from `If-Match` (RFC 9110, 13.1.1): 3 for `"3"`, undefined for `*` or no header. Weak and
 * other tags never match a strong comparison and are rejected.
 */
export const IfMatch = (): ParameterDecorator => (target, key, index) => {
  readIfMatch()(target, key, index);
  const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
  if (key !== undefined && method) ApiHeader({ name: 'If-Match', required: false })(target, key, method);
};
