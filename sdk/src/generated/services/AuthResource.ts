/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { LoginRequest } from '../models/LoginRequest';
import type { MeView } from '../models/MeView';
import type { PasswordChange } from '../models/PasswordChange';
import type { RefreshRequest } from '../models/RefreshRequest';
import type { SessionPage } from '../models/SessionPage';
import type { SignInView } from '../models/SignInView';
import type { TokenView } from '../models/TokenView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class AuthResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Signs in with a password and sets the session's cookie.
   *
   * Needs no credential.
   * @returns SignInView Done.
   * @throws ApiError
   */
  public login({
    requestBody,
  }: {
    requestBody: LoginRequest,
  }): CancelablePromise<SignInView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/login',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Ends the session that asks.
   *
   * Needs a credential, and no permission.
   * @returns void
   * @throws ApiError
   */
  public logout(): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/logout',
    });
  }
  /**
   * Says who is asking and what they may, for sessions, access tokens and API keys.
   *
   * Needs a credential, and no permission.
   * @returns MeView Done.
   * @throws ApiError
   */
  public me(): CancelablePromise<MeView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/auth/me',
    });
  }
  /**
   * Changes one's own password and ends all other sessions.
   *
   * Needs a credential, and no permission.
   * @returns void
   * @throws ApiError
   */
  public changePassword({
    requestBody,
  }: {
    requestBody: PasswordChange,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/password',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Lists one's own sessions, newest first.
   *
   * Needs a credential, and no permission.
   * @returns SessionPage Done.
   * @throws ApiError
   */
  public listSessions({
    limit,
    cursor,
    count,
  }: {
    /**
     * How many records a page holds, 1 to 100.
     */
    limit?: number,
    /**
     * Where to go on: `pageInfo.nextCursor` or `pageInfo.prevCursor` of another page of the same list, with the same sort and filter.
     */
    cursor?: string,
    /**
     * Whether to count all records that match. `exact` answers `atLeast` where counting would take too long.
     */
    count?: CountMode,
  }): CancelablePromise<SessionPage> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/auth/sessions',
      query: {
        'limit': limit,
        'cursor': cursor,
        'count': count,
      },
    });
  }
  /**
   * Ends one of one's own sessions.
   *
   * Needs a credential, and no permission.
   * @returns void
   * @throws ApiError
   */
  public revokeSession({
    id,
  }: {
    /**
     * The id of the record.
     */
    id: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/auth/sessions/{id}',
      path: {
        'id': id,
      },
    });
  }
  /**
   * Signs in with a password for an access token and a refresh token, without a cookie. For programs and apps that act as a person.
   *
   * Needs no credential.
   * @returns TokenView Done.
   * @throws ApiError
   */
  public issueToken({
    requestBody,
  }: {
    requestBody: LoginRequest,
  }): CancelablePromise<TokenView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/token',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Exchanges a refresh token for the next pair of tokens. It is used up by that; for ten seconds it still gives the same successor, for answers that were lost. Any later use ends the session, because somebody else may have the token.
   *
   * Needs no credential.
   * @returns TokenView Done.
   * @throws ApiError
   */
  public refreshToken({
    requestBody,
  }: {
    requestBody: RefreshRequest,
  }): CancelablePromise<TokenView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/token/refresh',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Ends the session of a refresh token, and all of its tokens with it. A token that is unknown is as good as ended.
   *
   * Needs no credential.
   * @returns void
   * @throws ApiError
   */
  public revokeToken({
    requestBody,
  }: {
    requestBody: RefreshRequest,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/token/revoke',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
}
