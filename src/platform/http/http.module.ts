import { Global, Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { Authenticator } from './credentials/authenticator.js';
import { Idempotency } from './idempotency/idempotency.js';
import { KnownCredentials } from './credentials/known-credentials.js';
import { MatchedRoutes } from './routes/matched-routes.js';
import { Overload } from './overload/overload.js';
import { PublicAddress } from './public-address.js';
import { RateLimitStore } from './rate-limits/rate-limit.store.js';
import { DeniedPermissions } from './credentials/denied-permissions.js';
import { RequestLimits } from './rate-limits/request-limits.js';
import { RequestMaintenance } from './request-maintenance.js';
import { StepLease } from './idempotency/step-lease.js';
import { Strategies } from './credentials/strategies.js';

@Global()
@Module({ providers: [RateLimitStore], exports: [RateLimitStore] })
class RateLimitStoreModule {}

/** The HTTP layer: code before and after each handler. */
@Global()
@Module({
  imports: [
    RateLimitStoreModule,
    ThrottlerModule.forRootAsync({
      inject: [RateLimitStore],
      useFactory: (storage: RateLimitStore) => ({ throttlers: [{ ttl: 60_000, limit: 600 }], storage }),
    }),
  ],
  providers: [
    Authenticator,
    Idempotency,
    StepLease,
    RequestMaintenance,
    MatchedRoutes,
    KnownCredentials,
    Overload,
    RequestLimits,
    PublicAddress,
    DeniedPermissions,
    Strategies,
  ],
  exports: [
    ThrottlerModule,
    Authenticator,
    Idempotency,
    MatchedRoutes,
    KnownCredentials,
    Overload,
    RequestLimits,
    PublicAddress,
    DeniedPermissions,
    Strategies,
  ],
})
export class HttpModule {}
