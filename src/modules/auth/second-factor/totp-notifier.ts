import { Injectable } from '@nestjs/common';
import { Events } from '../../../kernel/events.js';
import { SecurityLog } from '../../../kernel/logs/security-log.js';
import { Database } from '../../../platform/database/index.js';
import { AccessCache } from '../../users/index.js';
import { userTotpDisabled, userTotpEnabled } from '../auth.events.js';
import { AccountMail } from '../mail/account-mail.js';

interface Owner {
  readonly id: string;
  readonly email: string;
}

/** Records and mails changes of a second factor, in the unit of work of the change. */
@Injectable()
export class TotpNotifier {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly log: SecurityLog,
    private readonly mail: AccountMail,
    private readonly cache: AccessCache,
  ) {}

  async enabled({ id, email }: Owner): Promise<void> {
    this.events.record(userTotpEnabled, id, { byAdmin: false });
    await this.log.record({ event: 'totp_enabled', userId: id, email, description: 'A user set up a second factor.' });
    await this.mail.totpEnabled(email);
    this.database.afterCommit(() => this.cache.drop());
  }

  async disabled({ id, email }: Owner, byAdmin: boolean): Promise<void> {
    this.events.record(userTotpDisabled, id, { byAdmin });
    await this.log.record({
      event: 'totp_disabled',
      severity: 'warning',
      userId: id,
      email,
      description: byAdmin
        ? 'An administrator removed the second factor of a user.'
        : 'A user removed the second factor.',
    });
    await this.mail.totpDisabled(email);
    this.database.afterCommit(() => this.cache.drop());
  }
}
