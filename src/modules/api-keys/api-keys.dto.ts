import { ApiProperty } from '@nestjs/swagger';
import {
  FlagParameter,
  IdsParameter,
  Integer,
  Nullable,
  Optional,
  Text,
  Texts,
  Timestamp,
} from '../../kernel/fields.js';
import { PageQuery } from '../../kernel/page.js';

export class ApiKeyQuery extends PageQuery {
  /**
   * True for revoked keys only; default: only keys that are not revoked
   * @example false
   */
  @Optional()
  @FlagParameter()
  revoked?: boolean;

  /** Ids of the users who created the keys; repeat to match any of several */
  @Optional()
  @IdsParameter()
  createdById?: string[];
}

export class ApiKeyCreate {
  /**
   * Name of the API key
   * @example Website
   */
  @Text(1, 255)
  name: string;

  /**
   * Scopes: `leads:read`, `leads:write` (create, update and delete), `leads:*`, `*:read`, `*:*`, or a permission name.
   * The key never has more permissions than its creator.
   * @example ["leads:read", "leads:write"]
   */
  @Texts(3, 101, 50)
  scopes: string[];

  /**
   * Expiry time, at most five years from now; null or omitted for no expiry
   * @example 2027-11-21T00:00:00.000Z
   */
  @Optional()
  @Nullable()
  @Timestamp()
  expiresAt?: string | null;

  /**
   * Rate limit in requests per minute; default: the server's limit. A higher limit needs `api-keys:manage`.
   * @example 120
   */
  @Optional()
  @Nullable()
  @Integer(1, 100_000)
  rateLimit?: number | null;
}

export class ApiKeyUpdate {
  /**
   * Name of the API key
   * @example Website
   */
  @Optional()
  @Text(1, 255)
  name?: string;

  /**
   * New scopes; they replace the current scopes. The key never has more permissions than its creator.
   * @example ["leads:read"]
   */
  @Optional()
  @Texts(3, 101, 50)
  scopes?: string[];

  /**
   * Expiry time, at most five years from now; null for no expiry
   * @example 2027-11-21T00:00:00.000Z
   */
  @Optional()
  @Nullable()
  @Timestamp()
  expiresAt?: string | null;

  /**
   * Rate limit in requests per minute; null for the server's default
   * @example 120
   */
  @Optional()
  @Nullable()
  @Integer(1, 100_000)
  rateLimit?: number | null;
}

export class ApiKeyRotation {
  /**
   * Hours for which the current secret stays valid; 0 ends the secret at once
   * @example 24
   */
  @Optional()
  @Integer(0, 168)
  overlapHours?: number;
}

export class ApiKeyView {
  /**
   * Id of the API key
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @ApiProperty({ format: 'uuid' })
  id: string;

  /**
   * Name of the API key
   * @example Website
   */
  name: string;

  /**
   * Public prefix of the key, for recognising the key
   * @example kontor_live_4fR7kQ2mZx
   */
  keyPrefix: string;

  /**
   * Scopes of the key, limited to the permissions of its creator
   * @example ["leads:read", "leads:write"]
   */
  scopes: string[];

  /**
   * Rate limit in requests per minute; null for the server's default
   * @example null
   */
  @ApiProperty({ type: 'integer', nullable: true })
  rateLimit: number | null;

  /**
   * Expiry time; null for no expiry
   * @example 2027-11-21T00:00:00.000Z
   */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  expiresAt: string | null;

  /**
   * Time until which the previous secret is valid after a rotation
   * @example null
   */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  previousExpiresAt: string | null;

  /**
   * Time of the last use, precise to one minute
   * @example null
   */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  lastUsedAt: string | null;

  /**
   * IP address of the last use
   * @example null
   */
  @ApiProperty({ type: 'string', nullable: true })
  lastUsedIp: string | null;

  /**
   * Time of revocation; null if the key is not revoked
   * @example null
   */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  revokedAt: string | null;

  /**
   * Id of the user who created the key; the key acts for this user
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @ApiProperty({ format: 'uuid' })
  createdById: string;

  /**
   * Creation time
   * @example 2026-11-21T09:30:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  createdAt: string;

  /**
   * Time of the last change
   * @example 2026-11-21T09:30:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  updatedAt: string;

  /**
   * Version number, also in the ETag
   * @example 1
   */
  @ApiProperty({ type: 'integer' })
  version: number;
}

/** An API key with its secret, which is shown once. */
export class NewApiKeyView extends ApiKeyView {
  /**
   * The API key, for the `X-API-Key` header; returned only once
   * @example kontor_live_4fR7kQ2mZx_0000000000000000000000000000000000000000000000000
   */
  key: string;
}

/** An API key in an event, without the secret. */
export class ApiKeyFacts {
  /**
   * Name of the API key
   * @example Website
   */
  name: string;

  /**
   * Public prefix of the key, for recognising the key
   * @example kontor_live_4fR7kQ2mZx
   */
  keyPrefix: string;

  /**
   * Scopes of the key, limited to the permissions of its creator
   * @example ["leads:read", "leads:write"]
   */
  scopes: string[];

  /**
   * Id of the user who created the key; the key acts for this user
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @ApiProperty({ format: 'uuid' })
  createdById: string;
}
