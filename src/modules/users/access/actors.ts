import { Injectable } from '@nestjs/common';
import type { Permission } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { QueryRunner } from '../../../platform/database/index.js';
import { AccessCache } from './access-cache.js';
import {
  accessFactsOf,
  actorOfUser,
  permissionCatalogue,
  rolesGiving,
  type AccessFacts,
  type ActorRow,
} from '../users.queries.js';

/** Actor of a user, without the credential of the request. */
export type KnownUser = Omit<Actor, 'kind' | 'sessionId' | 'apiKeyId' | 'rateLimit'>;

/** Builds actors from users: the permissions of all roles together, with the widest access scope. */
@Injectable()
export class Actors {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly cache: AccessCache,
  ) {}

  /**
   * Returns the active user, or undefined, without the cache. Callers cache the user in the `AccessCache` with their
   * own result.
   */
  async person(userId: string): Promise<KnownUser | undefined> {
    const row = await this.queryRunner.row<ActorRow>(actorOfUser(userId));
    return row && { ...row, permissions: new Set(row.permissions) };
  }

  /** Returns the active user for work outside a request of that user. The result is at most one second old. */
  async known(userId: string): Promise<KnownUser | undefined> {
    return (await this.cache.get(`person:${userId}`, async () => ({ person: await this.person(userId) })))?.person;
  }

  /** Returns the roles that explain the permissions of a user, without the cache. */
  facts(userId: string): Promise<AccessFacts | undefined> {
    return this.queryRunner.row<AccessFacts>(accessFactsOf(userId));
  }

  /** Returns the names of the roles with a permission. */
  async rolesGiving(permission: Permission): Promise<string[]> {
    return (await this.queryRunner.rows<{ name: string }>(rolesGiving(permission))).map(({ name }) => name);
  }

  async catalogue(): Promise<ReadonlySet<Permission>> {
    const known = await this.cache.get('permission-catalogue', async () => {
      const rows = await this.queryRunner.rows<{ permission: Permission }>(permissionCatalogue());
      return new Set(rows.map(({ permission }) => permission));
    });
    return known ?? new Set();
  }
}
