import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { MailedLinks } from '../mail/mailed-links.js';
import { NewPassword } from '../password/new-password.js';
import type { PasswordReset } from './recovery.dto.js';

/** Resets a password by a link and ends all sessions of the user. */
@Injectable()
export class PasswordResetService {
  constructor(
    private readonly links: MailedLinks,
    private readonly passwords: NewPassword,
    private readonly database: Database,
  ) {}

  async reset({ token, newPassword }: PasswordReset): Promise<void> {
    const account = await this.links.accountOf('password_reset', token);
    const setting = await this.passwords.prepare(newPassword, account, 'newPassword');
    await this.links.actAsAccount(account);
    await this.database.write(async () => {
      await this.links.use('password_reset', token, account);
      this.links.require(await this.passwords.reset(account, setting));
    });
  }
}
