import { Injectable } from '@nestjs/common';
import { ConflictError } from '../../../kernel/errors.js';
import { Database, violatedUnique } from '../../../platform/database/index.js';
import { AccessCache, Accounts } from '../../users/index.js';
import { MailedLinks } from '../mail/mailed-links.js';
import { EmailNotifier } from './email-notifier.js';

/** Sets an address as the verified address of the user, by the token of a link that was sent to this address. */
@Injectable()
export class EmailVerifier {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly links: MailedLinks,
    private readonly notifier: EmailNotifier,
    private readonly cache: AccessCache,
  ) {}

  async verify(token: string): Promise<void> {
    const { account, email } = await this.links.newAddress(token);
    await this.links.actAsAccount(account);
    try {
      await this.database.write(async () => {
        await this.links.use('email_verification', token, { id: account.id, email });
        const previous = await this.accounts.setEmail(account.id, email);
        this.links.require(previous !== undefined);
        if (previous !== email) await this.notifier.changed(account.id, email, previous);
        this.database.afterCommit(() => this.cache.drop());
      });
    } catch (error) {
      if (violatedUnique(error) === 'users_email_key')
        throw new ConflictError('email-taken', 'Another user has this e-mail address.');
      throw error;
    }
  }
}
