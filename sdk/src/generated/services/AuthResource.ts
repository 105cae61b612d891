/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { CountMode } from '../models/CountMode';
import type { EmailChange } from '../models/EmailChange';
import type { EmailVerification } from '../models/EmailVerification';
import type { InvitationAcceptance } from '../models/InvitationAcceptance';
import type { InvitationCheck } from '../models/InvitationCheck';
import type { InvitationView } from '../models/InvitationView';
import type { LoginRequest } from '../models/LoginRequest';
import type { MeView } from '../models/MeView';
import type { PasswordChange } from '../models/PasswordChange';
import type { PasswordForgotten } from '../models/PasswordForgotten';
import type { PasswordForgottenView } from '../models/PasswordForgottenView';
import type { PasswordReset } from '../models/PasswordReset';
import type { RecoveryCodesView } from '../models/RecoveryCodesView';
import type { RefreshRequest } from '../models/RefreshRequest';
import type { SessionPage } from '../models/SessionPage';
import type { SignInView } from '../models/SignInView';
import type { StepUp } from '../models/StepUp';
import type { StepUpView } from '../models/StepUpView';
import type { TokenView } from '../models/TokenView';
import type { TotpConfirmation } from '../models/TotpConfirmation';
import type { TotpRemoval } from '../models/TotpRemoval';
import type { TotpSetupView } from '../models/TotpSetupView';
import type { TotpView } from '../models/TotpView';
import type { CancelablePromise } from '../core/CancelablePromise';
import type { BaseHttpRequest } from '../core/BaseHttpRequest';
export class AuthResource {
  constructor(public readonly httpRequest: BaseHttpRequest) {}
  /**
   * Asks for another e-mail address: a link goes to it, and word of it to the present one.
   *
   * Needs a credential, and no permission.
   * @returns void
   * @throws ApiError
   */
  public changeEmail({
    requestBody,
  }: {
    requestBody: EmailChange,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/email',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Sends the link to confirm the present e-mail address again.
   *
   * Needs a credential, and no permission.
   * @returns void
   * @throws ApiError
   */
  public resendEmailVerification(): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/email/resend',
    });
  }
  /**
   * Confirms an e-mail address with the link's token; from then on it is the one that signs in.
   *
   * Needs no credential.
   * @returns void
   * @throws ApiError
   */
  public verifyEmail({
    requestBody,
  }: {
    requestBody: EmailVerification,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/email/verify',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Accepts an invitation: sets the password to sign in with. Nobody is signed in by it.
   *
   * Needs no credential.
   * @returns void
   * @throws ApiError
   */
  public acceptInvitation({
    requestBody,
  }: {
    requestBody: InvitationAcceptance,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/invitations/accept',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Says whom an invitation is for, without using it.
   *
   * Needs no credential.
   * @returns InvitationView Done.
   * @throws ApiError
   */
  public checkInvitation({
    requestBody,
  }: {
    requestBody: InvitationCheck,
  }): CancelablePromise<InvitationView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/invitations/check',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
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
   * Sends a link to set a new password, if there is such an account; the answer is the same if there is none.
   *
   * Needs no credential.
   * @returns PasswordForgottenView Accepted.
   * @throws ApiError
   */
  public forgotPassword({
    requestBody,
  }: {
    requestBody: PasswordForgotten,
  }): CancelablePromise<PasswordForgottenView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/password/forgot',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Sets a new password with the link's token, and ends every session of the account. Nobody is signed in by it.
   *
   * Needs no credential.
   * @returns void
   * @throws ApiError
   */
  public resetPassword({
    requestBody,
  }: {
    requestBody: PasswordReset,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/password/reset',
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
   * Proves the password again, which dangerous things ask for within the ten minutes before.
   *
   * Needs a credential, and no permission.
   * @returns StepUpView Done.
   * @throws ApiError
   */
  public stepUp({
    requestBody,
  }: {
    requestBody: StepUp,
  }): CancelablePromise<StepUpView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/step-up',
      body: requestBody,
      mediaType: 'application/json',
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
  /**
   * Says whether signing in asks for a code.
   *
   * Needs a credential, and no permission.
   * @returns TotpView Done.
   * @throws ApiError
   */
  public getTotp(): CancelablePromise<TotpView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/auth/totp',
    });
  }
  /**
   * Turns the second factor off. Asks for a code, and for a longer password where the present one is short.
   *
   * Needs a credential, and no permission.
   * @returns void
   * @throws ApiError
   */
  public disableTotp({
    requestBody,
  }: {
    requestBody: TotpRemoval,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/auth/totp',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Turns the second factor on, and gives ten recovery codes that are never shown again.
   *
   * Needs a credential, and no permission.
   * @returns RecoveryCodesView Done.
   * @throws ApiError
   */
  public confirmTotp({
    requestBody,
  }: {
    requestBody: TotpConfirmation,
  }): CancelablePromise<RecoveryCodesView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/totp/confirm',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Makes new recovery codes; those before them are worth nothing any more.
   *
   * Needs a credential, and no permission.
   * @returns RecoveryCodesView Done.
   * @throws ApiError
   */
  public renewRecoveryCodes(): CancelablePromise<RecoveryCodesView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/totp/recovery-codes',
    });
  }
  /**
   * Begins to set up a second factor. The secret is in this answer and never shown again; it holds once a code confirms it.
   *
   * Needs a credential, and no permission.
   * @returns TotpSetupView Done.
   * @throws ApiError
   */
  public startTotp(): CancelablePromise<TotpSetupView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/totp/start',
    });
  }
  /**
   * Removes the second factor of somebody who has lost it.
   *
   * Needs `users:update`.
   * @returns void
   * @throws ApiError
   */
  public resetUserTotp({
    id,
  }: {
    /**
     * The id of the record.
     */
    id: string,
  }): CancelablePromise<void> {
    return this.httpRequest.request({
      method: 'DELETE',
      url: '/api/v1/users/{id}/totp',
      path: {
        'id': id,
      },
    });
  }
}
