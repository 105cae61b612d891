/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { UserRef } from './UserRef';
import type { UserRoleRef } from './UserRoleRef';
import type { UserStatus } from './UserStatus';
import type { UserTeamRef } from './UserTeamRef';
export type UserView = {
  /**
   * UUIDv7: ids sort by the time of making.
   */
  id: string;
  /**
   * The e-mail address that they sign in with; among the living it is theirs alone.
   */
  email: string;
  /**
   * First and last name, or the e-mail address where neither is given.
   */
  name: string;
  /**
   * First name.
   */
  firstName: string;
  /**
   * Last name.
   */
  lastName: string;
  /**
   * Phone number.
   */
  phone: string | null;
  /**
   * Where their picture is. It is never fetched from here.
   */
  avatarUrl: string | null;
  /**
   * What they are in the company.
   */
  title: string | null;
  /**
   * Their department.
   */
  department: string | null;
  /**
   * Their time zone, by its IANA name.
   */
  timezone: string;
  /**
   * Their language.
   */
  locale: string;
  /**
   * `invited` until they have chosen a password, `inactive` once they were deactivated.
   */
  status: UserStatus;
  /**
   * What they may: the union of these roles.
   */
  roles: Array<UserRoleRef>;
  /**
   * The team that they are in.
   */
  teamId: string | null;
  /**
   * The same by name.
   */
  team: UserTeamRef | null;
  /**
   * Whom they report to.
   */
  managerId: string | null;
  /**
   * The same by name.
   */
  manager: UserRef | null;
  /**
   * When they proved that the e-mail address is theirs.
   */
  emailVerifiedAt: string | null;
  /**
   * When they last signed in with their password.
   */
  lastLoginAt: string | null;
  /**
   * When they were invited.
   */
  createdAt: string;
  /**
   * When they were last changed.
   */
  updatedAt: string;
  /**
   * When they were deleted; null for the living.
   */
  deletedAt: string | null;
  /**
   * Counts their changes; also the ETag.
   */
  version: number;
};

