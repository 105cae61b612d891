import { Body, Controller, HttpStatus, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../kernel/access.js';
import { OperationId, Returns } from '../../../kernel/routes/returns.js';
import { MailedLinks } from '../mail/mailed-links.js';
import { LinkCheck, LinkView } from './links.dto.js';

@ApiTags('Auth')
@Controller('auth/links')
export class LinksController {
  constructor(private readonly links: MailedLinks) {}

  /** Check a link from an e-mail. Checks the token for a new password or an e-mail address without using it. */
  @OperationId('previewLink')
  @Post('check')
  @Public()
  @Returns(LinkView)
  @ApiResponse({ status: HttpStatus.GONE, description: 'The link is unknown, already used or expired' })
  async checkLink(@Body() { token }: LinkCheck): Promise<LinkView> {
    return { email: await this.links.emailOf(token) };
  }
}
