import { Injectable, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  InjectThrottlerOptions,
  InjectThrottlerStorage,
  ThrottlerGuard,
  type ThrottlerModuleOptions,
} from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { credentialOf } from '../../kernel/actor.js';
import { TooMany } from '../../kernel/errors.js';
import { Config } from '../config/index.js';
import { RateLimitStore } from './rate-limit.store.js';

const MINUTE = 60_000;
// What @SkipThrottle() sets; the constant is not exported.
const SKIPPED = 'THROTTLER:SKIPdefault';
export const addressOf = (request: Request): string => `address:${request.ip ?? 'unknown'}`;

const tooMany = (seconds: number): TooMany =>
  new TooMany('rate-limit-exceeded', `Too many requests; the next window begins in ${seconds} s.`, {
    retryAfter: seconds,
  });

/** Counts a credential's requests per minute, or an address's where there is none, and says in every answer what is left. */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  private readonly free = new WeakMap<object, boolean>();

  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() store: RateLimitStore,
    reflector: Reflector,
    private readonly config: Config,
  ) {
    super(options, store, reflector);
  }

  /**
   * The base class looks for six decorators on every request and waits five times. Of these only `@SkipThrottle` is used
   * here, so it is looked for once a route; limits come from the credential, never from `@Throttle`.
   */
  override canActivate(context: ExecutionContext): Promise<boolean> {
    return this.isFree(context) ? Promise.resolve(true) : this.count(context, MINUTE);
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

  private async count(context: ExecutionContext, ttl: number): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const limit = this.limitOf(request);
    const { totalHits, timeToExpire, isBlocked } = await this.storageService.increment(
      this.bucketOf(request),
      ttl,
      limit,
      0,
      'default',
    );
    const response = http.getResponse<Response>();
    response.setHeader('RateLimit-Policy', `"default";q=${limit};w=${Math.round(ttl / 1000)}`);
    response.setHeader('RateLimit', `"default";r=${Math.max(0, limit - totalHits)};t=${timeToExpire}`);
    if (isBlocked) throw tooMany(timeToExpire);
    return true;
  }

  private bucketOf(request: Request): string {
    return request.actor ? credentialOf(request.actor) : addressOf(request);
  }

  private limitOf({ actor }: Request): number {
    return actor ? (actor.rateLimit ?? this.config.RATE_LIMIT_PER_CREDENTIAL) : this.config.RATE_LIMIT_PER_ADDRESS;
  }
}

/** Counts requests whose credential was refused: guessing keys is bounded by address. */
@Injectable()
export class AddressLimit {
  constructor(
    private readonly store: RateLimitStore,
    private readonly config: Config,
  ) {}

  count(request: Request): Promise<void> {
    const { isBlocked, timeToExpire } = this.store.hit(addressOf(request), MINUTE, this.config.RATE_LIMIT_PER_ADDRESS);
    return isBlocked ? Promise.reject(tooMany(timeToExpire)) : Promise.resolve();
  }
}
