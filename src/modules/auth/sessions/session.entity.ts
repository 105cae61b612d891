import { defineEntity, p } from '@mikro-orm/core';
import { newId } from '../../../kernel/entity.js';
import { User } from '../../users/index.js';
import type { SessionEnd } from '../auth-events.dto.js';

/** Maximum time without a request, in milliseconds. */
export const IDLE_MS = 12 * 3_600_000;
/** Maximum age of a session, in milliseconds. */
export const ABSOLUTE_MS = 7 * 24 * 3_600_000;

export const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  properties: {
    id: p
      .uuid()
      .primary()
      .onCreate(() => newId()),
    user: () => p.manyToOne(User),
    tokenHash: p.string().length(64),
    ipAddress: p.string().columnType('inet').nullable(),
    userAgent: p.string().length(500).nullable(),
    deviceType: p.string().length(20).nullable(),
    browser: p.string().length(50).nullable(),
    os: p.string().length(50).nullable(),
    lastActivityAt: p.datetime(3).onCreate(() => new Date()),
    expiresAt: p.datetime(3),
    createdAt: p.datetime(3).onCreate(() => new Date()),
    provenAt: p.datetime(3).onCreate(() => new Date()),
    revokedAt: p.datetime(3).nullable(),
    revokedReason: p.string().length(50).nullable(),
  },
});

/** A sign-in of a user. Only the hash of the token is stored. */
export class Session extends SessionSchema.class {
  end(reason: SessionEnd): void {
    this.revokedAt = new Date();
    this.revokedReason = reason;
  }
}

SessionSchema.setClass(Session);
