import { SetMetadata } from '@nestjs/common';

export const IDEMPOTENCY = 'kontor:idempotency';

/** For responses that must not be stored (they hold a secret or set a cookie): `Idempotency-Key` is rejected. */
export const NotIdempotent = () => SetMetadata(IDEMPOTENCY, 'none');

/**
 * For handlers that call other servers before they write. The key is reserved first, and the transaction begins at the
 * first write. So no transaction is open while the other server responds.
 */
export const IdempotentInSteps = () => SetMetadata(IDEMPOTENCY, 'steps');
