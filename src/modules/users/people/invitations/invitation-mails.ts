import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../../kernel/actor.js';
import { Events } from '../../../../kernel/events.js';
import { SecurityLog } from '../../../../kernel/logs/security-log.js';
import { MailQueue } from '../../../../platform/mail/index.js';
import { AccountLinks } from '../../accounts/account-links.js';
import { UserTokens } from '../../accounts/user-tokens.js';
import { invitationMail } from './invitation-mail.js';
import type { UserView } from '../people.dto.js';
import { userInvited } from '../people.events.js';

/** Sends the link of an invitation and records a security event and a domain event. Joins the current unit of work. */
@Injectable()
export class InvitationMails {
  constructor(
    private readonly tokens: UserTokens,
    private readonly links: AccountLinks,
    private readonly mails: MailQueue,
    private readonly events: Events,
    private readonly security: SecurityLog,
  ) {}

  async send(actor: Actor, user: UserView): Promise<UserView> {
    const link = this.links.build('invitation', await this.tokens.issue(user.id, 'invitation', user.email, actor.name));
    await this.mails.send(invitationMail({ email: user.email, inviter: actor.name, link }));
    await this.security.record({
      event: 'user_invited',
      userId: user.id,
      email: user.email,
      description: `${user.email} was invited.`,
      details: { roles: user.roles.map(({ name }) => name) },
    });
    this.events.record(userInvited, user.id, { object: user, previous: {}, changedFields: [] });
    return user;
  }
}
