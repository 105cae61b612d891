import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { hasRecentAuth } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { invalidAt, UnauthorizedError, type UnprocessableError } from '../../../kernel/errors.js';
import { Database } from '../../../platform/database/index.js';
import { Accounts, type CredentialRow } from '../../users/index.js';
import type { PasswordChange } from '../auth.dto.js';
import type { HttpContext } from '../browser/http-context.js';
import { CredentialVerifier } from '../login/credential-verifier.js';
import { inBody } from '../login/step-up.service.js';
import { requireSession } from '../me.js';
import { NewPassword } from './new-password.js';

/** Changes the password of the caller and ends all other sessions: another person may know the old password. */
@Injectable()
export class PasswordChangeService {
  constructor(
    private readonly verifier: CredentialVerifier,
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly passwords: NewPassword,
  ) {}

  async change(actor: Actor, input: PasswordChange, { request }: HttpContext): Promise<void> {
    const sessionId = requireSession(actor);
    const account = await this.accounts.requireById(actor.userId);
    await this.requireCredentials(actor, account, input, request);
    const setting = await this.passwords.prepare(input.newPassword, account, 'newPassword');
    await this.database.write(() => this.passwords.change(account, setting, sessionId));
  }

  /** Checks the password, and the second factor if the session has no recent authentication. */
  private async requireCredentials(
    actor: Actor,
    account: CredentialRow,
    { currentPassword: password, code, recoveryCode }: PasswordChange,
    request: Request,
  ): Promise<void> {
    if (account.totpEnabledAt === null || hasRecentAuth(actor)) {
      if (await this.verifier.knowsPassword(account, password, request)) return;
      throw wrongPassword();
    }
    await this.verifier
      .signIn({ email: account.email, password, code, recoveryCode }, request)
      .catch((error: unknown) => {
        throw error instanceof UnauthorizedError && error.code === 'wrong-login' ? wrongPassword() : inBody(error);
      });
  }
}

const wrongPassword = (): UnprocessableError =>
  invalidAt('#/currentPassword', 'wrong-password', 'currentPassword is wrong');
