import { Injectable } from '@nestjs/common';
import { sql, type RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/errors.js';
import type { Page } from '../../../kernel/page.js';
import { QueryRunner } from '../../../platform/database/index.js';
import {
  defineRecordFields,
  field,
  parseSort,
  RecordLists,
  type Fields,
  type RecordSource,
} from '../../../platform/query/index.js';
import type { PermissionCatalogueView, PermissionView, RoleQuery, RoleView } from './roles.dto.js';

const fields = {
  id: field.uuid('r.id'),
  name: field.text('r.name', { sort: { expression: sql`lower(r.name)` } }),
  isSystem: field.boolean('r.is_system'),
  createdAt: field.timestamp('r.created_at', { sort: true }),
} satisfies Fields;
defineRecordFields('roles', fields);

const permissions = sql`array(select p.resource || ':' || p.action from role_permissions rp join permissions p
  on p.id = rp.permission_id where rp.role_id = r.id order by 1)`;
const columns: Record<keyof RoleView, RawBuilder<unknown>> = {
  id: sql.ref('r.id'),
  name: sql.ref('r.name'),
  description: sql.ref('r.description'),
  recordAccess: sql.ref('r.record_access'),
  permissions,
  requiresTotp: sql.ref('r.requires_totp'),
  isSystem: sql.ref('r.is_system'),
  createdAt: sql.ref('r.created_at'),
  updatedAt: sql.ref('r.updated_at'),
  version: sql.ref('r.version'),
};
const selected = sql.join(Object.entries(columns).map(([name, column]) => sql`${column} as ${sql.id(name)}`));
const source: RecordSource = {
  resource: 'roles',
  from: sql`roles r`,
  id: sql.ref('r.id'),
  fields,
  columns,
  live: sql`true`,
};

/** Reads of roles and permissions. */
@Injectable()
export class RolesQueries {
  constructor(
    private readonly queryRunner: QueryRunner,
    private readonly lists: RecordLists,
  ) {}

  list(actor: Actor, { limit = 25, cursor, count = 'none', sort }: RoleQuery): Promise<Page<RoleView>> {
    return this.lists.page<RoleView>(source, {
      where: [],
      limit,
      count,
      sort: parseSort(sort, fields, ['name']),
      context: { userId: actor.userId, now: new Date() },
      ...(cursor && { cursor }),
    });
  }

  async get(id: string): Promise<RoleView> {
    const [role] = await this.byIds([id]);
    if (!role) throw notFound('role');
    return role;
  }

  byIds(ids: readonly string[]): Promise<RoleView[]> {
    return this.queryRunner.rows<RoleView>(
      sql`select ${selected} from roles r where r.id = any(${[...ids]}::uuid[]) order by r.name`,
    );
  }

  /** Returns the roles, locked until the unit of work ends. Concurrent changes of these roles wait. */
  async lockedByIds(ids: readonly string[]): Promise<RoleView[]> {
    await this.queryRunner.rows(sql`select id from roles where id = any(${[...ids]}::uuid[]) order by id for share`);
    return this.byIds(ids);
  }

  async permissions(): Promise<PermissionCatalogueView> {
    return {
      data: await this.queryRunner.rows<PermissionView>(
        sql`select resource || ':' || action as name, resource, action, coalesce(description, '') as description
          from permissions order by 1`,
      ),
    };
  }

  /** Counts the users with the role, including deleted users. */
  async members(id: string): Promise<number> {
    const row = await this.queryRunner.row<{ count: number }>(
      sql`select count(*)::int as count from user_roles where role_id = ${id}::uuid`,
    );
    return row?.count ?? 0;
  }
}
