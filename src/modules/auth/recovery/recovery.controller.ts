import { Body, Controller, HttpStatus, Post, Req } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public } from '../../../kernel/access.js';
import { NotIdempotent } from '../../../kernel/idempotent.js';
import { Returns, ReturnsNothing } from '../../../kernel/returns.js';
import { PasswordForgotten, PasswordForgottenView, PasswordReset } from './recovery.dto.js';
import { ForgottenPassword } from './forgotten-password.js';
import { PasswordResetService } from './password-reset.service.js';

@ApiTags('Auth')
@Controller('auth/password')
export class RecoveryController {
  constructor(
    private readonly forgotten: ForgottenPassword,
    private readonly resets: PasswordResetService,
  ) {}

  /** Sends a link to set a new password, if there is such an account; the answer is the same if there is none. */
  @Post('forgot')
  @Public()
  @NotIdempotent()
  @Returns(PasswordForgottenView, { status: HttpStatus.ACCEPTED })
  forgotPassword(@Body() body: PasswordForgotten, @Req() request: Request): Promise<PasswordForgottenView> {
    return this.forgotten.note(body.email, request.ip ?? '');
  }

  /** Sets a new password with the link's token, and ends every session of the account. Nobody is signed in by it. */
  @Post('reset')
  @Public()
  @NotIdempotent()
  @ReturnsNothing()
  @ApiResponse({ status: HttpStatus.GONE, description: 'The link is unknown, used or over.' })
  resetPassword(@Body() body: PasswordReset): Promise<void> {
    return this.resets.reset(body);
  }
}
