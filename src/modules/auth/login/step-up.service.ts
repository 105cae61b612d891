import { Injectable } from '@nestjs/common';
import { RECENT_AUTH_MS } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { invalidAt, UnauthorizedError, type UnprocessableError } from '../../../kernel/errors.js';
import { QueryRunner } from '../../../platform/database/index.js';
import { AccessCache, Accounts } from '../../users/index.js';
import type { StepUp, StepUpView } from '../auth.dto.js';
import type { HttpContext } from '../browser/http-context.js';
import { requireSession } from '../me.js';
import { recordAuthentication } from '../sessions/sessions.queries.js';
import { CredentialVerifier } from './credential-verifier.js';

/** Checks password and second factor again in an active session, for operations that need recent authentication. */
@Injectable()
export class StepUpService {
  constructor(
    private readonly accounts: Accounts,
    private readonly verifier: CredentialVerifier,
    private readonly queryRunner: QueryRunner,
    private readonly cache: AccessCache,
  ) {}

  async confirm(actor: Actor, claim: StepUp, { request }: HttpContext): Promise<StepUpView> {
    const sessionId = requireSession(actor);
    const account = await this.accounts.requireById(actor.userId);
    await this.verifier.signIn({ ...claim, email: account.email }, request).catch((error: unknown) => {
      throw inBody(error);
    });
    const freshUntil = new Date(Date.now() + RECENT_AUTH_MS).toISOString();
    await this.queryRunner.rows(recordAuthentication(sessionId));
    this.cache.drop();
    return { freshUntil };
  }
}

const MISTAKES: Readonly<Record<string, UnprocessableError>> = {
  'wrong-login': invalidAt('#/password', 'wrong-password', 'password is wrong'),
  'totp-required': invalidAt(
    '#/code',
    'totp-required',
    'code or recoveryCode is required: this account has a second factor',
  ),
  'wrong-code': invalidAt('#/code', 'wrong-code', 'the code is wrong, already used, or expired'),
};

/** Converts a 401 to a 422. Otherwise a client would take a wrong password or code for the end of the session. */
export const inBody = (error: unknown): unknown =>
  error instanceof UnauthorizedError ? (MISTAKES[error.code] ?? error) : error;
