import { Injectable } from '@nestjs/common';
import { Unauthorized } from '../../kernel/errors.js';
import { Reader } from '../../platform/database/index.js';
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
} from './users.queries.js';

/** How people prove who they are: the one door to the password column. */
@Injectable()
export class Accounts {
  constructor(private readonly reader: Reader) {}

  byEmail(email: string): Promise<CredentialRow | undefined> {
    return this.reader.row<CredentialRow>(credentialByEmail(email));
  }

  byId(id: string): Promise<CredentialRow | undefined> {
    return this.reader.row<CredentialRow>(credentialById(id));
  }

  /** For somebody who is signed in: the account that they come with. */
  async requireById(id: string): Promise<CredentialRow> {
    const account = await this.byId(id);
    if (!account) throw new Unauthorized('invalid-credentials', 'This account is not active any more.');
    return account;
  }

  /** Notes a login, and the stronger hash where the stored one had become weak. Not an edit: the version stays. */
  async signedIn(id: string, strongerHash?: string): Promise<void> {
    await this.reader.rows(noteLogin(id, strongerHash));
  }

  /** Somebody who may be sent a link to set their password. */
  toReset(email: string): Promise<CredentialRow | undefined> {
    return this.reader.row<CredentialRow>(credentialToReset(email));
  }

  /** Says whether there was somebody to set it for. In the unit of work of whatever it is for. */
  async setPassword(id: string, password: PasswordSetting): Promise<boolean> {
    return (await this.reader.row(setPassword(id, password))) !== undefined;
  }

  async nameThemselves(id: string, firstName: string | undefined, lastName: string | undefined): Promise<void> {
    if (firstName !== undefined || lastName !== undefined) await this.reader.rows(nameUser(id, firstName, lastName));
  }

  /** The address that holds from now on, proven; gives the one before, or undefined where the user may not come in. */
  async setEmail(id: string, email: string): Promise<string | undefined> {
    return (await this.reader.row<{ previous: string }>(setEmail(id, email)))?.previous;
  }

  /** Turns the second factor on or off; false where it already was. */
  async setTotp(id: string, isOn: boolean): Promise<boolean> {
    return (await this.reader.row(setTotp(id, isOn))) !== undefined;
  }
}
