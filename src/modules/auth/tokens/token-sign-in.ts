import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Unauthorized } from '../../../kernel/errors.js';
import { Actors } from '../../users/index.js';
import type { LoginRequest } from '../auth.dto.js';
import { SessionStart } from '../login/session-start.js';
import { SignInProof } from '../login/sign-in-proof.js';
import { RefreshTokens, type Refreshed } from './refresh-tokens.js';

/** Signing in without a browser: the same proof and the same session as a login, with tokens instead of a cookie. */
@Injectable()
export class TokenSignIn {
  constructor(
    private readonly proof: SignInProof,
    private readonly actors: Actors,
    private readonly start: SessionStart,
    private readonly refreshTokens: RefreshTokens,
  ) {}

  async signIn(claim: LoginRequest, request: Request): Promise<Refreshed> {
    const { account, strongerHash } = await this.proof.signIn(claim, request);
    const person = await this.actors.person(account.id);
    // Deactivated between the two looks.
    if (!person) throw new Unauthorized('wrong-login', 'The e-mail address or the password is wrong.');
    return this.start.open({ person, request, kind: 'token', strongerHash }, (family) =>
      this.refreshTokens.begin(family),
    );
  }
}
