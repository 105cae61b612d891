import { Injectable } from '@nestjs/common';
import { Database, Reader } from '../../platform/database/index.js';
import { User } from './user.entity.js';
import { credentialByEmail, credentialById, type CredentialRow } from './users.queries.js';

/** How people prove who they are: the one door to the password column. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
  ) {}

  byEmail(email: string): Promise<CredentialRow | undefined> {
    return this.reader.row<CredentialRow>(credentialByEmail(email));
  }

  byId(id: string): Promise<CredentialRow | undefined> {
    return this.reader.row<CredentialRow>(credentialById(id));
  }

  /** Notes a login, and the stronger hash where the stored one had become weak. Not an edit: the version stays. */
  async signedIn(id: string, strongerHash?: string): Promise<void> {
    await this.database.write((em) => em.nativeUpdate(User, { id }, { lastLoginAt: new Date(), ...(strongerHash ? { passwordHash: strongerHash } : {}) }));
  }

  async changePassword(id: string, passwordHash: string): Promise<void> {
    await this.database.write((em) => em.nativeUpdate(User, { id }, { passwordHash, updatedAt: new Date() }));
  }
}
