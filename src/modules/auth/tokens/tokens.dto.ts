import { ApiProperty } from '@nestjs/swagger';
import { ExactText } from '../../../kernel/fields.js';

export class RefreshRequest {
  /**
   * The latest refresh token; each token can be used once
   * @example kontor_refresh_mJ4hYq0x6rW2n8aTzE1uVb7cKdPfLgSiNoQtRwXyZ3kCHECK0
   */
  @ExactText(1, 200)
  refreshToken: string;
}

export class TokenView {
  /**
   * Access token for the header `Authorization: Bearer …`, valid for ten minutes
   * @example eyJhbGciOiJFZERTQSIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMTkzIn0.c2lnbmF0dXJl
   */
  accessToken: string;

  /**
   * Type of the access token
   * @example Bearer
   */
  tokenType: string;

  /**
   * Lifetime of the access token in seconds
   * @example 600
   */
  @ApiProperty({ type: 'integer', format: 'int32', minimum: 1 })
  expiresIn: number;

  /**
   * Refresh token for `POST /auth/token/refresh`; can be used once
   * @example kontor_refresh_mJ4hYq0x6rW2n8aTzE1uVb7cKdPfLgSiNoQtRwXyZ3kCHECK0
   */
  refreshToken: string;

  /**
   * Latest expiry time of the session and its refresh token; the session also expires after twelve hours without a
   * request
   * @example 2026-11-28T09:30:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  refreshExpiresAt: string;

  /**
   * Id of the session, as in `GET /auth/sessions`
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @ApiProperty({ format: 'uuid' })
  sessionId: string;
}
