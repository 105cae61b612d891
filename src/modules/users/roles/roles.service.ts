import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import type { Actor } from '../../../kernel/actor.js';
import { changeBetween, requireVersion } from '../../../kernel/change.js';
import { newId } from '../../../kernel/entity.js';
import { Conflict, notFound } from '../../../kernel/errors.js';
import { Role } from '../role.entity.js';
import { Granting } from './granting.js';
import { RoleRecords } from './role-records.js';
import type { RoleCreate, RoleUpdate, RoleView } from './roles.dto.js';
import { roleCreated, roleDeleted, roleUpdated } from './roles.events.js';
import { RolesQueries } from './roles.queries.js';

/** What can be done with roles. */
@Injectable()
export class RolesService {
  constructor(
    private readonly queries: RolesQueries,
    private readonly granting: Granting,
    private readonly records: RoleRecords,
  ) {}

  create(actor: Actor, { permissions = [], ...wanted }: RoleCreate): Promise<RoleView> {
    return this.records.write(async (em) => {
      await this.granting.checkNames(permissions);
      this.granting.check(actor, { permissions, ...wanted });
      const role = em.create(Role, { id: newId(), ...wanted });
      await em.flush();
      await this.records.setPermissions(role.id, permissions);
      const view = await this.queries.get(role.id);
      await this.records.tell(roleCreated, view, view);
      return view;
    });
  }

  update(actor: Actor, id: string, wanted: RoleUpdate, version?: number): Promise<RoleView> {
    return this.records.write(async (em) => {
      const role = await em.findOne(Role, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!role) throw notFound('role');
      const before = await this.queries.get(id);
      requireVersion(before, version, wanted);
      await this.check(actor, before, wanted);
      const { permissions, ...plain } = wanted;
      Object.assign(role, Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)));
      // So that the version moves with the permissions too, which lie in another table.
      if (permissions && !sameNames(permissions, before.permissions)) role.updatedAt = new Date();
      await em.flush();
      if (permissions) await this.records.setPermissions(id, permissions);
      const after = await this.queries.get(id);
      if (changeBetween(before, after).changedFields.length > 0) await this.records.tell(roleUpdated, before, after);
      return after;
    });
  }

  remove(id: string, version?: number): Promise<void> {
    return this.records.write(async (em) => {
      const role = await em.findOne(Role, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!role) throw notFound('role');
      const before = await this.queries.get(id);
      requireVersion(before, version);
      if (role.isSystem) throw systemRole();
      const holders = await this.queries.holders(id);
      if (holders > 0)
        throw new Conflict('role-in-use', 'Users have this role, deleted ones counted: give them others first.', {
          members: { users: holders },
        });
      await em.nativeDelete(Role, { id });
      await this.records.tell(roleDeleted, before, before);
    });
  }

  private async check(actor: Actor, before: RoleView, wanted: RoleUpdate): Promise<void> {
    const { requiresTotp, ...rest } = wanted;
    if (
      before.isSystem &&
      Object.entries(rest).some(([field, value]) => value !== undefined && !isSame(before, field, value))
    )
      throw systemRole();
    await this.granting.checkNames(wanted.permissions ?? []);
    this.granting.check(actor, {
      permissions: (wanted.permissions ?? []).filter((name) => !before.permissions.includes(name)),
    });
    if (wanted.recordAccess !== undefined && wanted.recordAccess !== before.recordAccess)
      this.granting.check(actor, { recordAccess: wanted.recordAccess });
    // Whoever may less than a role allows must not make it easier to get in with.
    if (requiresTotp === false && before.requiresTotp) this.granting.check(actor, before as { permissions: string[] });
  }
}

const sameNames = (some: readonly string[], others: readonly string[]): boolean =>
  some.toSorted().join() === others.toSorted().join();

const isSame = (before: RoleView, field: string, value: unknown): boolean =>
  Array.isArray(value) ? sameNames(value as string[], before.permissions) : before[field as keyof RoleView] === value;

const systemRole = (): Conflict =>
  new Conflict(
    'role-is-system',
    'This role came with Kontor: only requiresTotp can be changed. Make a role of your own instead.',
  );
