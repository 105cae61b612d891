/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type UserUpdate = {
  /**
   * First name.
   */
  firstName?: string;
  /**
   * Last name.
   */
  lastName?: string;
  /**
   * Phone number.
   */
  phone?: string | null;
  /**
   * Where the picture is, under https. It is never fetched from here.
   */
  avatarUrl?: string | null;
  /**
   * What they are in the company.
   */
  title?: string | null;
  /**
   * Time zone, by its IANA name.
   */
  timezone?: string;
  /**
   * Language, with a region if need be.
   */
  locale?: string;
  /**
   * Their department.
   */
  department?: string | null;
  /**
   * The team that they are in; their records go there with them.
   */
  teamId?: string | null;
  /**
   * Whom they report to.
   */
  managerId?: string | null;
};

