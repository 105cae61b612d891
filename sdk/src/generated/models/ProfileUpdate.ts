/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ProfileUpdate = {
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
};

