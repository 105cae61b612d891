import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Unauthorized } from '../../../kernel/errors.js';
import { Accounts, type Person } from '../../users/index.js';
import type { LoginRequest } from '../auth.dto.js';
import { SessionStart } from '../login/session-start.js';
import { PasswordProof } from '../password/password-proof.js';
import { RefreshTokens, type Refreshed } from './refresh-tokens.js';

interface Proven {
  readonly person: Person;
  readonly strongerHash: string | undefined;
}

/** Signing in without a browser: the same proof and the same session as a login, with tokens instead of a cookie. */
@Injectable()
export class TokenSignIn {
  constructor(
    private readonly accounts: Accounts,
    private readonly proof: PasswordProof,
    private readonly start: SessionStart,
    private readonly refreshTokens: RefreshTokens,
  ) {}

  async signIn(body: LoginRequest, request: Request): Promise<Refreshed> {
    const { person, strongerHash } = await this.prove(body, request);
    return this.start.open({ person, request, kind: 'token', strongerHash }, (family) => this.refreshTokens.begin(family));
  }

  private async prove({ email, password }: LoginRequest, request: Request): Promise<Proven> {
    const account = await this.accounts.byEmail(email);
    const proven = await this.proof.of(account, { email, password }, request);
    const person = proven && account && (await this.proof.personOf(account));
    if (!person) throw new Unauthorized('wrong-login', 'The e-mail address or the password is wrong.');
    return { person, strongerHash: proven.isOutdated ? await this.proof.hash(password) : undefined };
  }
}
