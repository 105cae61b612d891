import { Injectable } from '@nestjs/common';
import { UnauthorizedError } from '../../../kernel/errors.js';
import { QueryRunner } from '../../../platform/database/index.js';
import {
  credentialByEmail,
  credentialById,
  credentialToReset,
  nameUser,
  noteLogin,
  setEmail,
  setPassword,
  setTotp,
  type CredentialRow,
  type PasswordSetting,
} from '../users.queries.js';

/** Reads and writes the credentials of users. */
@Injectable()
export class Accounts {
  constructor(private readonly queryRunner: QueryRunner) {}

  byEmail(email: string): Promise<CredentialRow | undefined> {
    return this.queryRunner.row<CredentialRow>(credentialByEmail(email));
  }

  byId(id: string): Promise<CredentialRow | undefined> {
    return this.queryRunner.row<CredentialRow>(credentialById(id));
  }

  /** Returns the account of a signed-in user. Rejects if the user is no longer active. */
  async requireById(id: string): Promise<CredentialRow> {
    const account = await this.byId(id);
    if (!account) throw new UnauthorizedError('invalid-credentials', 'This account is no longer active.');
    return account;
  }

  /** Records a login, and a stronger hash if the stored hash is weak. The version does not change. */
  async signedIn(id: string, strongerHash?: string): Promise<void> {
    await this.queryRunner.rows(noteLogin(id, strongerHash));
  }

  /** Returns the account if the user can receive a link to set a password. */
  toReset(email: string): Promise<CredentialRow | undefined> {
    return this.queryRunner.row<CredentialRow>(credentialToReset(email));
  }

  /** Returns whether the password was set. Call inside the unit of work of the password change. */
  async setPassword(id: string, password: PasswordSetting): Promise<boolean> {
    return (await this.queryRunner.row(setPassword(id, password))) !== undefined;
  }

  async nameThemselves(id: string, firstName: string | undefined, lastName: string | undefined): Promise<void> {
    if (firstName !== undefined || lastName !== undefined)
      await this.queryRunner.rows(nameUser(id, firstName, lastName));
  }

  /** Sets a verified address. Returns the previous address, or undefined if the user is not active. */
  async setEmail(id: string, email: string): Promise<string | undefined> {
    return (await this.queryRunner.row<{ previous: string }>(setEmail(id, email)))?.previous;
  }

  /** Enables or disables the second factor. Returns false if the state does not change. */
  async setTotp(id: string, isOn: boolean): Promise<boolean> {
    return (await this.queryRunner.row(setTotp(id, isOn))) !== undefined;
  }
}
