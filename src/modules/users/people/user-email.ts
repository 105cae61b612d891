import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { SecurityLog } from '../../../kernel/security-log.js';
import { Granting } from '../roles/granting.js';
import { TOKEN_HOURS, UserTokens, type TokenPurpose } from '../user-tokens.js';
import type { UserView } from './people.dto.js';
import { userUpdated } from './people.events.js';
import { UserChanges } from './user-changes.js';

/** Gives somebody another address to sign in with. Who has the mailbox can set the password, so it is never done to somebody who may more. */
@Injectable()
export class UserEmail {
  constructor(
    private readonly changes: UserChanges,
    private readonly granting: Granting,
    private readonly tokens: UserTokens,
    private readonly security: SecurityLog,
  ) {}

  change(actor: Actor, id: string, email: string, version?: number): Promise<UserView> {
    return this.changes.run(
      id,
      userUpdated,
      async (user, before) => {
        if (email === before.email) return;
        await this.granting.requireHeld(
          actor,
          before.roles.map((role) => role.id),
        );
        Object.assign(user, { email, emailVerifiedAt: null });
        // Links that went to the old mailbox must not open this account any more.
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
      { version, wanted: { email } },
    );
  }
}
