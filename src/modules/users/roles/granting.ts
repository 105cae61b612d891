import { Injectable } from '@nestjs/common';
import type { Permission } from '../../../kernel/access.js';
import { may, RECORD_ACCESS, type Actor, type RecordAccess } from '../../../kernel/actor.js';
import { Forbidden, invalidAt } from '../../../kernel/errors.js';
import type { RoleView } from './roles.dto.js';
import { RolesQueries } from './roles.queries.js';

interface Gift {
  readonly permissions?: readonly string[];
  readonly recordAccess?: RecordAccess;
}

/** Nobody gives more than they have, whatever the way: by a role that they make, by one that they hand out, by an API key. */
@Injectable()
export class Granting {
  constructor(private readonly queries: RolesQueries) {}

  check(actor: Actor, { permissions = [], recordAccess = 'own' }: Gift): void {
    const missing = permissions.find((permission) => !may(actor, permission as Permission));
    if (missing)
      throw new Forbidden('permission-not-held', `You cannot give or take ${missing}: you do not have it yourself.`, {
        members: { requiredPermission: missing },
      });
    if (RECORD_ACCESS.indexOf(recordAccess) <= RECORD_ACCESS.indexOf(actor.recordAccess)) return;
    throw new Forbidden(
      'permission-not-held',
      `You cannot give or take sight of ${recordAccess === 'all' ? 'all records' : 'the records of a team'}: you do not have it yourself.`,
      { members: { requiredRecordAccess: recordAccess } },
    );
  }

  /** The roles as they are and stay for this unit of work; refused where one of them allows what the actor may not. */
  async requireHeld(actor: Actor, roleIds: readonly string[]): Promise<RoleView[]> {
    if (roleIds.length === 0) return [];
    const roles = await this.queries.lockedByIds(roleIds);
    for (const role of roles) this.check(actor, role as Gift);
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
