import { defineEntity, p } from '@mikro-orm/core';
import { RECORD_ACCESS } from '../../../kernel/actor.js';
import { stamped, versioned } from '../../../kernel/entity.js';

export const RoleSchema = defineEntity({
  name: 'Role',
  tableName: 'roles',
  properties: {
    ...stamped,
    ...versioned,
    name: p.string().length(50),
    description: p.string().length(255).nullable(),
    recordAccess: p.enum([...RECORD_ACCESS]).default('own'),
    isSystem: p.boolean().default(false),
    requiresTotp: p.boolean().default(false),
  },
});

/** Set of permissions with an access scope. */
export class Role extends RoleSchema.class {}

RoleSchema.setClass(Role);
