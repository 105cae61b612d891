import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { FreshPassword, Me, Public, SignedIn } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { NotIdempotent } from '../../../kernel/idempotent.js';
import { ReturnsNothing } from '../../../kernel/returns.js';
import { EmailChange, EmailVerification } from './email.dto.js';
import { EmailProof } from './email-proof.js';
import { EmailService } from './email.service.js';

@ApiTags('Auth')
@Controller('auth/email')
export class EmailController {
  constructor(
    private readonly emails: EmailService,
    private readonly proof: EmailProof,
  ) {}

  /** Asks for another e-mail address: a link goes to it, and word of it to the present one. */
  @Post()
  @SignedIn()
  @FreshPassword()
  @NotIdempotent()
  @ReturnsNothing()
  changeEmail(@Me() actor: Actor, @Body() body: EmailChange): Promise<void> {
    return this.emails.change(actor, body.newEmail);
  }

  /** Confirms an e-mail address with the link's token; from then on it is the one that signs in. */
  @Post('verify')
  @Public()
  @NotIdempotent()
  @ReturnsNothing()
  @ApiResponse({ status: HttpStatus.GONE, description: 'The link is unknown, used or over.' })
  @ApiResponse({ status: HttpStatus.CONFLICT, description: 'Somebody else has the address.' })
  verifyEmail(@Body() body: EmailVerification): Promise<void> {
    return this.proof.verify(body.token);
  }

  /** Sends the link to confirm the present e-mail address again. */
  @Post('resend')
  @SignedIn()
  @NotIdempotent()
  @ReturnsNothing()
  resendEmailVerification(@Me() actor: Actor): Promise<void> {
    return this.emails.resend(actor);
  }
}
