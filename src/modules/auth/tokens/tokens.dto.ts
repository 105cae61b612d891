import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../../../kernel/fields.js';

export class RefreshRequest {
  /**
   * The refresh token that was given last. It is good for one use.
   * @example kontor_refresh_mJ4hYq0x6rW2n8aTzE1uVb7cKdPfLgSiNoQtRwXyZ3k
   */
  @Text(1, 200)
  refreshToken: string;
}

/** What a program keeps after signing in: one token to ask with, and one to get the next pair. */
export class TokenView {
  /**
   * Goes into `Authorization: Bearer …` of every request, for ten minutes.
   * @example eyJhbGciOiJFZERTQSIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiIwMTkzIn0.c2lnbmF0dXJl
   */
  accessToken: string;

  /**
   * How the access token is sent.
   * @example Bearer
   */
  tokenType: string;

  /**
   * For how many seconds the access token is good.
   * @example 600
   */
  @ApiProperty({ type: 'integer', format: 'int32', minimum: 1 })
  expiresIn: number;

  /**
   * Gives the next pair at `POST /auth/token/refresh`, once.
   * @example kontor_refresh_mJ4hYq0x6rW2n8aTzE1uVb7cKdPfLgSiNoQtRwXyZ3k
   */
  refreshToken: string;

  /**
   * When the session, and with it the refresh token, ends in any case; twelve hours without a request end it before.
   * @example 2026-11-28T09:30:00.000Z
   */
  @ApiProperty({ format: 'date-time' })
  refreshExpiresAt: string;

  /**
   * The id of the session, as `GET /auth/sessions` lists it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @ApiProperty({ format: 'uuid' })
  sessionId: string;
}
