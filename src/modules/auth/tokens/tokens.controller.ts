import { Body, Controller, Header, HttpStatus, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../kernel/access.js';
import { NotIdempotent } from '../../../kernel/idempotent.js';
import { Returns, ReturnsNothing } from '../../../kernel/returns.js';
import { LoginRequest } from '../auth.dto.js';
import { Visit, type BrowserVisit } from '../browser/visit.js';
import { RefreshRequest, TokenView } from './tokens.dto.js';
import { TokensService } from './tokens.service.js';

@ApiTags('Auth')
@Controller('auth/token')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  /** Signs in with a password for an access token and a refresh token, without a cookie. For programs and apps that act as a person. */
  @Post()
  @Public()
  @NotIdempotent()
  @Header('Cache-Control', 'no-store')
  @Returns(TokenView)
  @ApiResponse({ status: HttpStatus.UNAUTHORIZED, description: 'Wrong e-mail address or password.' })
  issueToken(@Body() body: LoginRequest, @Visit() { request }: BrowserVisit): Promise<TokenView> {
    return this.tokens.issue(body, request);
  }

  /**
   * Exchanges a refresh token for the next pair of tokens. It is used up by that; for ten seconds it still gives the same
   * successor, for answers that were lost. Any later use ends the session, because somebody else may have the token.
   */
  @Post('refresh')
  @Public()
  @NotIdempotent()
  @Header('Cache-Control', 'no-store')
  @Returns(TokenView)
  @ApiResponse({ status: HttpStatus.UNAUTHORIZED, description: 'Unknown, over, or used before.' })
  refreshToken(@Body() body: RefreshRequest): Promise<TokenView> {
    return this.tokens.refresh(body);
  }

  /** Ends the session of a refresh token, and all of its tokens with it. A token that is unknown is as good as ended. */
  @Post('revoke')
  @Public()
  @NotIdempotent()
  @ReturnsNothing()
  revokeToken(@Body() body: RefreshRequest): Promise<void> {
    return this.tokens.revoke(body);
  }
}
