import { Injectable } from '@nestjs/common';
import { Conflict } from '../../../kernel/errors.js';
import { Database, violatedUnique } from '../../../platform/database/index.js';
import { AccessCache, Accounts } from '../../users/index.js';
import { MailedLinks } from '../mail/mailed-links.js';
import { EmailTold } from './email-told.js';

/** An address that was proven by opening the link that went to it. */
@Injectable()
export class EmailProof {
  constructor(
    private readonly database: Database,
    private readonly accounts: Accounts,
    private readonly links: MailedLinks,
    private readonly told: EmailTold,
    private readonly cache: AccessCache,
  ) {}

  async verify(token: string): Promise<void> {
    const { account, email } = await this.links.newAddress(token);
    await this.links.actAsHolder(account);
    try {
      await this.database.write(async () => {
        await this.links.use('email_verification', token, { id: account.id, email });
        const previous = await this.accounts.setEmail(account.id, email);
        this.links.require(previous !== undefined);
        if (previous !== email) await this.told.changed(account.id, email, previous);
        this.database.afterCommit(() => this.cache.drop());
      });
    } catch (error) {
      if (violatedUnique(error) === 'users_email_key')
        throw new Conflict('email-taken', 'Somebody else has this e-mail address.');
      throw error;
    }
  }
}
