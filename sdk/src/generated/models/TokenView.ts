/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TokenView = {
  /**
   * Lifetime of the access token in seconds
   */
  expiresIn: number;
  /**
   * Latest expiry time of the session and its refresh token; the session also expires after twelve hours without a request
   */
  refreshExpiresAt: string;
  /**
   * Id of the session, as in `GET /auth/sessions`
   */
  sessionId: string;
  /**
   * Access token for the header `Authorization: Bearer …`, valid for ten minutes
   */
  accessToken: string;
  /**
   * Type of the access token
   */
  tokenType: string;
  /**
   * Refresh token for `POST /auth/token/refresh`; can be used once
   */
  refreshToken: string;
};

