import { sql, type RawBuilder } from 'kysely';
import { defineRecordFields, field, type Fields, type RecordSource } from '../../../platform/query/index.js';
import { USER_STATUSES, type UserView } from './people.dto.js';

/** First and last name, or the e-mail address if both are empty. */
export const userNameColumn = (user: string): RawBuilder<unknown> => {
  const column = (name: string) => sql.ref(`${user}.${name}`);
  return sql`coalesce(nullif(trim(${column('first_name')} || ' ' || ${column('last_name')}), ''), ${column('email')})`;
};

/** Reference view of a user. Includes deleted users, so that their earlier actions still show a name. */
export const userRef = (id: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(select json_build_object('id', m.id, 'name', ${userNameColumn('m')}, 'email', m.email) from users m
    where m.id = ${id})`;

const roles = sql`(select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name) order by r.name), '[]'::json)
  from user_roles ur join roles r on r.id = ur.role_id where ur.user_id = u.id)`;
const team = sql`(select json_build_object('id', t.id, 'name', t.name) from teams t where t.id = u.team_id)`;

/** Columns of a user view, without the password hash. */
export const userColumns: Record<keyof UserView, RawBuilder<unknown>> = {
  id: sql.ref('u.id'),
  email: sql.ref('u.email'),
  name: userNameColumn('u'),
  firstName: sql.ref('u.first_name'),
  lastName: sql.ref('u.last_name'),
  phone: sql.ref('u.phone'),
  avatarUrl: sql.ref('u.avatar_url'),
  title: sql.ref('u.title'),
  department: sql.ref('u.department'),
  timezone: sql.ref('u.timezone'),
  locale: sql.ref('u.locale'),
  status: sql.ref('u.status'),
  roles,
  teamId: sql.ref('u.team_id'),
  team,
  managerId: sql.ref('u.manager_id'),
  manager: userRef(sql.ref('u.manager_id')),
  emailVerifiedAt: sql.ref('u.email_verified_at'),
  lastLoginAt: sql.ref('u.last_login_at'),
  createdAt: sql.ref('u.created_at'),
  updatedAt: sql.ref('u.updated_at'),
  deletedAt: sql.ref('u.deleted_at'),
  version: sql.ref('u.version'),
};

export const userFields = {
  id: field.uuid('u.id', { user: true }),
  name: field.text(userNameColumn('u'), { sort: { expression: sql`lower(${userNameColumn('u')})` } }),
  email: field.text('u.email', { sort: true, lowercase: true }),
  firstName: field.text('u.first_name'),
  lastName: field.text('u.last_name'),
  title: field.text('u.title', { nullable: true }),
  department: field.text('u.department', { nullable: true }),
  timezone: field.text('u.timezone'),
  locale: field.text('u.locale'),
  status: field.choice('u.status', USER_STATUSES),
  teamId: field.uuid('u.team_id', { nullable: true }),
  managerId: field.uuid('u.manager_id', { nullable: true, user: true }),
  emailVerifiedAt: field.timestamp('u.email_verified_at', { nullable: true }),
  lastLoginAt: field.timestamp('u.last_login_at', {
    nullable: true,
    sort: { expression: sql`coalesce(u.last_login_at, '1970-01-01T00:00:00Z'::timestamptz)` },
  }),
  createdAt: field.timestamp('u.created_at', { sort: true }),
  updatedAt: field.timestamp('u.updated_at'),
} satisfies Fields;
defineRecordFields('users', userFields);

export const userSource: RecordSource = {
  resource: 'users',
  from: sql`users u`,
  id: sql.ref('u.id'),
  fields: userFields,
  columns: userColumns,
  search: sql.ref('u.search_text'),
  live: sql`u.deleted_at is null`,
  deleted: sql`u.deleted_at is not null`,
};
