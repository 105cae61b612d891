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
