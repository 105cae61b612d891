import { Body, Controller, Delete, Get, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Me, AllowDuringMfaSetup, Public, SignedIn, SignedInPerson } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { BodyExample } from '../../kernel/routes/body-example.js';
import { NotIdempotent } from '../../kernel/routes/idempotent.js';
import { pageOf, PageQuery, type Page } from '../../kernel/page.js';
import { RecordId } from '../../kernel/routes/parameters.js';
import { OperationId, Returns, ReturnsNothing } from '../../kernel/routes/returns.js';
import { LoginRequest, MeView, PasswordChange, SessionView, SignInView, StepUp, StepUpView } from './auth.dto.js';
import { Http, type HttpContext } from './browser/http-context.js';
import { LoginService } from './login/login.service.js';
import { LogoutService } from './login/logout.service.js';
import { StepUpService } from './login/step-up.service.js';
import { meView } from './me.js';
import { PasswordChangeService } from './password/password-change.service.js';
import { SessionsService } from './sessions/sessions.service.js';

@ApiTags('Auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly logins: LoginService,
    private readonly logouts: LogoutService,
    private readonly proofs: StepUpService,
    private readonly passwords: PasswordChangeService,
    private readonly sessions: SessionsService,
  ) {}

  /** Sign in with a password. Sets the session cookie. */
  @Post('login')
  @Public()
  @Returns(SignInView)
  @ApiResponse({
    status: HttpStatus.UNAUTHORIZED,
    description: 'The e-mail address or password is wrong, or a code is required',
  })
  @ApiResponse({ status: HttpStatus.FORBIDDEN, description: 'The request comes from a page of another site' })
  @BodyExample({ email: 'admin@kontor.local', password: 'three blue teapots sing' })
  login(@Body() body: LoginRequest, @Http() http: HttpContext): Promise<SignInView> {
    return this.logins.login(body, http);
  }

  /** Sign out. Ends the session of the request. */
  @Post('logout')
  @SignedInPerson()
  @AllowDuringMfaSetup()
  @NotIdempotent()
  @ReturnsNothing()
  logout(@Me() actor: Actor, @Http() http: HttpContext): Promise<void> {
    return this.logouts.logout(actor, http);
  }

  /** Confirm your password. Sensitive operations need a confirmation within the last ten minutes. */
  @OperationId('reauthenticate')
  @Post('step-up')
  @SignedInPerson()
  @AllowDuringMfaSetup()
  @NotIdempotent()
  @Returns(StepUpView)
  @BodyExample({ password: 'three blue teapots sing' })
  stepUp(@Me() actor: Actor, @Body() body: StepUp, @Http() http: HttpContext): Promise<StepUpView> {
    return this.proofs.confirm(actor, body, http);
  }

  /**
   * Get the current user. Returns the user, the credential and its permissions, for sessions, access tokens and API
   * keys.
   */
  @Get('me')
  @SignedIn()
  @AllowDuringMfaSetup()
  @Returns(MeView)
  me(@Me() actor: Actor): MeView {
    return meView(actor);
  }

  /** Change your own password. Ends all your other sessions. */
  @Post('password')
  @SignedInPerson()
  @AllowDuringMfaSetup()
  @NotIdempotent()
  @ReturnsNothing()
  changePassword(@Me() actor: Actor, @Body() body: PasswordChange, @Http() http: HttpContext): Promise<void> {
    return this.passwords.change(actor, body, http);
  }

  /** List your own sessions. Newest first. */
  @Get('sessions')
  @SignedInPerson()
  @Returns(pageOf(SessionView))
  listSessions(@Me() actor: Actor, @Query() query: PageQuery): Promise<Page<SessionView>> {
    return this.sessions.list(actor, query);
  }

  /** Revoke one of your own sessions. */
  @Delete('sessions/:id')
  @SignedInPerson()
  @ReturnsNothing()
  revokeSession(@Me() actor: Actor, @RecordId() id: string): Promise<void> {
    return this.sessions.revoke(actor, id);
  }
}
