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
   * Id (UUIDv7, sortable by creation time)
   */
  id: string;
  /**
   * E-mail address for signing in, unique among users that are not deleted
   */
  email: string;
  /**
   * First and last name, or the e-mail address if there is no name
   */
  name: string;
  /**
   * First name
   */
  firstName: string;
  /**
   * Last name
   */
  lastName: string;
  /**
   * Phone number
   */
  phone: string | null;
  /**
   * URL of the avatar image; the server never requests it
   */
  avatarUrl: string | null;
  /**
   * Job title
   */
  title: string | null;
  /**
   * Department
   */
  department: string | null;
  /**
   * Time zone, IANA name
   */
  timezone: string;
  /**
   * Language code
   */
  locale: string;
  /**
   * Status: `invited` until the user sets a password, `inactive` after deactivation
   */
  status: UserStatus;
  /**
   * Roles of the user, whose permissions add up
   */
  roles: Array<UserRoleRef>;
  /**
   * Id of the team
   */
  teamId: string | null;
  /**
   * Id and name of the team
   */
  team: UserTeamRef | null;
  /**
   * Id of the manager
   */
  managerId: string | null;
  /**
   * Id and name of the manager
   */
  manager: UserRef | null;
  /**
   * Time when the e-mail address was verified
   */
  emailVerifiedAt: string | null;
  /**
   * Time of the last sign-in with a password
   */
  lastLoginAt: string | null;
  /**
   * Time of the invitation
   */
  createdAt: string;
  /**
   * Time of the last change
   */
  updatedAt: string;
  /**
   * Deletion time; null if the user is not deleted
   */
  deletedAt: string | null;
  /**
   * Version number, also in the ETag
   */
  version: number;
};

