import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { RequireRecentAuth, Me, Public, SignedInPerson } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { IdempotentInSteps } from '../../../kernel/routes/idempotent.js';
import { ReturnsNothing } from '../../../kernel/routes/returns.js';
import { EmailChange, EmailVerification } from './email.dto.js';
import { EmailVerifier } from './email-verifier.js';
import { EmailChangeService } from './email-change.service.js';

@ApiTags('Auth')
@Controller('auth/email')
export class EmailController {
  constructor(
    private readonly emails: EmailChangeService,
    private readonly verifier: EmailVerifier,
  ) {}

  /**
   * Change your own e-mail address. Sends a confirmation link to the new address and a notification to the current
   * address.
   */
  @Post()
  @SignedInPerson()
  @RequireRecentAuth()
  @IdempotentInSteps()
  @ReturnsNothing()
  changeEmail(@Me() actor: Actor, @Body() body: EmailChange): Promise<void> {
    return this.emails.change(actor, body.newEmail);
  }

  /** Verify an e-mail address. Needs the token from the link. From then on, the address is used to sign in. */
  @Post('verify')
  @Public()
  @ReturnsNothing()
  @ApiResponse({ status: HttpStatus.GONE, description: 'The link is unknown, already used or expired' })
  @ApiResponse({ status: HttpStatus.CONFLICT, description: 'Another user has the e-mail address' })
  verifyEmail(@Body() body: EmailVerification): Promise<void> {
    return this.verifier.verify(body.token);
  }

  /** Resend the e-mail verification link. Sends the link to the current address. */
  @Post('resend')
  @SignedInPerson()
  @IdempotentInSteps()
  @ReturnsNothing()
  resendEmailVerification(@Me() actor: Actor): Promise<void> {
    return this.emails.resend(actor);
  }
}
