/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MeView } from './MeView';
export type SignInView = {
  /**
   * The id of the session.
   */
  sessionId: string;
  /**
   * When it ends in any case; twelve hours without a request end it before.
   */
  expiresAt: string;
  /**
   * Who has signed in.
   */
  user: MeView;
};

