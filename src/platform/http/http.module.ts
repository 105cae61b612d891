import { Global, Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { Idempotency } from './idempotency.js';
import { MatchedRoutes } from './matched-routes.js';
import { Overload } from './overload.js';
import { PublicAddress } from './public-address.js';
import { AddressLimit } from './rate-limit.guard.js';
import { RateLimitStore } from './rate-limit.store.js';
import { Refusals } from './refusals.js';
import { RequestUpkeep } from './request-upkeep.js';
import { StepLease } from './step-lease.js';

@Global()
@Module({ providers: [RateLimitStore], exports: [RateLimitStore] })
class RateLimitStoreModule {}

/** The edge: what every request passes before and behind its handler. */
@Global()
@Module({
  imports: [
    RateLimitStoreModule,
    ThrottlerModule.forRootAsync({
      inject: [RateLimitStore],
      useFactory: (storage: RateLimitStore) => ({ throttlers: [{ ttl: 60_000, limit: 600 }], storage }),
    }),
  ],
  providers: [Idempotency, StepLease, RequestUpkeep, MatchedRoutes, Overload, AddressLimit, PublicAddress, Refusals],
  exports: [ThrottlerModule, Idempotency, MatchedRoutes, Overload, AddressLimit, PublicAddress, Refusals],
})
export class HttpModule {}
