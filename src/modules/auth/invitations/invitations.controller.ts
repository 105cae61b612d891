import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../kernel/access.js';
import { NotIdempotent } from '../../../kernel/idempotent.js';
import { Returns, ReturnsNothing } from '../../../kernel/returns.js';
import { InvitationAcceptance, InvitationCheck, InvitationView } from './invitations.dto.js';
import { InvitationsService } from './invitations.service.js';

const LinkOver = () => ApiResponse({ status: HttpStatus.GONE, description: 'The link is unknown, used or over.' });

@ApiTags('Auth')
@Controller('auth/invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  /** Says whom an invitation is for, without using it. */
  @Post('check')
  @Public()
  @NotIdempotent()
  @Returns(InvitationView)
  @LinkOver()
  checkInvitation(@Body() body: InvitationCheck): Promise<InvitationView> {
    return this.invitations.check(body.token);
  }

  /** Accepts an invitation: sets the password to sign in with. Nobody is signed in by it. */
  @Post('accept')
  @Public()
  @NotIdempotent()
  @ReturnsNothing()
  @LinkOver()
  acceptInvitation(@Body() body: InvitationAcceptance): Promise<void> {
    return this.invitations.accept(body);
  }
}
