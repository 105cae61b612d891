import { ApiProperty } from '@nestjs/swagger';
import { FlagParameter, Integer, Nullable, Optional, Text, Texts, Timestamp } from '../../kernel/fields.js';
import { PageQuery } from '../../kernel/page.js';

export class ApiKeyQuery extends PageQuery {
  /**
   * True lists the revoked keys instead of those that are not.
   * @example false
   */
  @Optional()
  @FlagParameter()
  revoked?: boolean;
}

export class ApiKeyCreate {
  /**
   * What the key is for.
   * @example Website
   */
  @Text(1, 255)
  name: string;

  /**
   * What it may: `leads:read`, `leads:write` (create, update and delete), `leads:*`, `*:read`, `*:*`, or any permission by name. Never more than you may.
   * @example ["leads:read", "leads:write"]
   */
  @Texts(3, 101, 50)
  scopes: string[];

  /**
   * When it stops working, at most five years from now; left out or null, it works until it is revoked.
   * @example 2027-11-21T00:00:00.000Z
   */
  @Optional()
  @Nullable()
  @Timestamp()
  expiresAt?: string | null;

  /**
   * Requests per minute, where it differs from the server's default. More than the default needs `api-keys:manage`.
   * @example 120
   */
  @Optional()
  @Nullable()
  @Integer(1, 100_000)
  rateLimit?: number | null;
}

export class ApiKeyUpdate {
  /**
   * What the key is for.
   * @example Website
   */
  @Optional()
  @Text(1, 255)
  name?: string;

  /**
   * What it may from now on, instead of what it might until now. Never more than you may.
   * @example ["leads:read"]
   */
  @Optional()
  @Texts(3, 101, 50)
  scopes?: string[];

  /**
   * When it stops working, at most five years from now; null: when it is revoked.
   * @example 2027-11-21T00:00:00.000Z
   */
  @Optional()
  @Nullable()
  @Timestamp()
  expiresAt?: string | null;

  /**
   * Requests per minute; null for the server's default.
   * @example 120
   */
  @Optional()
  @Nullable()
  @Integer(1, 100_000)
  rateLimit?: number | null;
}

export class ApiKeyRotation {
  /**
   * How many hours the secret that holds now works on beside the new one; 0 ends it at once.
   * @example 24
   */
  @Optional()
  @Integer(0, 168)
  overlapHours?: number;
}

export class ApiKeyView {
  /**
   * Its id.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @ApiProperty({ format: 'uuid' })
  id: string;

  /**
   * What the key is for.
   * @example Website
   */
  name: string;

  /**
   * The public half of the key, to recognise it by.
   * @example kontor_live_4fR7kQ2mZx
   */
  keyPrefix: string;

  /**
   * What it may, as far as the one who made it may.
   * @example ["leads:read", "leads:write"]
   */
  scopes: string[];

  /**
   * Requests per minute; null for the server's default.
   * @example null
   */
  @ApiProperty({ type: 'integer', nullable: true })
  rateLimit: number | null;

  /**
   * When it stops working; null: when it is revoked.
   * @example 2027-11-21T00:00:00.000Z
   */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  expiresAt: string | null;

  /**
   * Until when the secret before the last rotation works.
   * @example null
   */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  previousExpiresAt: string | null;

  /**
   * When it was last used, to a minute.
   * @example null
   */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  lastUsedAt: string | null;

  /**
   * The address that it was last used from.
   * @example null
   */
  @ApiProperty({ type: 'string', nullable: true })
  lastUsedIp: string | null;

  /**
   * When it was revoked.
   * @example null
   */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  revokedAt: string | null;

  /**
   * The id of the user who made it and for whom it acts.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @ApiProperty({ format: 'uuid' })
  createdById: string;

  /**
   * When it was made.
   * @example 2026-11-21T09:30:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  /**
   * When it was last changed.
   * @example 2026-11-21T09:30:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  /**
   * Counts its changes; also the ETag.
   * @example 1
   */
  @ApiProperty({ type: 'integer' })
  version: number;
}

/** A key as it is shown once, with its secret. */
export class NewApiKeyView extends ApiKeyView {
  /**
   * The key itself, for the header X-API-Key. It is shown in this answer and never again.
   * @example kontor_live_4fR7kQ2mZx_0000000000000000000000000000000000000000000000000
   */
  key: string;
}

/** What an event tells of an API key: never the key itself, its public half is enough to know it by. */
export class ApiKeyFacts {
  /**
   * What the key is for.
   * @example Website
   */
  name: string;

  /**
   * The public half of the key, to recognise it by.
   * @example kontor_live_4fR7kQ2mZx
   */
  keyPrefix: string;

  /**
   * What it may, as far as the one who made it may.
   * @example ["leads:read", "leads:write"]
   */
  scopes: string[];

  /**
   * The id of the user who made it and for whom it acts.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @ApiProperty({ format: 'uuid' })
  createdById: string;
}
