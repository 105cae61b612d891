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
  readonly mustSetUpMfa: boolean;
}

/** A user without roles has no permissions and the access scope `own`. */
export const actorOfUser = (userId: string): RawBuilder<ActorRow> => sql<ActorRow>`
  select u.id as "userId", u.email, coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email)
    as name, u.team_id as "teamId",
    (select case when bool_or(r.record_access = 'all') then 'all' when bool_or(r.record_access = 'team') then 'team'
      else 'own' end
      from user_roles ur join roles r on r.id = ur.role_id where ur.user_id = u.id) as "recordAccess",
    array(select distinct p.resource || ':' || p.action
      from user_roles ur join role_permissions rp on rp.role_id = ur.role_id join permissions p
        on p.id = rp.permission_id
      where ur.user_id = u.id order by 1) as permissions,
    u.totp_enabled_at is null and (u.has_short_password or exists (select 1 from user_roles ur join roles r
      on r.id = ur.role_id where ur.user_id = u.id and r.requires_totp)) as "mustSetUpMfa"
  from users u where u.id = ${userId} and u.is_active and u.deleted_at is null`;

/** Permissions and access scope from the roles alone, also of an inactive or deleted user. */
export const authorityOf = (userId: string): RawBuilder<unknown> => sql`
  select case when bool_or(r.record_access = 'all') then 'all' when bool_or(r.record_access = 'team') then 'team'
    else 'own' end as "recordAccess",
    array(select distinct p.resource || ':' || p.action from user_roles ur
      join role_permissions rp on rp.role_id = ur.role_id join permissions p on p.id = rp.permission_id
      where ur.user_id = ${userId}::uuid order by 1) as permissions
  from user_roles ur join roles r on r.id = ur.role_id where ur.user_id = ${userId}::uuid`;

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

/** Facts that explain the permissions of a user, also of an inactive user. */
export const accessFactsOf = (userId: string): RawBuilder<AccessFacts> => sql<AccessFacts>`
  select u.id as "userId", u.email, coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), u.email)
    as name, u.is_active as "isActive", u.team_id as "teamId",
    (select t.name from teams t where t.id = u.team_id) as "teamName",
    coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name, 'recordAccess', r.record_access,
      'permissions',
        array(select p.resource || ':' || p.action from role_permissions rp join permissions p
          on p.id = rp.permission_id where rp.role_id = r.id order by 1)) order by r.name)
      from user_roles ur join roles r on r.id = ur.role_id where ur.user_id = u.id), '[]') as roles
  from users u where u.id = ${userId}::uuid and u.deleted_at is null`;

export const rolesGiving = (permission: Permission): RawBuilder<{ name: string }> => {
  const [resource, action] = permission.split(':');
  return sql<{ name: string }>`
    select r.name from roles r join role_permissions rp on rp.role_id = r.id join permissions p
      on p.id = rp.permission_id where p.resource = ${resource} and p.action = ${action} order by 1`;
};

export const permissionCatalogue = (): RawBuilder<{ permission: Permission }> =>
  sql<{ permission: Permission }>`select resource || ':' || action as permission from permissions order by 1`;

export interface CredentialRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  /** Time at which the second factor was enabled; null without a second factor. */
  readonly totpEnabledAt: string | null;
  readonly hasShortPassword: boolean;
  readonly emailVerifiedAt: string | null;
}

const credentialColumns = sql`id, email, trim(first_name || ' ' || last_name) as name, password_hash as "passwordHash",
  totp_enabled_at as "totpEnabledAt", has_short_password as "hasShortPassword", email_verified_at as "emailVerifiedAt"`;

/** Active users only: at sign-in, an inactive user must look like an unknown user. */
export const credentialByEmail = (email: string): RawBuilder<CredentialRow> =>
  sql<CredentialRow>`select ${credentialColumns} from users where email = ${email} and is_active and deleted_at is null`;

export const credentialById = (id: string): RawBuilder<CredentialRow> =>
  sql<CredentialRow>`select ${credentialColumns} from users where id = ${id} and is_active and deleted_at is null`;

/** Active users who can request a reset link: users with a password or an open invitation. */
export const credentialToReset = (email: string): RawBuilder<CredentialRow> => sql<CredentialRow>`
  select ${credentialColumns} from users where email = ${email} and is_active and deleted_at is null
    and (password_hash is not null or exists (select 1 from user_tokens t where t.user_id = users.id
      and t.purpose = 'invitation' and t.used_at is null and t.expires_at > now()))`;

export const noteLogin = (id: string, strongerHash: string | undefined): RawBuilder<unknown> =>
  sql`update users set last_login_at = now(), password_hash = coalesce(${strongerHash ?? null}, password_hash)
    where id = ${id}::uuid`;

export interface PasswordSetting {
  readonly passwordHash: string;
  readonly isShort: boolean;
  /** Address that received the link. The password is set only if the user still has this address. */
  readonly provenEmail?: string;
}

/** Returns a row only if the user is active and still has the address `provenEmail`. */
export const setPassword = (
  id: string,
  { passwordHash, isShort, provenEmail }: PasswordSetting,
): RawBuilder<unknown> => sql`
  update users set password_hash = ${passwordHash}, has_short_password = ${isShort}, updated_at = now(),
    email_verified_at = case when ${provenEmail ?? null}::text is null then email_verified_at
      else coalesce(email_verified_at, now()) end
  where id = ${id}::uuid and is_active and deleted_at is null and email = coalesce(${provenEmail ?? null}, email)
    returning 1`;

export const nameUser = (
  id: string,
  firstName: string | undefined,
  lastName: string | undefined,
): RawBuilder<unknown> => sql`
  update users set first_name = coalesce(${firstName ?? null}, first_name), last_name = coalesce(${lastName ?? null},
    last_name), version = version + 1, updated_at = now() where id = ${id}::uuid`;

/** Returns the previous address. */
export const setEmail = (id: string, email: string): RawBuilder<{ previous: string }> => sql<{ previous: string }>`
  update users u set email = ${email}, email_verified_at = now(), updated_at = now(), version = u.version + case
    when before.email = ${email} then 0 else 1 end
  from (select id, email from users where id = ${id}::uuid and is_active and deleted_at is null for update) before
    where u.id = before.id returning before.email as previous`;

/** Returns a row only if the value changes, so only one of several concurrent calls succeeds. */
export const setTotp = (id: string, isOn: boolean): RawBuilder<unknown> => sql`
  update users set totp_enabled_at = ${isOn ? sql`now()` : sql`null`} where id = ${id}::uuid and deleted_at is null
    and totp_enabled_at is ${isOn ? sql`null` : sql`not null`} returning 1`;
