import { Injectable } from '@nestjs/common';
import { FRESH_FOR_MS } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { invalidAt, Unauthorized, type Invalid } from '../../../kernel/errors.js';
import { Reader } from '../../../platform/database/index.js';
import { AccessCache, Accounts } from '../../users/index.js';
import type { StepUp, StepUpView } from '../auth.dto.js';
import type { BrowserVisit } from '../browser/visit.js';
import { requireSession } from '../me.js';
import { proveSession } from '../sessions/sessions.queries.js';
import { SignInProof } from './sign-in-proof.js';

/** A fresh proof in a session that is open already: what is dangerous asks for it. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly accounts: Accounts,
    private readonly proof: SignInProof,
    private readonly reader: Reader,
    private readonly cache: AccessCache,
  ) {}

  async prove(actor: Actor, claim: StepUp, { request }: BrowserVisit): Promise<StepUpView> {
    const sessionId = requireSession(actor);
    const account = await this.accounts.requireById(actor.userId);
    await this.proof.signIn({ ...claim, email: account.email }, request).catch((error: unknown) => {
      throw inBody(error);
    });
    const freshUntil = new Date(Date.now() + FRESH_FOR_MS).toISOString();
    await this.reader.rows(proveSession(sessionId));
    this.cache.drop();
    return { freshUntil };
  }
}

const MISTAKES: Readonly<Record<string, Invalid>> = {
  'wrong-login': invalidAt('#/password', 'wrong-password', 'password is not your password'),
  'totp-required': invalidAt(
    '#/code',
    'totp-required',
    'code or recoveryCode is needed: this account has a second factor',
  ),
  'wrong-code': invalidAt('#/code', 'wrong-code', 'the code is wrong, was used already, or is over'),
};

/** Whoever is signed in did not come without a credential: a client must not take a typing mistake for the end of the session. */
export const inBody = (error: unknown): unknown =>
  error instanceof Unauthorized ? (MISTAKES[error.code] ?? error) : error;
