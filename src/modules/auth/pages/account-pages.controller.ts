import { Controller, Get, HttpStatus, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../../../kernel/access.js';
import { Config } from '../../../platform/config/index.js';
import { answerAs } from '../../../platform/http/index.js';
import { accountPage, noPage } from './account-page.js';
import { SCRIPT_HASH } from './page-script.js';
import { ACCOUNT_PAGE_STYLE_HASH } from './page-style.js';

/** Allows only the own script and style, and requests to the own server. The page must not be shown in a frame. */
const POLICY = [
  `default-src 'none'`,
  `script-src ${SCRIPT_HASH}`,
  `style-src ${ACCOUNT_PAGE_STYLE_HASH}`,
  `connect-src 'self'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `base-uri 'none'`,
].join('; ');

/** Pages for the links in e-mails, for installations without own pages. */
@ApiExcludeController()
@Controller('account')
export class AccountPagesController {
  constructor(private readonly config: Config) {}

  @Get(':page')
  @Public()
  show(@Param('page') name: string, @Res({ passthrough: true }) response: Response): string {
    // The page at `/` exists only with the admin UI or the documentation.
    const hasStartPage = this.config.ADMIN_UI === 'on' || this.config.DOCS_ENABLED;
    const page = accountPage(name, hasStartPage ? '/' : undefined);
    if (page === undefined) answerAs(response, HttpStatus.NOT_FOUND);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('Referrer-Policy', 'no-referrer');
    return page ?? noPage();
  }
}
