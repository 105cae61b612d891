import { Injectable } from '@nestjs/common';
import type { Permission } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { Reader } from '../../platform/database/index.js';
import { AccessCache } from './access-cache.js';
import {
  accessFactsOf,
  actorOfUser,
  permissionCatalogue,
  rolesGiving,
  type AccessFacts,
  type ActorRow,
} from './users.queries.js';

/** What is known of a person who asks, before it is said by which credential they came. */
export type Person = Omit<Actor, 'kind' | 'sessionId' | 'apiKeyId' | 'rateLimit'>;

/** Turns a user into the one who may: the union of what the roles allow, with the widest reach of any of them. */
@Injectable()
export class Actors {
  constructor(
    private readonly reader: Reader,
    private readonly cache: AccessCache,
  ) {}

  /** The active user; undefined where there is none. Read anew: callers keep it in the `AccessCache` with their own verdict. */
  async person(userId: string): Promise<Person | undefined> {
    const row = await this.reader.row<ActorRow>(actorOfUser(userId));
    return row && { ...row, permissions: new Set(row.permissions) };
  }

  /** The same for those in whose name something is done without their asking: at most a second old. */
  async known(userId: string): Promise<Person | undefined> {
    return (await this.cache.get(`person:${userId}`, async () => ({ person: await this.person(userId) })))?.person;
  }

  /** The roles from which it follows what a user may, read anew. */
  facts(userId: string): Promise<AccessFacts | undefined> {
    return this.reader.row<AccessFacts>(accessFactsOf(userId));
  }

  /** The names of the roles that give a permission. */
  async rolesGiving(permission: Permission): Promise<string[]> {
    return (await this.reader.rows<{ name: string }>(rolesGiving(permission))).map(({ name }) => name);
  }

  /** Every permission that there is. */
  async catalogue(): Promise<ReadonlySet<Permission>> {
    const known = await this.cache.get('permission-catalogue', async () => {
      const rows = await this.reader.rows<{ permission: Permission }>(permissionCatalogue());
      return new Set(rows.map(({ permission }) => permission));
    });
    return known ?? new Set();
  }
}
