import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/index.js';
import { UsersModule } from '../users/index.js';
import { AuthController } from './auth.controller.js';
import { Cookies } from './browser/cookies.js';
import { KnownDevices } from './browser/known-devices.js';
import { RequestOrigins } from './browser/request-origins.js';
import { EmailController } from './email/email.controller.js';
import { EmailVerifier } from './email/email-verifier.js';
import { EmailChangeService } from './email/email-change.service.js';
import { EmailNotifier } from './email/email-notifier.js';
import { InvitationNotifier } from './invitations/invitation-notifier.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { InvitationAcceptanceService } from './invitations/invitation-acceptance.service.js';
import { LinksController } from './links/links.controller.js';
import { CodeThrottle } from './login/code-throttle.js';
import { FactorVerifier } from './login/factor-verifier.js';
import { LoginService } from './login/login.service.js';
import { LoginThrottle } from './login/login-throttle.js';
import { LogoutService } from './login/logout.service.js';
import { SessionStart } from './login/session-start.js';
import { CredentialVerifier } from './login/credential-verifier.js';
import { SignInRecord } from './login/sign-in-record.js';
import { StepUpService } from './login/step-up.service.js';
import { AccountMail } from './mail/account-mail.js';
import { MailThrottle } from './mail/mail-throttle.js';
import { MailedLinks } from './mail/mailed-links.js';
import { AccountPagesController } from './pages/account-pages.controller.js';
import { NewPassword } from './password/new-password.js';
import { OperatorReset } from './password/operator-reset.js';
import { PasswordChangeService } from './password/password-change.service.js';
import { PasswordPolicy } from './password/password-policy.js';
import { PasswordNotifier } from './password/password-notifier.js';
import { ForgottenPassword, ForgottenPasswordWorker } from './recovery/forgotten-password.js';
import { PasswordResetService } from './recovery/password-reset.service.js';
import { RecoveryController } from './recovery/recovery.controller.js';
import { RecoveryCodes } from './second-factor/recovery-codes.js';
import { SecondFactor } from './second-factor/second-factor.js';
import { TotpController } from './second-factor/totp.controller.js';
import { TotpRemovalService } from './second-factor/totp-removal.service.js';
import { TotpRemover } from './second-factor/totp-remover.js';
import { TotpResetService } from './second-factor/totp-reset.service.js';
import { TotpSecrets } from './second-factor/totp-secrets.js';
import { TotpService } from './second-factor/totp.service.js';
import { TotpNotifier } from './second-factor/totp-notifier.js';
import { UserTotpController } from './second-factor/user-totp.controller.js';
import { SessionStrategy } from './sessions/session.strategy.js';
import { SessionTokens } from './sessions/session-tokens.js';
import { SessionsService } from './sessions/sessions.service.js';
import { AccessTokens } from './tokens/access-tokens.js';
import { BearerStrategy } from './tokens/bearer.strategy.js';
import { RefreshTokens } from './tokens/refresh-tokens.js';
import { SigningKeys } from './tokens/signing-keys.js';
import { TokenSignIn } from './tokens/token-sign-in.js';
import { TokensController } from './tokens/tokens.controller.js';
import { TokensService } from './tokens/tokens.service.js';

@Module({
  imports: [SettingsModule, UsersModule],
  controllers: [
    AuthController,
    TokensController,
    EmailController,
    InvitationsController,
    LinksController,
    RecoveryController,
    TotpController,
    UserTotpController,
    AccountPagesController,
  ],
  providers: [
    Cookies,
    KnownDevices,
    RequestOrigins,
    CodeThrottle,
    FactorVerifier,
    LoginService,
    LoginThrottle,
    LogoutService,
    SessionStart,
    CredentialVerifier,
    SignInRecord,
    StepUpService,
    AccountMail,
    MailThrottle,
    MailedLinks,
    EmailVerifier,
    EmailChangeService,
    EmailNotifier,
    InvitationAcceptanceService,
    InvitationNotifier,
    NewPassword,
    OperatorReset,
    PasswordChangeService,
    PasswordPolicy,
    PasswordNotifier,
    ForgottenPassword,
    ForgottenPasswordWorker,
    PasswordResetService,
    RecoveryCodes,
    SecondFactor,
    TotpRemovalService,
    TotpRemover,
    TotpResetService,
    TotpSecrets,
    TotpService,
    TotpNotifier,
    SessionStrategy,
    SessionTokens,
    SessionsService,
    AccessTokens,
    BearerStrategy,
    RefreshTokens,
    SigningKeys,
    TokenSignIn,
    TokensService,
  ],
})
export class AuthModule {}
