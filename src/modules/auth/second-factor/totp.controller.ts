import { Body, Controller, Delete, Get, HttpStatus, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { RequireRecentAuth, Me, AllowDuringMfaSetup, SignedInPerson } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { IdempotentInSteps, NotIdempotent, SecretResponse } from '../../../kernel/routes/idempotent.js';
import { OperationId, Returns, ReturnsNothing } from '../../../kernel/routes/returns.js';
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

  /** Get the status of your second factor. */
  @Get()
  @SignedInPerson()
  @AllowDuringMfaSetup()
  @Returns(TotpView)
  getTotp(@Me() actor: Actor): Promise<TotpView> {
    return this.totp.get(actor);
  }

  /**
   * Start the setup of a second factor. The response contains the secret, which is not shown again. The second factor
   * is enabled when a code confirms it.
   */
  @OperationId('startTotpSetup')
  @Post('start')
  @SignedInPerson()
  @AllowDuringMfaSetup()
  @RequireRecentAuth()
  @SecretResponse()
  @Returns(TotpSetupView)
  startTotp(@Me() actor: Actor): Promise<TotpSetupView> {
    return this.totp.start(actor);
  }

  /**
   * Enable your second factor. Needs a code of the authenticator app. The response contains ten recovery codes, which
   * are shown only once.
   */
  @OperationId('confirmTotpSetup')
  @Post('confirm')
  @SignedInPerson()
  @AllowDuringMfaSetup()
  @IdempotentInSteps()
  @SecretResponse()
  @Returns(RecoveryCodesView)
  confirmTotp(@Me() actor: Actor, @Body() body: TotpConfirmation): Promise<RecoveryCodesView> {
    return this.totp.confirm(actor, body.code);
  }

  /** Regenerate your recovery codes. All earlier codes become invalid. */
  @OperationId('regenerateRecoveryCodes')
  @Post('recovery-codes')
  @SignedInPerson()
  @RequireRecentAuth()
  @SecretResponse()
  @Returns(RecoveryCodesView)
  renewRecoveryCodes(@Me() actor: Actor): Promise<RecoveryCodesView> {
    return this.totp.renewCodes(actor);
  }

  /** Disable your second factor. Needs a code, and a longer password if the current one is short. */
  @Delete()
  @SignedInPerson()
  @RequireRecentAuth()
  @NotIdempotent()
  @ReturnsNothing()
  @ApiResponse({
    status: HttpStatus.UNPROCESSABLE_ENTITY,
    description: 'The code is wrong, or the password is too short without a second factor',
  })
  disableTotp(@Me() actor: Actor, @Body() body: TotpRemoval): Promise<void> {
    return this.removals.remove(actor, body);
  }
}
