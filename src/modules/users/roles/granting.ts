import { Injectable } from '@nestjs/common';
import type { Permission } from '../../../kernel/access.js';
import { can, RECORD_ACCESS, type Actor, type RecordAccess } from '../../../kernel/actor.js';
import { ForbiddenError, invalidAt } from '../../../kernel/errors.js';
import type { RoleView } from './roles.dto.js';
import { RolesQueries } from './roles.queries.js';

export interface Grant {
  readonly permissions?: readonly string[];
  readonly recordAccess?: RecordAccess;
}

/** Rejects grants of permissions that the actor lacks: in a role, by assigning a role, or in an API key. */
@Injectable()
export class Granting {
  constructor(private readonly queries: RolesQueries) {}

  check(actor: Actor, { permissions = [], recordAccess = 'own' }: Grant): void {
    const missing = permissions.find((permission) => !can(actor, permission as Permission));
    if (missing)
      throw new ForbiddenError(
        'permission-not-held',
        `You cannot grant or remove ${missing}, because you do not have it yourself.`,
        { members: { requiredPermission: missing } },
      );
    if (RECORD_ACCESS.indexOf(recordAccess) <= RECORD_ACCESS.indexOf(actor.recordAccess)) return;
    throw new ForbiddenError(
      'permission-not-held',
      `You cannot grant or remove access scope ${recordAccess}, because you do not have it yourself.`,
      { members: { requiredRecordAccess: recordAccess } },
    );
  }

  /** Returns the roles, locked for this unit of work. Rejects a role with permissions that the actor lacks. */
  async requireHeld(actor: Actor, roleIds: readonly string[]): Promise<RoleView[]> {
    if (roleIds.length === 0) return [];
    const roles = await this.queries.lockedByIds(roleIds);
    for (const role of roles) this.check(actor, role as Grant);
    return roles;
  }

  async checkNames(names: readonly string[]): Promise<void> {
    const known = new Set((await this.queries.permissions()).data.map(({ name }) => name));
    const unknown = names.findIndex((name) => !known.has(name));
    if (unknown >= 0)
      throw invalidAt(
        `#/permissions/${unknown}`,
        'unknown-permission',
        'must be a permission of GET /permissions, such as leads:read',
      );
  }
}
