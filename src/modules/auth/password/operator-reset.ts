import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Database, QueryRunner } from '../../../platform/database/index.js';
import { Accounts } from '../../users/index.js';
import { NewPassword } from './new-password.js';

/** Resets a password by a command on the server, for installations that cannot send e-mail. */
@Injectable()
export class OperatorReset {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: NewPassword,
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
  ) {}

  /**
   * Sets a random password and ends all sessions of the user. Returns the password; undefined if no active user has the
   * address.
   */
  async reset(email: string): Promise<string | undefined> {
    const account = await this.accounts.byEmail(email.trim().toLowerCase());
    if (!account) return undefined;
    const password = randomBytes(18).toString('base64url');
    const setting = await this.passwords.prepare(password, account, 'password');
    const isSet = await this.database.write(() => this.passwords.resetByOperator(account, setting));
    return isSet ? password : undefined;
  }

  /** Returns the addresses of up to ten active admins, for an operator who has forgotten the address. */
  async adminAddresses(): Promise<string[]> {
    const rows = await this.queryRunner.rows<{ email: string }>(sql`
      select u.email from users u join user_roles ur on ur.user_id = u.id join roles r on r.id = ur.role_id
      where r.name = 'admin' and u.is_active and u.deleted_at is null order by u.email limit 10`);
    return rows.map(({ email }) => email);
  }
}
