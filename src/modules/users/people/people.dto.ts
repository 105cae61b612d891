import { ApiProperty, PartialType, PickType } from '@nestjs/swagger';
import {
  Choice,
  ChoicesParameter,
  Email,
  FlagParameter,
  Id,
  IdList,
  IdsParameter,
  Integer,
  Language,
  Nested,
  NestedList,
  Nullable,
  Optional,
  SecureAddress,
  Text,
  TextsParameter,
  Timestamp,
  TimeZone,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { TextFilter, TimestampFilter } from '../../../platform/query/index.js';

export const USER_STATUSES = ['invited', 'active', 'inactive'] as const;
export type UserStatus = (typeof USER_STATUSES)[number];
export const USER_SORTS = ['createdAt', 'name', 'email', 'lastLoginAt'] as const;
const SORTS = USER_SORTS.flatMap((field) => [field, `-${field}`]);

/** A role that somebody has. */
export class UserRoleRef {
  /**
   * The role.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() id: string;
  /**
   * What it is called.
   * @example sales
   */
  @Text(1, 50) name: string;
}

/** The team that somebody is in. */
export class UserTeamRef {
  /**
   * The team.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Id() id: string;
  /**
   * What it is called.
   * @example North
   */
  @Text(1, 100) name: string;
}

/** Another user, by name. */
export class UserRef {
  /**
   * The user.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Id() id: string;
  /**
   * Their name, or their e-mail address where they have given none.
   * @example "Grace Hopper"
   */
  @Text(1, 255) name: string;
  /**
   * Their e-mail address.
   * @example grace@example.com
   */
  @Email() email: string;
}

/** Somebody who works with the CRM. */
export class UserView {
  /**
   * UUIDv7: ids sort by the time of making.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * The e-mail address that they sign in with; among the living it is theirs alone.
   * @example ada@example.com
   */
  @Email() email: string;
  /**
   * First and last name, or the e-mail address where neither is given.
   * @example "Ada Lovelace"
   */
  @Text(1, 255) name: string;
  /**
   * First name.
   * @example Ada
   */
  @Text(0, 100) firstName: string;
  /**
   * Last name.
   * @example Lovelace
   */
  @Text(0, 100) lastName: string;
  /**
   * Phone number.
   * @example "+44 20 7946 0958"
   */
  @Nullable() @Text(3, 50) phone: string | null;
  /**
   * Where their picture is. It is never fetched from here.
   * @example https://example.com/ada.png
   */
  @Nullable() @SecureAddress() avatarUrl: string | null;
  /**
   * What they are in the company.
   * @example "Account executive"
   */
  @Nullable() @Text(1, 100) title: string | null;
  /**
   * Their department.
   * @example Sales
   */
  @Nullable() @Text(1, 100) department: string | null;
  /**
   * Their time zone, by its IANA name.
   * @example Europe/London
   */
  @TimeZone() timezone: string;
  /**
   * Their language.
   * @example en
   */
  @Language() locale: string;
  /**
   * `invited` until they have chosen a password, `inactive` once they were deactivated.
   * @example active
   */
  @Choice('UserStatus', USER_STATUSES) status: UserStatus;
  /** What they may: the union of these roles. */
  @NestedList(() => UserRoleRef, 0, 50) roles: UserRoleRef[];
  /**
   * The team that they are in.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() teamId: string | null;
  /** The same by name. */
  @Nullable() @Nested(() => UserTeamRef) team: UserTeamRef | null;
  /**
   * Whom they report to.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Id() managerId: string | null;
  /** The same by name. */
  @Nullable() @Nested(() => UserRef) manager: UserRef | null;
  /**
   * When they proved that the e-mail address is theirs.
   * @example 2026-11-21T09:40:00.000Z
   */
  @Nullable() @Timestamp() emailVerifiedAt: string | null;
  /**
   * When they last signed in with their password.
   * @example 2026-11-21T09:40:00.000Z
   */
  @Nullable() @Timestamp() lastLoginAt: string | null;
  /**
   * When they were invited.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * When they were last changed.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * When they were deleted; null for the living.
   * @example null
   */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) deletedAt: string | null;
  /**
   * Counts their changes; also the ETag.
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

/** What people say of themselves. */
export class ProfileUpdate {
  /**
   * First name.
   * @example Ada
   */
  @Optional() @Text(0, 100) firstName?: string;
  /**
   * Last name.
   * @example Lovelace
   */
  @Optional() @Text(0, 100) lastName?: string;
  /**
   * Phone number.
   * @example "+44 20 7946 0958"
   */
  @Optional() @Nullable() @Text(3, 50) phone?: string | null;
  /**
   * Where the picture is, under https. It is never fetched from here.
   * @example https://example.com/ada.png
   */
  @Optional() @Nullable() @SecureAddress() avatarUrl?: string | null;
  /**
   * What they are in the company.
   * @example "Account executive"
   */
  @Optional() @Nullable() @Text(1, 100) title?: string | null;
  /**
   * Time zone, by its IANA name.
   * @example Europe/London
   */
  @Optional() @TimeZone() timezone?: string;
  /**
   * Language, with a region if need be.
   * @example en
   */
  @Optional() @Language() locale?: string;
}

/** What is changed of somebody by those who look after users. */
export class UserUpdate extends ProfileUpdate {
  /**
   * Their department.
   * @example Sales
   */
  @Optional() @Nullable() @Text(1, 100) department?: string | null;
  /**
   * The team that they are in; their records go there with them.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Optional() @Nullable() @Id() teamId?: string | null;
  /**
   * Whom they report to.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Nullable() @Id() managerId?: string | null;
}

/** Another address to sign in with. */
export class UserEmailChange {
  /**
   * The e-mail address.
   * @example ada@example.com
   */
  @Email() email: string;
}

/** All the roles that somebody has. */
export class UserRolesChange {
  /**
   * The roles; those that are not named are taken away.
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d"]
   */
  @IdList(50) roleIds: string[];
}

/** Somebody who is to work with the CRM. */
export class UserInvitation extends UserUpdate {
  /**
   * Where the invitation goes, and what they sign in with.
   * @example ada@example.com
   */
  @Email() email: string;
  /**
   * The roles that they get. Only such as allow nothing beyond what you may.
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d"]
   */
  @Optional() @IdList(50) roleIds?: string[];
}

export class UserQuery extends PageQuery {
  /**
   * Text that the name or e-mail address holds; each word must be there.
   * @example ada
   */
  @Optional() @Text(1, 100) q?: string;
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @ChoicesParameter('UserSort', SORTS, 3) sort?: string[];
  /** Any of these statuses. */
  @Optional() @ChoicesParameter('UserStatus', USER_STATUSES) status?: UserStatus[];
  /** Users of any of these teams. */
  @Optional() @IdsParameter() teamId?: string[];
  /** Users who report to any of these. */
  @Optional() @IdsParameter() managerId?: string[];
  /** Users with any of these roles. */
  @Optional() @IdsParameter() roleId?: string[];
  /**
   * Users of any of these departments.
   * @example ["Sales"]
   */
  @Optional() @TextsParameter(100) department?: string[];
  /** By e-mail address. */
  @Optional() @Nested(() => TextFilter) email?: TextFilter;
  /** By the time of the invitation. */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
  /** By the time of the last login. */
  @Optional() @Nested(() => TimestampFilter) lastLoginAt?: TimestampFilter;
  /**
   * Deleted users instead of living ones.
   * @example false
   */
  @Optional() @FlagParameter() deleted?: boolean;
}

/** The parameters of a list of a team. */
export class TeamMembersQuery extends PartialType(
  PickType(UserQuery, ['limit', 'cursor', 'count', 'q', 'sort', 'status'] as const),
) {}
