import { RequestMethod, SetMetadata } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { ACCESS_POLICY, type AccessPolicy } from '../access.js';

const IDEMPOTENCY = 'kontor:idempotency';
const SECRET_RESPONSE = 'kontor:secret-response';
const WRITES = new Set<unknown>([RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE]);

/**
 * For operations that end the session, change nothing, or check a password or code and count failures. They reject
 * `Idempotency-Key`: a counted failure has an effect, so its response could not be repeated.
 */
export const NotIdempotent = () => SetMetadata(IDEMPOTENCY, 'none');

/**
 * For handlers that call other servers before they write, or write in several transactions. The key is reserved first,
 * so no transaction is open while the other server responds.
 */
export const IdempotentInSteps = () => SetMetadata(IDEMPOTENCY, 'steps');

/** For responses that contain a secret: the response of an `Idempotency-Key` is stored encrypted. */
export const SecretResponse = () => SetMetadata(SECRET_RESPONSE, true);

const read = (key: string, handler: object): unknown => Reflect.getMetadata(key, handler);

/** Returns whether the handler applies one effect per key: a write with a credential, without `@NotIdempotent()`. */
export const takesIdempotencyKey = (handler: object): boolean =>
  WRITES.has(read(METHOD_METADATA, handler)) &&
  read(IDEMPOTENCY, handler) !== 'none' &&
  (read(ACCESS_POLICY, handler) as AccessPolicy | undefined)?.kind !== 'public';

export const isIdempotentInSteps = (handler: object): boolean => read(IDEMPOTENCY, handler) === 'steps';
export const hasSecretResponse = (handler: object): boolean => read(SECRET_RESPONSE, handler) === true;
