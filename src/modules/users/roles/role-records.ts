import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { EntityManager } from '@mikro-orm/postgresql';
import { changeBetween } from '../../../kernel/change.js';
import { ConflictError } from '../../../kernel/errors.js';
import { Events, type EventType } from '../../../kernel/events.js';
import { SecurityLog } from '../../../kernel/logs/security-log.js';
import { Database, QueryRunner, violatedUnique } from '../../../platform/database/index.js';
import { AccessCache } from '../access/access-cache.js';
import type { RoleView } from './roles.dto.js';
import type { RoleChange } from './roles.events.js';

/** Writes roles and permissions, and records events of changes. */
@Injectable()
export class RoleRecords {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly events: Events,
    private readonly security: SecurityLog,
    private readonly cache: AccessCache,
  ) {}

  async write<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.database.write(work);
    } catch (error) {
      if (violatedUnique(error) === 'roles_name_key')
        throw new ConflictError('role-name-taken', 'Another role already has this name.');
      throw error;
    }
  }

  async setPermissions(id: string, names: readonly string[]): Promise<void> {
    const permissionIds = sql`select p.id from permissions p where p.resource || ':' || p.action = any(${[...names]}::text[])`;
    await this.queryRunner.rows(
      sql`delete from role_permissions where role_id = ${id}::uuid and permission_id not in (${permissionIds})`,
    );
    await this.queryRunner.rows(
      sql`insert into role_permissions (role_id, permission_id) select ${id}::uuid, w.id from (${permissionIds}) w
        on conflict do nothing`,
    );
  }

  async recordChange(event: EventType<RoleChange>, before: RoleView, after: RoleView): Promise<void> {
    const change = changeBetween(before, after);
    this.events.record(event, after.id, change);
    await this.security.record({
      event: 'role_changed',
      severity: 'warning',
      description: `The role ${after.name}: ${event.description}`,
      details: {
        roleId: after.id,
        event: event.type,
        previous: change.previous,
        permissions: after.permissions,
        recordAccess: after.recordAccess,
      },
    });
    this.database.afterCommit(() => this.cache.drop());
  }
}
