import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { Config, ConfigError } from '../../../platform/config/index.js';
import { ADVISORY_LOCKS, Database, QueryRunner } from '../../../platform/database/index.js';
import { Passwords } from '../passwords/passwords.js';
import { passwordMistake } from '../passwords/password-rules.js';
import { Role } from '../roles/role.entity.js';
import { User } from '../user.entity.js';

export interface NewAdmin {
  readonly email: string;
  /** Generated password, shown once and not stored; absent if `ADMIN_PASSWORD` is set. */
  readonly password?: string;
}

/** Creates the first user of an empty database. */
@Injectable()
export class FirstAdmin {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly config: Config,
    private readonly passwords: Passwords,
  ) {}

  /**
   * Creates the first user if there is no user. Of several processes that start together, only one creates the user.
   */
  async ensure(): Promise<NewAdmin | undefined> {
    if (await this.hasUsers()) return undefined;
    const email = (this.config.ADMIN_EMAIL ?? 'admin@kontor.local').toLowerCase();
    const password = this.config.ADMIN_PASSWORD ?? randomBytes(18).toString('base64url');
    await requireAcceptedPassword(password, email);
    const passwordHash = await this.passwords.hash(password);
    const isCreated = await this.database.write(async (em) => {
      await this.queryRunner.rows(sql`select pg_advisory_xact_lock(${ADVISORY_LOCKS.firstAdmin})`);
      if (await this.hasUsers()) return false;
      const admin = em.create(User, { email, passwordHash, firstName: 'Admin', isActive: true });
      admin.roles.add(await em.findOneOrFail(Role, { name: 'admin' }));
      return true;
    });
    if (!isCreated) return undefined;
    return this.config.ADMIN_PASSWORD ? { email } : { email, password };
  }

  /** Counts deleted users too. Otherwise, deleting all users would create a new administrator. */
  private async hasUsers(): Promise<boolean> {
    return (await this.queryRunner.row(sql`select 1 from users limit 1`)) !== undefined;
  }
}

/** Checks the password with the rules for all users. */
async function requireAcceptedPassword(password: string, email: string): Promise<void> {
  const mistake = await passwordMistake(password, { email, name: 'Admin', hasTotp: false, company: null });
  if (mistake) throw new ConfigError(`Configuration: ADMIN_PASSWORD ${mistake.detail}.`);
}
