import { Injectable } from '@nestjs/common';
import { LockMode } from '@mikro-orm/postgresql';
import type { Actor } from '../../../kernel/actor.js';
import { changeBetween, requireVersion } from '../../../kernel/change.js';
import { newId } from '../../../kernel/entity.js';
import { ConflictError, notFound } from '../../../kernel/errors.js';
import { Role } from './role.entity.js';
import { Granting, type Grant } from './granting.js';
import { RoleRecords } from './role-records.js';
import type { RoleCreate, RoleUpdate, RoleView } from './roles.dto.js';
import { roleCreated, roleDeleted, roleUpdated } from './roles.events.js';
import { RolesQueries } from './roles.queries.js';

@Injectable()
export class RolesService {
  constructor(
    private readonly queries: RolesQueries,
    private readonly granting: Granting,
    private readonly records: RoleRecords,
  ) {}

  create(actor: Actor, { permissions = [], ...patch }: RoleCreate): Promise<RoleView> {
    return this.records.write(async (em) => {
      await this.granting.checkNames(permissions);
      this.granting.check(actor, { permissions, ...patch });
      const role = em.create(Role, { id: newId(), ...patch });
      await em.flush();
      await this.records.setPermissions(role.id, permissions);
      const view = await this.queries.get(role.id);
      await this.records.recordChange(roleCreated, view, view);
      return view;
    });
  }

  update(actor: Actor, id: string, patch: RoleUpdate, version?: number): Promise<RoleView> {
    return this.records.write(async (em) => {
      const role = await em.findOne(Role, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!role) throw notFound('role');
      const before = await this.queries.get(id);
      requireVersion(before, version, patch);
      await this.check(actor, before, patch);
      const { permissions, ...plain } = patch;
      Object.assign(role, Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)));
      // The permissions are in another table. The new `updatedAt` increases the version of the role.
      if (permissions && !sameNames(permissions, before.permissions)) role.updatedAt = new Date();
      await em.flush();
      if (permissions) await this.records.setPermissions(id, permissions);
      const after = await this.queries.get(id);
      if (changeBetween(before, after).changedFields.length > 0)
        await this.records.recordChange(roleUpdated, before, after);
      return after;
    });
  }

  remove(actor: Actor, id: string, version?: number): Promise<void> {
    return this.records.write(async (em) => {
      const role = await em.findOne(Role, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (!role) throw notFound('role');
      const before = await this.queries.get(id);
      requireVersion(before, version);
      if (role.isSystem) throw systemRole();
      this.granting.check(actor, before as Grant);
      const owners = await this.queries.members(id);
      if (owners > 0)
        throw new ConflictError(
          'role-in-use',
          'Users have this role, including deleted users. Assign other roles to them first.',
          { members: { users: owners } },
        );
      await em.nativeDelete(Role, { id });
      await this.records.recordChange(roleDeleted, before, before);
    });
  }

  private async check(actor: Actor, before: RoleView, patch: RoleUpdate): Promise<void> {
    const { requiresTotp, ...rest } = patch;
    if (
      before.isSystem &&
      Object.entries(rest).some(([field, value]) => value !== undefined && !isSame(before, field, value))
    )
      throw systemRole();
    await this.granting.checkNames(patch.permissions ?? []);
    this.granting.check(actor, {
      permissions: difference(before.permissions, patch.permissions ?? before.permissions),
    });
    // The access scope applies to every permission of the role.
    for (const recordAccess of difference([before.recordAccess], [patch.recordAccess ?? before.recordAccess]))
      this.granting.check(actor, { permissions: before.permissions, recordAccess });
    // Without TOTP, sign-in is easier. With TOTP, users are locked out until they have a second factor. So both changes
    // need all permissions of the role.
    if (requiresTotp !== undefined && requiresTotp !== before.requiresTotp) this.granting.check(actor, before as Grant);
  }
}

/** Returns the added and the removed items. */
const difference = <T>(before: readonly T[], after: readonly T[]): T[] => [
  ...after.filter((item) => !before.includes(item)),
  ...before.filter((item) => !after.includes(item)),
];

const sameNames = (some: readonly string[], others: readonly string[]): boolean =>
  some.toSorted().join() === others.toSorted().join();

const isSame = (before: RoleView, field: string, value: unknown): boolean =>
  Array.isArray(value) ? sameNames(value as string[], before.permissions) : before[field as keyof RoleView] === value;

const systemRole = (): ConflictError =>
  new ConflictError(
    'role-is-system',
    'This is a built-in role: only requiresTotp can be changed. Create a role of your own instead.',
  );
