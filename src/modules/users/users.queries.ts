import { sql, type RawBuilder } from 'kysely';
import type { Permission } from '../../kernel/access.js';
import type { RecordAccess } from '../../kernel/actor.js';

export interface ActorRow {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly teamId: string | null;
  readonly recordAccess: RecordAccess;
  readonly permissions: Permission[];
}

/** A user that has no role may nothing and sees their own records. */
export const actorOfUser = (userId: string): RawBuilder<ActorRow> => sql<ActorRow>`
  select u.id as "userId", u.email, coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email) as name, u.team_id as "teamId",
    (select case when bool_or(r.record_access = 'all') then 'all' when bool_or(r.record_access = 'team') then 'team' else 'own' end
      from user_roles ur join roles r on r.id = ur.role_id where ur.user_id = u.id) as "recordAccess",
    array(select distinct p.resource || ':' || p.action
      from user_roles ur join role_permissions rp on rp.role_id = ur.role_id join permissions p on p.id = rp.permission_id
      where ur.user_id = u.id order by 1) as permissions
  from users u where u.id = ${userId} and u.is_active and u.deleted_at is null`;

export interface HeldRole {
  readonly id: string;
  readonly name: string;
  readonly recordAccess: RecordAccess;
  readonly permissions: Permission[];
}

export interface AccessFacts {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly roles: HeldRole[];
}

/** Why somebody may what they may; also of those who may not come in at present. */
export const accessFactsOf = (userId: string): RawBuilder<AccessFacts> => sql<AccessFacts>`
  select u.id as "userId", u.email, coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email) as name, u.is_active as "isActive", u.team_id as "teamId",
    (select t.name from teams t where t.id = u.team_id) as "teamName",
    coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name, 'recordAccess', r.record_access, 'permissions',
        array(select p.resource || ':' || p.action from role_permissions rp join permissions p on p.id = rp.permission_id where rp.role_id = r.id order by 1)) order by r.name)
      from user_roles ur join roles r on r.id = ur.role_id where ur.user_id = u.id), '[]') as roles
  from users u where u.id = ${userId}::uuid and u.deleted_at is null`;

export const rolesGiving = (permission: Permission): RawBuilder<{ name: string }> => {
  const [resource, action] = permission.split(':');
  return sql<{ name: string }>`
    select r.name from roles r join role_permissions rp on rp.role_id = r.id join permissions p on p.id = rp.permission_id where p.resource = ${resource} and p.action = ${action} order by 1`;
};

export const permissionCatalogue = (): RawBuilder<{ permission: Permission }> =>
  sql<{ permission: Permission }>`select resource || ':' || action as permission from permissions order by 1`;

export interface CredentialRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
}

const credentialColumns = sql`id, email, trim(first_name || ' ' || last_name) as name, password_hash as "passwordHash"`;

/** Only people who may come in: an inactive one is as unknown as a stranger. */
export const credentialByEmail = (email: string): RawBuilder<CredentialRow> =>
  sql<CredentialRow>`select ${credentialColumns} from users where email = ${email} and is_active and deleted_at is null`;

export const credentialById = (id: string): RawBuilder<CredentialRow> =>
  sql<CredentialRow>`select ${credentialColumns} from users where id = ${id} and is_active and deleted_at is null`;
