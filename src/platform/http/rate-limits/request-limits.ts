import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { credentialOf, type Actor } from '../../../kernel/actor.js';
import { TooManyRequestsError } from '../../../kernel/errors.js';
import { Config } from '../../config/index.js';
import { addressOf } from '../client-address.js';
import { KnownCredentials } from '../credentials/known-credentials.js';
import { isProbe } from '../overload/probes.js';
import { answerWith } from '../problems/problem.filter.js';
import { failureOf } from '../problems/problem.js';
import { RateLimitStore } from './rate-limit.store.js';

declare module 'express-serve-static-core' {
  interface Request {
    /** The bucket and the limit by which this request was counted. */
    countedIn?: string;
    countedLimit?: number;
  }
}

const MINUTE = 60_000;

const tooMany = (seconds: number): TooManyRequestsError =>
  new TooManyRequestsError('rate-limit-exceeded', `Too many requests; try again in ${seconds} s.`, {
    retryAfter: seconds,
  });

/** Counts every request once: by its credential, or by its address if the credential is missing or unknown. */
@Injectable()
export class RequestLimits {
  constructor(
    private readonly store: RateLimitStore,
    private readonly config: Config,
    private readonly known: KnownCredentials,
  ) {}

  /** Counts a request before its body is read, so that requests that are rejected later count too. */
  readonly middleware = (request: Request, response: Response, next: NextFunction): void => {
    if (isProbe(request) || isFileOfAdminUi(request)) return next();
    const credential = this.known.find(request);
    try {
      if (credential)
        this.count(request, response, credential.bucket, credential.rateLimit ?? this.config.RATE_LIMIT_PER_CREDENTIAL);
      else this.count(request, response, addressBucket(request), this.config.RATE_LIMIT_PER_ADDRESS);
    } catch (error) {
      return answerWith(failureOf(error), request, response);
    }
    next();
  };

  /** Counts a request by its accepted credential and removes its other hit. */
  countCredential(request: Request, response: Response, actor: Actor): void {
    const bucket = credentialOf(actor);
    const limit = actor.rateLimit ?? this.config.RATE_LIMIT_PER_CREDENTIAL;
    if (request.countedIn === bucket && request.countedLimit === limit) return;
    if (request.countedIn !== undefined) this.store.takeBack(request.countedIn);
    this.count(request, response, bucket, limit);
  }

  /** Counts a request with a rejected credential by its address. */
  countRejected(request: Request, response: Response): void {
    this.known.forget(request);
    if (request.countedIn !== addressBucket(request))
      this.count(request, response, addressBucket(request), this.config.RATE_LIMIT_PER_ADDRESS);
  }

  private count(request: Request, response: Response, bucket: string, limit: number): void {
    const { totalHits, timeToExpire, isBlocked } = this.store.hit(bucket, MINUTE, limit);
    request.countedIn = bucket;
    request.countedLimit = limit;
    response.setHeader('RateLimit-Policy', `"default";q=${limit};w=${MINUTE / 1000}`);
    response.setHeader('RateLimit', `"default";r=${Math.max(0, limit - totalHits)};t=${timeToExpire}`);
    if (isBlocked) throw tooMany(timeToExpire);
  }
}

/** Browsers store these files for a year. A first visit of many people behind one address must not reach the limit. */
const isFileOfAdminUi = ({ method, path, headers }: Request): boolean =>
  method === 'GET' &&
  path.startsWith('/admin/assets/') &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined;

const addressBucket = (request: Request): string => `address:${addressOf(request)}`;
