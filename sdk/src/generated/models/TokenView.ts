/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
export type TokenView = {
  /**
   * For how many seconds the access token is good.
   */
  expiresIn: number;
  /**
   * When the session, and with it the refresh token, ends in any case; twelve hours without a request end it before.
   */
  refreshExpiresAt: string;
  /**
   * The id of the session, as `GET /auth/sessions` lists it.
   */
  sessionId: string;
  /**
   * Goes into `Authorization: Bearer …` of every request, for ten minutes.
   */
  accessToken: string;
  /**
   * How the access token is sent.
   */
  tokenType: string;
  /**
   * Gives the next pair at `POST /auth/token/refresh`, once.
   */
  refreshToken: string;
};

