/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type ProfileUpdate = {
  /**
   * First name
   */
  firstName?: string | null;
  /**
   * Last name
   */
  lastName?: string | null;
  /**
   * Phone number
   */
  phone?: string | null;
  /**
   * URL of the avatar image, `https` only; the server never requests it
   */
  avatarUrl?: string | null;
  /**
   * Job title
   */
  title?: string | null;
  /**
   * Time zone, IANA name
   */
  timezone?: string;
  /**
   * Language code, with an optional region
   */
  locale?: string;
};

