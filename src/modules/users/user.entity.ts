import { defineEntity, p } from '@mikro-orm/core';
import { softDeleted, stamped, versioned } from '../../kernel/entity.js';
import { RoleSchema } from './roles/role.entity.js';
import { TeamSchema } from './teams/team.entity.js';

export const UserSchema = defineEntity({
  name: 'User',
  tableName: 'users',
  properties: {
    ...stamped,
    ...versioned,
    ...softDeleted,
    email: p.string().length(255),
    passwordHash: p.string().length(255).nullable().lazy(),
    firstName: p.string().length(100).default(''),
    lastName: p.string().length(100).default(''),
    phone: p.string().length(50).nullable(),
    avatarUrl: p.string().length(500).nullable(),
    title: p.string().length(100).nullable(),
    department: p.string().length(100).nullable(),
    timezone: p.string().length(50).default('UTC'),
    locale: p.string().length(10).default('en'),
    isActive: p.boolean().default(true),
    emailVerifiedAt: p.datetime(3).nullable(),
    lastLoginAt: p.datetime(3).nullable(),
    // Not a relation: TypeScript cannot infer the type of an entity that refers to itself.
    managerId: p.uuid().nullable(),
    team: () => p.manyToOne(TeamSchema).nullable(),
    roles: () => p.manyToMany(RoleSchema).pivotTable('user_roles').joinColumn('user_id').inverseJoinColumn('role_id'),
  },
});

export class User extends UserSchema.class {}

UserSchema.setClass(User);
