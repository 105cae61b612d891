import { Body, Controller, Delete, Get, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Me, OpenWhileConfined, Public, SignedIn } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { NotIdempotent } from '../../kernel/idempotent.js';
import { pageOf, PageQuery, type Page } from '../../kernel/page.js';
import { RecordId } from '../../kernel/parameters.js';
import { Returns, ReturnsNothing } from '../../kernel/returns.js';
import { LoginRequest, MeView, PasswordChange, SessionView, SignInView, StepUp, StepUpView } from './auth.dto.js';
import { Visit, type BrowserVisit } from './browser/visit.js';
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

  /** Signs in with a password and sets the session's cookie. */
  @Post('login')
  @Public()
  @NotIdempotent()
  @Returns(SignInView)
  @ApiResponse({
    status: HttpStatus.UNAUTHORIZED,
    description: 'Wrong e-mail address or password, or a code is needed besides.',
  })
  @ApiResponse({ status: HttpStatus.FORBIDDEN, description: 'Asked by a page of another site.' })
  login(@Body() body: LoginRequest, @Visit() visit: BrowserVisit): Promise<SignInView> {
    return this.logins.login(body, visit);
  }

  /** Ends the session that asks. */
  @Post('logout')
  @SignedIn()
  @OpenWhileConfined()
  @NotIdempotent()
  @ReturnsNothing()
  logout(@Me() actor: Actor, @Visit() visit: BrowserVisit): Promise<void> {
    return this.logouts.logout(actor, visit);
  }

  /** Proves the password again, which dangerous things ask for within the ten minutes before. */
  @Post('step-up')
  @SignedIn()
  @OpenWhileConfined()
  @NotIdempotent()
  @Returns(StepUpView)
  stepUp(@Me() actor: Actor, @Body() body: StepUp, @Visit() visit: BrowserVisit): Promise<StepUpView> {
    return this.proofs.prove(actor, body, visit);
  }

  /** Says who is asking and what they may, for sessions, access tokens and API keys. */
  @Get('me')
  @SignedIn()
  @OpenWhileConfined()
  @Returns(MeView)
  me(@Me() actor: Actor): MeView {
    return meView(actor);
  }

  /** Changes one's own password and ends all other sessions. */
  @Post('password')
  @SignedIn()
  @OpenWhileConfined()
  @NotIdempotent()
  @ReturnsNothing()
  changePassword(@Me() actor: Actor, @Body() body: PasswordChange, @Visit() visit: BrowserVisit): Promise<void> {
    return this.passwords.change(actor, body, visit);
  }

  /** Lists one's own sessions, newest first. */
  @Get('sessions')
  @SignedIn()
  @Returns(pageOf(SessionView))
  listSessions(@Me() actor: Actor, @Query() query: PageQuery): Promise<Page<SessionView>> {
    return this.sessions.list(actor, query);
  }

  /** Ends one of one's own sessions. */
  @Delete('sessions/:id')
  @SignedIn()
  @ReturnsNothing()
  revokeSession(@Me() actor: Actor, @RecordId() id: string): Promise<void> {
    return this.sessions.revoke(actor, id);
  }
}
