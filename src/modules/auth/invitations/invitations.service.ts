import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { Accounts } from '../../users/index.js';
import { MailedLinks } from '../mail/mailed-links.js';
import { NewPassword } from '../password/new-password.js';
import { InvitationTold } from './invitation-told.js';
import type { InvitationAcceptance, InvitationView } from './invitations.dto.js';

/** From the link in an invitation to somebody who can sign in. Nobody is signed in by it. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly links: MailedLinks,
    private readonly passwords: NewPassword,
    private readonly accounts: Accounts,
    private readonly database: Database,
    private readonly told: InvitationTold,
  ) {}

  async check(token: string): Promise<InvitationView> {
    const { email, name } = await this.links.holder('invitation', token);
    return { email, name };
  }

  async accept({ token, password, firstName, lastName }: InvitationAcceptance): Promise<void> {
    const account = await this.links.holder('invitation', token);
    const owner = { ...account, name: [account.name, firstName, lastName].filter(Boolean).join(' ') };
    const setting = await this.passwords.prepare(password, owner, 'password');
    await this.links.actAsHolder(account);
    await this.database.write(async () => {
      await this.links.use('invitation', token, account);
      this.links.require(await this.passwords.set(account.id, { ...setting, provenEmail: account.email }));
      await this.accounts.nameThemselves(account.id, firstName, lastName);
      await this.told.accepted(account);
    });
  }
}
