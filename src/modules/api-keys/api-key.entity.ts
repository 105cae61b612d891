import { defineEntity, p } from '@mikro-orm/core';
import { stamped, textArray, versioned } from '../../kernel/entity.js';
import { ConflictError } from '../../kernel/errors.js';
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
    scopes: textArray().default([]),
    rateLimit: p.integer().nullable(),
    expiresAt: p.datetime(3).nullable(),
    revokedAt: p.datetime(3).nullable(),
    createdBy: () => p.manyToOne(User),
  },
});

const HOUR = 3_600_000;

/** A credential of a program that acts for the creator of the key. Only a keyed hash of the key is stored. */
export class ApiKey extends ApiKeySchema.class {
  /** Replaces the secret. The previous secret stays valid for `overlapHours`, so that programs can switch. */
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
    this.requireUnrevoked();
    this.revokedAt = new Date();
  }

  /** Rejects a revoked or expired key. */
  requireAlive(): void {
    this.requireUnrevoked();
    if (this.expiresAt && this.expiresAt.getTime() <= Date.now())
      throw new ConflictError('api-key-expired', 'This API key has expired; create a new one.');
  }

  private requireUnrevoked(): void {
    if (this.revokedAt) throw new ConflictError('api-key-revoked', 'This API key is revoked; create a new one.');
  }
}

ApiKeySchema.setClass(ApiKey);
