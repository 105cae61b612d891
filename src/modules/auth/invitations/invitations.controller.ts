import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../kernel/access.js';
import { OperationId, Returns, ReturnsNothing } from '../../../kernel/routes/returns.js';
import { InvitationAcceptance, InvitationCheck, InvitationView } from './invitations.dto.js';
import { InvitationAcceptanceService } from './invitation-acceptance.service.js';

const LinkOver = () =>
  ApiResponse({ status: HttpStatus.GONE, description: 'The link is unknown, already used or expired' });

@ApiTags('Auth')
@Controller('auth/invitations')
export class InvitationsController {
  constructor(private readonly invitations: InvitationAcceptanceService) {}

  /** Preview an invitation. Returns the invited user without using the token. */
  @OperationId('previewInvitation')
  @Post('check')
  @Public()
  @Returns(InvitationView)
  @LinkOver()
  checkInvitation(@Body() body: InvitationCheck): Promise<InvitationView> {
    return this.invitations.check(body.token);
  }

  /** Accept an invitation. Sets the password of the new user. Does not sign in the user. */
  @Post('accept')
  @Public()
  @ReturnsNothing()
  @LinkOver()
  acceptInvitation(@Body() body: InvitationAcceptance): Promise<void> {
    return this.invitations.accept(body);
  }
}
