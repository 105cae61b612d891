import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { SecurityLog } from '../../../kernel/logs/security-log.js';
import { TOKEN_HOURS, UserTokens, type TokenPurpose } from '../accounts/user-tokens.js';
import type { UserView } from './people.dto.js';
import { userUpdated } from './people.events.js';
import { UserUpdater } from './user-updater.js';

/**
 * Changes the sign-in address of a user. Mails to the address can reset the password, so users with more permissions
 * are rejected.
 */
@Injectable()
export class UserEmail {
  constructor(
    private readonly updater: UserUpdater,
    private readonly tokens: UserTokens,
    private readonly security: SecurityLog,
  ) {}

  change(actor: Actor, id: string, email: string, version?: number): Promise<UserView> {
    return this.updater.run(
      actor,
      id,
      userUpdated,
      async (user, before) => {
        if (email === before.email) return;
        Object.assign(user, { email, emailVerifiedAt: null });
        // Links in the old mailbox must no longer open this account.
        for (const purpose of Object.keys(TOKEN_HOURS) as TokenPurpose[]) await this.tokens.withdraw(id, purpose);
        await this.security.record({
          event: 'email_changed',
          severity: 'warning',
          userId: id,
          email,
          description: `The e-mail address of ${before.email} was changed to ${email}.`,
          details: { from: before.email, to: email },
        });
      },
      { version, patch: { email } },
    );
  }
}
