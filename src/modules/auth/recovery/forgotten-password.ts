import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel/entity.js';
import { Database } from '../../../platform/database/index.js';
import { Jobs, Worker, type JobWorker, type LeasedJob, type JobOutcome } from '../../../platform/jobs/index.js';
import { Accounts, UserTokens } from '../../users/index.js';
import { AccountMail } from '../mail/account-mail.js';
import { MailThrottle } from '../mail/mail-throttle.js';
import type { PasswordForgottenView } from './recovery.dto.js';

const FORGOTTEN = 'auth.password-forgotten';
const MESSAGE = 'If there is an account with this address, a mail with a link is on its way.';

/**
 * Queues a password reset. A worker looks up the account, so that neither response nor response time shows whether the
 * account exists.
 */
@Injectable()
export class ForgottenPassword {
  constructor(
    private readonly jobs: Jobs,
    private readonly throttle: MailThrottle,
  ) {}

  async note(email: string, address: string): Promise<PasswordForgottenView> {
    await this.throttle.countAddress(address);
    await this.jobs.enqueue([
      { kind: FORGOTTEN, refId: newId(), group: 'mail:forgotten', priority: 0, payload: { email } },
    ]);
    return { message: MESSAGE };
  }
}

/** Sends the reset link if the account exists. */
@Worker()
@Injectable()
export class ForgottenPasswordWorker implements JobWorker {
  readonly kind = FORGOTTEN;
  readonly leaseSeconds = 30;
  readonly concurrency = 2;
  readonly maxClaims = 5;

  constructor(
    private readonly accounts: Accounts,
    private readonly throttle: MailThrottle,
    private readonly tokens: UserTokens,
    private readonly mail: AccountMail,
    private readonly database: Database,
  ) {}

  async work({ payload }: LeasedJob): Promise<JobOutcome> {
    const account = await this.accounts.toReset((payload as { email: string }).email);
    // Over the limit, no e-mail is sent: an earlier e-mail contains a valid link.
    if (account && (await this.throttle.allows(account.email))) {
      await this.database.write(async () => {
        const token = await this.tokens.issue(account.id, 'password_reset', account.email);
        await this.mail.resetPassword(account.email, token);
      });
    }
    return { status: 'done', result: undefined };
  }
}
