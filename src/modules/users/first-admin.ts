import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Config } from '../../platform/config/index.js';
import { ADVISORY_LOCKS, Database, Reader } from '../../platform/database/index.js';
import { Passwords } from './passwords.js';
import { Role } from './role.entity.js';
import { User } from './user.entity.js';

// Any number that every Kontor agrees on, other than the migrations'.

export interface NewAdmin {
  readonly email: string;
  /** Only where we made it up: shown this once and kept nowhere. */
  readonly password?: string;
}

/** The way into an empty database. */
@Injectable()
export class FirstAdmin {
  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    private readonly config: Config,
    private readonly passwords: Passwords,
  ) {}

  /** Makes the first user where there is none yet; of several processes that start at once, exactly one does. */
  async ensure(): Promise<NewAdmin | undefined> {
    if (await this.isInhabited()) return undefined;
    const email = (this.config.ADMIN_EMAIL ?? 'admin@kontor.local').toLowerCase();
    const password = this.config.ADMIN_PASSWORD ?? randomBytes(18).toString('base64url');
    const passwordHash = await this.passwords.hash(password);
    const isOurs = await this.database.write(async (em) => {
      await this.reader.rows(sql`select pg_advisory_xact_lock(${ADVISORY_LOCKS.firstAdmin})`);
      if (await this.isInhabited()) return false;
      const admin = em.create(User, { email, passwordHash, firstName: 'Admin', isActive: true });
      admin.roles.add(await em.findOneOrFail(Role, { name: 'admin' }));
      return true;
    });
    if (!isOurs) return undefined;
    return this.config.ADMIN_PASSWORD ? { email } : { email, password };
  }

  /** Deleted people count: an emptied user list must not open the house again. */
  private async isInhabited(): Promise<boolean> {
    return (await this.reader.row(sql`select 1 from users limit 1`)) !== undefined;
  }
}
