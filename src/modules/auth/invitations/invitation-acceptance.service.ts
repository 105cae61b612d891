import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { Accounts } from '../../users/index.js';
import { MailedLinks } from '../mail/mailed-links.js';
import { NewPassword } from '../password/new-password.js';
import { InvitationNotifier } from './invitation-notifier.js';
import type { InvitationAcceptance, InvitationView } from './invitations.dto.js';

/** Accepts invitations by the token of a link. Does not sign in the user. */
@Injectable()
export class InvitationAcceptanceService {
  constructor(
    private readonly links: MailedLinks,
    private readonly passwords: NewPassword,
    private readonly accounts: Accounts,
    private readonly database: Database,
    private readonly notifier: InvitationNotifier,
  ) {}

  async check(token: string): Promise<InvitationView> {
    const { email, name } = await this.links.accountOf('invitation', token);
    return { email, name, invitedBy: await this.links.inviter(token) };
  }

  async accept({ token, password, firstName, lastName }: InvitationAcceptance): Promise<void> {
    const account = await this.links.accountOf('invitation', token);
    const owner = { ...account, name: [account.name, firstName, lastName].filter(Boolean).join(' ') };
    const setting = await this.passwords.prepare(password, owner, 'password');
    await this.links.actAsAccount(account);
    await this.database.write(async () => {
      await this.links.use('invitation', token, account);
      this.links.require(await this.passwords.set(account.id, { ...setting, provenEmail: account.email }));
      await this.accounts.nameThemselves(account.id, firstName, lastName);
      await this.notifier.accepted(account);
    });
  }
}
