import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/index.js';
import { UsersModule } from '../users/index.js';
import { AuthController } from './auth.controller.js';
import { Cookies } from './browser/cookies.js';
import { KnownDevices } from './browser/known-devices.js';
import { Origins } from './browser/origins.js';
import { EmailController } from './email/email.controller.js';
import { EmailProof } from './email/email-proof.js';
import { EmailService } from './email/email.service.js';
import { EmailTold } from './email/email-told.js';
import { InvitationTold } from './invitations/invitation-told.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { LoginService } from './login/login.service.js';
import { LoginThrottle } from './login/login-throttle.js';
import { LogoutService } from './login/logout.service.js';
import { SessionStart } from './login/session-start.js';
import { SignInProof } from './login/sign-in-proof.js';
import { SignInRecord } from './login/sign-in-record.js';
import { StepUpService } from './login/step-up.service.js';
import { AccountMail } from './mail/account-mail.js';
import { MailThrottle } from './mail/mail-throttle.js';
import { MailedLinks } from './mail/mailed-links.js';
import { AccountPagesController } from './pages/account-pages.controller.js';
import { NewPassword } from './password/new-password.js';
import { PasswordChangeService } from './password/password-change.service.js';
import { PasswordPolicy } from './password/password-policy.js';
import { PasswordTold } from './password/password-told.js';
import { ForgottenPassword, ForgottenPasswordWorker } from './recovery/forgotten-password.js';
import { PasswordResetService } from './recovery/password-reset.service.js';
import { RecoveryController } from './recovery/recovery.controller.js';
import { RecoveryCodes } from './second-factor/recovery-codes.js';
import { SecondFactor } from './second-factor/second-factor.js';
import { TotpController } from './second-factor/totp.controller.js';
import { TotpRemovalService } from './second-factor/totp-removal.service.js';
import { TotpRemoving } from './second-factor/totp-removing.js';
import { TotpResetService } from './second-factor/totp-reset.service.js';
import { TotpSecrets } from './second-factor/totp-secrets.js';
import { TotpService } from './second-factor/totp.service.js';
import { TotpTold } from './second-factor/totp-told.js';
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
    RecoveryController,
    TotpController,
    UserTotpController,
    AccountPagesController,
  ],
  providers: [
    Cookies,
    KnownDevices,
    Origins,
    LoginService,
    LoginThrottle,
    LogoutService,
    SessionStart,
    SignInProof,
    SignInRecord,
    StepUpService,
    AccountMail,
    MailThrottle,
    MailedLinks,
    EmailProof,
    EmailService,
    EmailTold,
    InvitationsService,
    InvitationTold,
    NewPassword,
    PasswordChangeService,
    PasswordPolicy,
    PasswordTold,
    ForgottenPassword,
    ForgottenPasswordWorker,
    PasswordResetService,
    RecoveryCodes,
    SecondFactor,
    TotpRemovalService,
    TotpRemoving,
    TotpResetService,
    TotpSecrets,
    TotpService,
    TotpTold,
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
