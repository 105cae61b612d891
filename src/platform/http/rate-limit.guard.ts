import { Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { InjectThrottlerOptions, InjectThrottlerStorage, ThrottlerGuard, type ThrottlerModuleOptions, type ThrottlerRequest } from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { credentialOf } from '../../kernel/actor.js';
import { TooMany } from '../../kernel/errors.js';
import { Config } from '../config/index.js';
import { RateLimitStore } from './rate-limit.store.js';

const MINUTE = 60_000;
export const addressOf = (request: Request): string => `address:${request.ip ?? 'unknown'}`;

const tooMany = (seconds: number): TooMany => new TooMany('rate-limit-exceeded', `Too many requests; the next window begins in ${seconds} s.`, { retryAfter: seconds });

/** Counts a credential's requests per minute, or an address's where there is none, and says in every answer what is left. */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() store: RateLimitStore,
    reflector: Reflector,
    private readonly config: Config,
  ) {
    super(options, store, reflector);
  }

  protected override async handleRequest({ context, ttl }: ThrottlerRequest): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const limit = this.limitOf(request);
    const { totalHits, timeToExpire, isBlocked } = await this.storageService.increment(this.bucketOf(request), ttl, limit, 0, 'default');
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
