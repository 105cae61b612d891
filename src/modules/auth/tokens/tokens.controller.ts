import { Body, Controller, Header, HttpStatus, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../kernel/access.js';
import { BodyExample } from '../../../kernel/routes/body-example.js';
import { OperationId, Returns, ReturnsNothing } from '../../../kernel/routes/returns.js';
import { LoginRequest } from '../auth.dto.js';
import { Http, type HttpContext } from '../browser/http-context.js';
import { RefreshRequest, TokenView } from './tokens.dto.js';
import { TokensService } from './tokens.service.js';

@ApiTags('Auth')
@Controller('auth/token')
export class TokensController {
  constructor(private readonly tokens: TokensService) {}

  /**
   * Create an access token. Signs in with a password and returns an access token and a refresh token, without a cookie.
   * For programs and apps that act for a user.
   */
  @OperationId('createToken')
  @Post()
  @Public()
  @Header('Cache-Control', 'no-store')
  @Returns(TokenView)
  @ApiResponse({ status: HttpStatus.UNAUTHORIZED, description: 'The e-mail address or password is wrong' })
  @BodyExample({ email: 'admin@kontor.local', password: 'three blue teapots sing' })
  issueToken(@Body() body: LoginRequest, @Http() { request }: HttpContext): Promise<TokenView> {
    return this.tokens.issue(body, request);
  }

  /**
   * Refresh an access token. Exchanges a refresh token for a new pair of tokens. Each refresh token can be used once.
   * Within ten seconds, a repeated request returns the same pair, in case the response was lost. A later use ends the
   * session, because the token may be stolen.
   */
  @Post('refresh')
  @Public()
  @Header('Cache-Control', 'no-store')
  @Returns(TokenView)
  @ApiResponse({
    status: HttpStatus.UNAUTHORIZED,
    description: 'The refresh token is unknown, expired or already used',
  })
  refreshToken(@Body() body: RefreshRequest): Promise<TokenView> {
    return this.tokens.refresh(body);
  }

  /** Revoke a refresh token. Ends its session and all tokens of the session. An unknown token is accepted too. */
  @Post('revoke')
  @Public()
  @ReturnsNothing()
  revokeToken(@Body() body: RefreshRequest): Promise<void> {
    return this.tokens.revoke(body);
  }
}
