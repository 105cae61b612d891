import { Body, Controller, HttpStatus, Post, Req } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public } from '../../../kernel/access.js';
import { OperationId, Returns, ReturnsNothing } from '../../../kernel/routes/returns.js';
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

  /** Request a password reset. Sends a link if the account exists. The response is the same if it does not. */
  @OperationId('requestPasswordReset')
  @Post('forgot')
  @Public()
  @Returns(PasswordForgottenView, { status: HttpStatus.ACCEPTED })
  forgotPassword(@Body() body: PasswordForgotten, @Req() request: Request): Promise<PasswordForgottenView> {
    return this.forgotten.note(body.email, request.ip ?? '');
  }

  /**
   * Reset a password. Needs the token from the link. Ends all sessions of the account and does not sign in the user.
   */
  @Post('reset')
  @Public()
  @ReturnsNothing()
  @ApiResponse({ status: HttpStatus.GONE, description: 'The link is unknown, already used or expired' })
  resetPassword(@Body() body: PasswordReset): Promise<void> {
    return this.resets.reset(body);
  }
}
