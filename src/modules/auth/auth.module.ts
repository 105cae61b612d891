import { Module } from '@nestjs/common';
import { SettingsModule } from '../settings/index.js';
import { UsersModule } from '../users/index.js';
import { AuthController } from './auth.controller.js';
import { Cookies } from './browser/cookies.js';
import { KnownDevices } from './browser/known-devices.js';
import { Origins } from './browser/origins.js';
import { LoginService } from './login/login.service.js';
import { LoginThrottle } from './login/login-throttle.js';
import { LogoutService } from './login/logout.service.js';
import { SessionStart } from './login/session-start.js';
import { PasswordChangeService } from './password/password-change.service.js';
import { PasswordPolicy } from './password/password-policy.js';
import { PasswordProof } from './password/password-proof.js';
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
  controllers: [AuthController, TokensController],
  providers: [
    Cookies, KnownDevices, Origins,
    LoginService, LoginThrottle, LogoutService, SessionStart,
    PasswordChangeService, PasswordPolicy, PasswordProof,
    SessionStrategy, SessionTokens, SessionsService,
    AccessTokens, BearerStrategy, RefreshTokens, SigningKeys, TokenSignIn, TokensService,
  ],
})
export class AuthModule {}
