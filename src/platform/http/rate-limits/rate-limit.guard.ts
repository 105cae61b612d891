import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  InjectThrottlerOptions,
  InjectThrottlerStorage,
  ThrottlerGuard,
  type ThrottlerModuleOptions,
} from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { RateLimitStore } from './rate-limit.store.js';
import { RequestLimits } from './request-limits.js';

// Metadata of @SkipThrottle(). The constant is not exported.
const SKIPPED = 'THROTTLER:SKIPdefault';

/** Counts a request for its credential instead of its address after the access guard accepted the credential. */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  private readonly free = new WeakMap<object, boolean>();

  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() store: RateLimitStore,
    reflector: Reflector,
    private readonly limits: RequestLimits,
  ) {
    super(options, store, reflector);
  }

  /**
   * The base class reads six decorators on every request. Only `@SkipThrottle` is used here, so it is read once per
   * route. Limits come from the credential, never from `@Throttle`.
   */
  override canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    if (request.actor && !this.isFree(context))
      this.limits.countCredential(request, http.getResponse<Response>(), request.actor);
    return Promise.resolve(true);
  }

  private isFree(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    const known =
      this.free.get(handler) ??
      this.reflector.getAllAndOverride<boolean | undefined>(SKIPPED, [handler, context.getClass()]) ??
      false;
    this.free.set(handler, known);
    return known;
  }
}
