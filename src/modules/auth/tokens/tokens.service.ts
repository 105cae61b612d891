import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { UnauthorizedError } from '../../../kernel/errors.js';
import type { LoginRequest } from '../auth.dto.js';
import { ACCESS_SECONDS, AccessTokens } from './access-tokens.js';
import { RefreshTokens, type Refreshed } from './refresh-tokens.js';
import { TokenSignIn } from './token-sign-in.js';
import type { RefreshRequest, TokenView } from './tokens.dto.js';

@Injectable()
export class TokensService {
  constructor(
    private readonly signIns: TokenSignIn,
    private readonly accessTokens: AccessTokens,
    private readonly refreshTokens: RefreshTokens,
  ) {}

  async issue(body: LoginRequest, request: Request): Promise<TokenView> {
    return this.pairOf(await this.signIns.signIn(body, request));
  }

  async refresh({ refreshToken }: RefreshRequest): Promise<TokenView> {
    const refreshed = await this.refreshTokens.rotate(refreshToken);
    if (refreshed === 'reused')
      throw new UnauthorizedError(
        'refresh-token-reused',
        'This refresh token was already used and may be stolen. The session was ended; sign in again.',
      );
    if (!refreshed)
      throw new UnauthorizedError(
        'invalid-refresh-token',
        'This refresh token is unknown, or its session has ended. Sign in again.',
      );
    return this.pairOf(refreshed);
  }

  revoke({ refreshToken }: RefreshRequest): Promise<void> {
    return this.refreshTokens.revoke(refreshToken);
  }

  private async pairOf({ refreshToken, expiresAt, ...owner }: Refreshed): Promise<TokenView> {
    const accessToken = await this.accessTokens.issue(owner);
    return {
      accessToken,
      tokenType: 'Bearer',
      expiresIn: ACCESS_SECONDS,
      refreshToken,
      refreshExpiresAt: expiresAt,
      sessionId: owner.sessionId,
    };
  }
}
