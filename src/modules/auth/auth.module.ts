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

@Module({
  imports: [SettingsModule, UsersModule],
  controllers: [AuthController],
  providers: [
    Cookies, KnownDevices, Origins,
    LoginService, LoginThrottle, LogoutService, SessionStart,
    PasswordChangeService, PasswordPolicy, PasswordProof,
    SessionStrategy, SessionTokens, SessionsService,
  ],
})
export class AuthModule {}
