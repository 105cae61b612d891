import { SetMetadata } from '@nestjs/common';

export const IDEMPOTENCY = 'kontor:idempotency';

/** Answers that must not be kept (they hold a secret or set a cookie): `Idempotency-Key` is not looked at. */
export const NotIdempotent = () => SetMetadata(IDEMPOTENCY, 'none');

/**
 * For handlers that call other servers before they write: the key is reserved first and the transaction begins when
 * the handler writes, so that none is open while another server thinks.
 */
export const IdempotentInSteps = () => SetMetadata(IDEMPOTENCY, 'steps');
