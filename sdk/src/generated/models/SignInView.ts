/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { MeView } from './MeView';
export type SignInView = {
  /**
   * Id of the session
   */
  sessionId: string;
  /**
   * Latest expiry time; the session also expires after twelve hours without a request
   */
  expiresAt: string;
  /**
   * The user who signed in
   */
  user: MeView;
};

