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
import type { LinkCheck } from '../models/LinkCheck';
import type { LinkView } from '../models/LinkView';
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
   * Change your own e-mail address
   * Sends a confirmation link to the new address and a notification to the current address.
   *
   * Requires a credential, but no permission.
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
   * Resend the e-mail verification link
   * Sends the link to the current address.
   *
   * Requires a credential, but no permission.
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
   * Verify an e-mail address
   * Needs the token from the link. From then on, the address is used to sign in.
   *
   * No credential required.
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
   * Accept an invitation
   * Sets the password of the new user. Does not sign in the user.
   *
   * No credential required.
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
   * Preview an invitation
   * Returns the invited user without using the token.
   *
   * No credential required.
   * @returns InvitationView Success
   * @throws ApiError
   */
  public previewInvitation({
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
   * Check a link from an e-mail
   * Checks the token for a new password or an e-mail address without using it.
   *
   * No credential required.
   * @returns LinkView Success
   * @throws ApiError
   */
  public previewLink({
    requestBody,
  }: {
    requestBody: LinkCheck,
  }): CancelablePromise<LinkView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/links/check',
      body: requestBody,
      mediaType: 'application/json',
    });
  }
  /**
   * Sign in with a password
   * Sets the session cookie.
   *
   * No credential required.
   * @returns SignInView Success
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
   * Sign out
   * Ends the session of the request.
   *
   * Requires a credential, but no permission.
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
   * Get the current user
   * Returns the user, the credential and its permissions, for sessions, access tokens and API keys.
   *
   * Requires a credential, but no permission.
   * @returns MeView Success
   * @throws ApiError
   */
  public getMe(): CancelablePromise<MeView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/auth/me',
    });
  }
  /**
   * Change your own password
   * Ends all your other sessions.
   *
   * Requires a credential, but no permission.
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
   * Request a password reset
   * Sends a link if the account exists. The response is the same if it does not.
   *
   * No credential required.
   * @returns PasswordForgottenView Accepted
   * @throws ApiError
   */
  public requestPasswordReset({
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
   * Reset a password
   * Needs the token from the link. Ends all sessions of the account and does not sign in the user.
   *
   * No credential required.
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
   * List your own sessions
   * Newest first.
   *
   * Requires a credential, but no permission.
   * @returns SessionPage Success
   * @throws ApiError
   */
  public listSessions({
    limit,
    cursor,
    count,
  }: {
    /**
     * Maximum number of records per page, 1 to 100; default 25
     */
    limit?: number,
    /**
     * `pageInfo.nextCursor` or `pageInfo.prevCursor` of another page of the same list, with the same sort and filter
     */
    cursor?: string,
    /**
     * Whether to count all matching records; `exact` returns a lower bound (`atLeast`) if counting takes too long
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
   * Revoke one of your own sessions
   * Requires a credential, but no permission.
   * @returns void
   * @throws ApiError
   */
  public revokeSession({
    id,
  }: {
    /**
     * Id of the session
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
   * Confirm your password
   * Sensitive operations need a confirmation within the last ten minutes.
   *
   * Requires a credential, but no permission.
   * @returns StepUpView Success
   * @throws ApiError
   */
  public reauthenticate({
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
   * Create an access token
   * Signs in with a password and returns an access token and a refresh token, without a cookie. For programs and apps that act for a user.
   *
   * No credential required.
   * @returns TokenView Success
   * @throws ApiError
   */
  public createToken({
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
   * Refresh an access token
   * Exchanges a refresh token for a new pair of tokens. Each refresh token can be used once. Within ten seconds, a repeated request returns the same pair, in case the response was lost. A later use ends the session, because the token may be stolen.
   *
   * No credential required.
   * @returns TokenView Success
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
   * Revoke a refresh token
   * Ends its session and all tokens of the session. An unknown token is accepted too.
   *
   * No credential required.
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
   * Get the status of your second factor
   * Requires a credential, but no permission.
   * @returns TotpView Success
   * @throws ApiError
   */
  public getTotp(): CancelablePromise<TotpView> {
    return this.httpRequest.request({
      method: 'GET',
      url: '/api/v1/auth/totp',
    });
  }
  /**
   * Disable your second factor
   * Needs a code, and a longer password if the current one is short.
   *
   * Requires a credential, but no permission.
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
   * Enable your second factor
   * Needs a code of the authenticator app. The response contains ten recovery codes, which are shown only once.
   *
   * Requires a credential, but no permission.
   * @returns RecoveryCodesView Success
   * @throws ApiError
   */
  public confirmTotpSetup({
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
   * Regenerate your recovery codes
   * All earlier codes become invalid.
   *
   * Requires a credential, but no permission.
   * @returns RecoveryCodesView Success
   * @throws ApiError
   */
  public regenerateRecoveryCodes(): CancelablePromise<RecoveryCodesView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/totp/recovery-codes',
    });
  }
  /**
   * Start the setup of a second factor
   * The response contains the secret, which is not shown again. The second factor is enabled when a code confirms it.
   *
   * Requires a credential, but no permission.
   * @returns TotpSetupView Success
   * @throws ApiError
   */
  public startTotpSetup(): CancelablePromise<TotpSetupView> {
    return this.httpRequest.request({
      method: 'POST',
      url: '/api/v1/auth/totp/start',
    });
  }
}
