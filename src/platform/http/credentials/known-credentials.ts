import { hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { credentialOf, type Actor } from '../../../kernel/actor.js';

/** A recently accepted credential and the rate limit bucket of its requests. */
export interface KnownCredential {
  readonly bucket: string;
  /** Requests per minute, if the credential has its own limit. */
  readonly rateLimit: number | undefined;
  readonly until: number;
}

declare module 'express-serve-static-core' {
  interface Request {
    credentialDigest?: string | undefined;
  }
}

const KNOWN_FOR_MS = 10 * 60_000;
const MAX_KNOWN = 20_000;
const SALT = randomBytes(16).toString('base64');

/**
 * Recognizes requests of signed-in callers without a query. The result affects only limits and load shedding: the
 * access guard checks every credential again.
 */
@Injectable()
export class KnownCredentials {
  private readonly known = new Map<string, KnownCredential>();

  find(request: Request): KnownCredential | undefined {
    const digest = digestOf(request);
    const found = digest === undefined ? undefined : this.known.get(digest);
    return found && found.until > Date.now() ? found : undefined;
  }

  accept(request: Request, actor: Actor): void {
    const digest = digestOf(request);
    if (digest === undefined) return;
    // Delete first, so that the map stays in order of the last use.
    this.known.delete(digest);
    const oldest = this.known.size >= MAX_KNOWN ? this.known.keys().next().value : undefined;
    if (oldest !== undefined) this.known.delete(oldest);
    this.known.set(digest, {
      bucket: credentialOf(actor),
      rateLimit: actor.rateLimit,
      until: Date.now() + KNOWN_FOR_MS,
    });
  }

  forget(request: Request): void {
    const digest = digestOf(request);
    if (digest !== undefined) this.known.delete(digest);
  }
}

/** Returns whether the request has a header for a credential, valid or not. */
export const hasCredential = ({ headers }: Request): boolean =>
  headers.authorization !== undefined || headers['x-api-key'] !== undefined || headers.cookie !== undefined;

function digestOf(request: Request): string | undefined {
  if (request.credentialDigest === undefined && hasCredential(request)) {
    const { authorization, cookie, 'x-api-key': key } = request.headers;
    request.credentialDigest = hash('sha256', JSON.stringify([SALT, authorization, key, cookie]));
  }
  return request.credentialDigest;
}
