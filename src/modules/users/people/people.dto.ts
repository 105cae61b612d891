import { ApiProperty } from '@nestjs/swagger';
import {
  Choice,
  ClearableText,
  Email,
  Id,
  IdList,
  Integer,
  Language,
  Nested,
  NestedList,
  Nullable,
  Optional,
  SecureAddress,
  Text,
  Timestamp,
  TimeZone,
} from '../../../kernel/fields.js';

export const USER_STATUSES = ['invited', 'active', 'inactive'] as const;
export type UserStatus = (typeof USER_STATUSES)[number];

export class UserRoleRef {
  /**
   * Id of the role
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d
   */
  @Id() id: string;
  /**
   * Name
   * @example sales
   */
  @Text(1, 50) name: string;
}

export class UserTeamRef {
  /**
   * Id of the team
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Id() id: string;
  /**
   * Name
   * @example North
   */
  @Text(1, 100) name: string;
}

export class UserRef {
  /**
   * Id of the user
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Id() id: string;
  /**
   * Name, or the e-mail address if the user has no name
   * @example "Grace Hopper"
   */
  @Text(1, 255) name: string;
  /**
   * E-mail address
   * @example grace@example.com
   */
  @Email() email: string;
}

export class UserView {
  /**
   * Id (UUIDv7, sortable by creation time)
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * E-mail address for signing in, unique among users that are not deleted
   * @example ada@example.com
   */
  @Email() email: string;
  /**
   * First and last name, or the e-mail address if there is no name
   * @example "Ada Lovelace"
   */
  @Text(1, 255) name: string;
  /**
   * First name
   * @example Ada
   */
  @Text(0, 100) firstName: string;
  /**
   * Last name
   * @example Lovelace
   */
  @Text(0, 100) lastName: string;
  /**
   * Phone number
   * @example "+44 20 7946 0958"
   */
  @Nullable() @Text(3, 50) phone: string | null;
  /**
   * URL of the avatar image; the server never requests it
   * @example https://example.com/ada.png
   */
  @Nullable() @SecureAddress() avatarUrl: string | null;
  /**
   * Job title
   * @example "Account executive"
   */
  @Nullable() @Text(1, 100) title: string | null;
  /**
   * Department
   * @example Sales
   */
  @Nullable() @Text(1, 100) department: string | null;
  /**
   * Time zone, IANA name
   * @example Europe/London
   */
  @TimeZone() timezone: string;
  /**
   * Language code
   * @example en
   */
  @Language() locale: string;
  /**
   * Status: `invited` until the user sets a password, `inactive` after deactivation
   * @example active
   */
  @Choice('UserStatus', USER_STATUSES) status: UserStatus;
  /** Roles of the user, whose permissions add up */
  @NestedList(() => UserRoleRef, 0, 50) roles: UserRoleRef[];
  /**
   * Id of the team
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Nullable() @Id() teamId: string | null;
  /** Id and name of the team */
  @Nullable() @Nested(() => UserTeamRef) team: UserTeamRef | null;
  /**
   * Id of the manager
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Nullable() @Id() managerId: string | null;
  /** Id and name of the manager */
  @Nullable() @Nested(() => UserRef) manager: UserRef | null;
  /**
   * Time when the e-mail address was verified
   * @example 2026-11-21T09:40:00.000Z
   */
  @Nullable() @Timestamp() emailVerifiedAt: string | null;
  /**
   * Time of the last sign-in with a password
   * @example 2026-11-21T09:40:00.000Z
   */
  @Nullable() @Timestamp() lastLoginAt: string | null;
  /**
   * Time of the invitation
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * Time of the last change
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Deletion time; null if the user is not deleted
   * @example null
   */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true }) deletedAt: string | null;
  /**
   * Version number, also in the ETag
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

/** Fields that users can change in their own profile. */
export class ProfileUpdate {
  /**
   * First name
   * @example Ada
   */
  @ClearableText(100) firstName?: string;
  /**
   * Last name
   * @example Lovelace
   */
  @ClearableText(100) lastName?: string;
  /**
   * Phone number
   * @example "+44 20 7946 0958"
   */
  @Optional() @Nullable() @Text(3, 50) phone?: string | null;
  /**
   * URL of the avatar image, `https` only; the server never requests it
   * @example https://example.com/ada.png
   */
  @Optional() @Nullable() @SecureAddress() avatarUrl?: string | null;
  /**
   * Job title
   * @example "Account executive"
   */
  @Optional() @Nullable() @Text(1, 100) title?: string | null;
  /**
   * Time zone, IANA name
   * @example Europe/London
   */
  @Optional() @TimeZone() timezone?: string;
  /**
   * Language code, with an optional region
   * @example en
   */
  @Optional() @Language() locale?: string;
}

/** Fields that an administrator can change. */
export class UserUpdate extends ProfileUpdate {
  /**
   * Department
   * @example Sales
   */
  @Optional() @Nullable() @Text(1, 100) department?: string | null;
  /**
   * Id of the team; the user's records move to the same team
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7c
   */
  @Optional() @Nullable() @Id() teamId?: string | null;
  /**
   * Id of the manager
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7b
   */
  @Optional() @Nullable() @Id() managerId?: string | null;
}

export class UserEmailChange {
  /**
   * E-mail address
   * @example ada@example.com
   */
  @Email() email: string;
}

export class UserRolesChange {
  /**
   * Ids of all roles of the user; other roles are removed
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d"]
   */
  @IdList(50) roleIds: string[];
}

export class UserInvitation extends UserUpdate {
  /**
   * E-mail address that receives the invitation and is used to sign in
   * @example ada@example.com
   */
  @Email() email: string;
  /**
   * Ids of the roles; only roles with permissions that the caller has
   * @example ["0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7d"]
   */
  @Optional() @IdList(50) roleIds?: string[];
}
