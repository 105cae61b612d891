import { defineEntity, p } from '@mikro-orm/core';
import { stamped, versioned } from '../../kernel/entity.js';
import { Conflict } from '../../kernel/errors.js';
import { User } from '../users/index.js';

export const ApiKeySchema = defineEntity({
  name: 'ApiKey',
  tableName: 'api_keys',
  properties: {
    ...stamped,
    ...versioned,
    name: p.string().length(255),
    keyPrefix: p.string().length(30),
    keyHash: p.string().length(64),
    previousKeyPrefix: p.string().length(30).nullable(),
    previousKeyHash: p.string().length(64).nullable(),
    previousExpiresAt: p.datetime(3).nullable(),
    scopes: p.array().$type<string[]>().default([]),
    rateLimit: p.integer().nullable(),
    expiresAt: p.datetime(3).nullable(),
    revokedAt: p.datetime(3).nullable(),
    createdBy: () => p.manyToOne(User),
  },
});

const HOUR = 3_600_000;

/** A program's way in, on behalf of the user who made it. Of the key itself only a keyed hash is kept. */
export class ApiKey extends ApiKeySchema.class {
  /** A new secret; the one before works on for a while, so that programs can be told. */
  rotate(prefix: string, hash: string, overlapHours: number): void {
    this.requireAlive();
    const overlaps = overlapHours > 0;
    this.previousKeyPrefix = overlaps ? this.keyPrefix : null;
    this.previousKeyHash = overlaps ? this.keyHash : null;
    this.previousExpiresAt = overlaps ? new Date(Date.now() + overlapHours * HOUR) : null;
    this.keyPrefix = prefix;
    this.keyHash = hash;
  }

  revoke(): void {
    this.requireAlive();
    this.revokedAt = new Date();
  }

  requireAlive(): void {
    if (this.revokedAt) throw new Conflict('api-key-revoked', 'This API key is revoked for good; make a new one.');
  }
}

ApiKeySchema.setClass(ApiKey);
