import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { UnauthorizedError } from '../../../kernel/errors.js';
import { Actors } from '../../users/index.js';
import type { LoginRequest } from '../auth.dto.js';
import { SessionStart } from '../login/session-start.js';
import { CredentialVerifier } from '../login/credential-verifier.js';
import { RefreshTokens, type Refreshed } from './refresh-tokens.js';

/** Sign-in without a cookie: the same checks and session as a login, with tokens instead of a cookie. */
@Injectable()
export class TokenSignIn {
  constructor(
    private readonly verifier: CredentialVerifier,
    private readonly actors: Actors,
    private readonly start: SessionStart,
    private readonly refreshTokens: RefreshTokens,
  ) {}

  async signIn(claim: LoginRequest, request: Request): Promise<Refreshed> {
    const { account, strongerHash } = await this.verifier.signIn(claim, request);
    const person = await this.actors.person(account.id);
    // The user was deactivated after the password check.
    if (!person) throw new UnauthorizedError('wrong-login', 'The e-mail address or the password is wrong.');
    return this.start.open({ person, request, kind: 'token', strongerHash }, (family) =>
      this.refreshTokens.begin(family),
    );
  }
}
