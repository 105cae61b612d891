import { Body, Controller, Delete, Get, HttpStatus, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { FreshPassword, Me, OpenWhileConfined, SignedIn } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { NotIdempotent } from '../../../kernel/idempotent.js';
import { Returns, ReturnsNothing } from '../../../kernel/returns.js';
import { Visit, type BrowserVisit } from '../browser/visit.js';
import { RecoveryCodesView, TotpConfirmation, TotpRemoval, TotpSetupView, TotpView } from './totp.dto.js';
import { TotpRemovalService } from './totp-removal.service.js';
import { TotpService } from './totp.service.js';

@ApiTags('Auth')
@Controller('auth/totp')
export class TotpController {
  constructor(
    private readonly totp: TotpService,
    private readonly removals: TotpRemovalService,
  ) {}

  /** Says whether signing in asks for a code. */
  @Get()
  @SignedIn()
  @OpenWhileConfined()
  @Returns(TotpView)
  getTotp(@Me() actor: Actor): Promise<TotpView> {
    return this.totp.get(actor);
  }

  /** Begins to set up a second factor. The secret is in this answer and never shown again; it holds once a code confirms it. */
  @Post('start')
  @SignedIn()
  @OpenWhileConfined()
  @FreshPassword()
  @NotIdempotent()
  @Returns(TotpSetupView)
  startTotp(@Me() actor: Actor): Promise<TotpSetupView> {
    return this.totp.start(actor);
  }

  /** Turns the second factor on, and gives ten recovery codes that are never shown again. */
  @Post('confirm')
  @SignedIn()
  @OpenWhileConfined()
  @NotIdempotent()
  @Returns(RecoveryCodesView)
  confirmTotp(@Me() actor: Actor, @Body() body: TotpConfirmation): Promise<RecoveryCodesView> {
    return this.totp.confirm(actor, body.code);
  }

  /** Makes new recovery codes; those before them are worth nothing any more. */
  @Post('recovery-codes')
  @SignedIn()
  @FreshPassword()
  @NotIdempotent()
  @Returns(RecoveryCodesView)
  renewRecoveryCodes(@Me() actor: Actor): Promise<RecoveryCodesView> {
    return this.totp.renewCodes(actor);
  }

  /** Turns the second factor off. Asks for a code, and for a longer password where the present one is short. */
  @Delete()
  @SignedIn()
  @FreshPassword()
  @ReturnsNothing()
  @ApiResponse({
    status: HttpStatus.UNPROCESSABLE_ENTITY,
    description: 'The code is wrong, or the password too short to stand alone.',
  })
  disableTotp(@Me() actor: Actor, @Body() body: TotpRemoval, @Visit() visit: BrowserVisit): Promise<void> {
    return this.removals.remove(actor, body, visit);
  }
}
