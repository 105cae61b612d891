import { Controller, Get, HttpStatus, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../../../kernel/access.js';
import { answerAs } from '../../../platform/http/index.js';
import { accountPage, noPage } from './account-page.js';
import { SCRIPT_HASH } from './page-script.js';
import { STYLE_HASH } from './page-style.js';

/** It runs its own script, speaks to its own server, and is in nobody's frame. */
const POLICY = [
  `default-src 'none'`,
  `script-src ${SCRIPT_HASH}`,
  `style-src ${STYLE_HASH}`,
  `connect-src 'self'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
  `base-uri 'none'`,
].join('; ');

/** Where the links in mails lead, for whoever has no page of their own. */
@ApiExcludeController()
@Controller('account')
export class AccountPagesController {
  @Get(':page')
  @Public()
  show(@Param('page') name: string, @Res({ passthrough: true }) response: Response): string {
    const page = accountPage(name);
    if (page === undefined) answerAs(response, HttpStatus.NOT_FOUND);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('Referrer-Policy', 'no-referrer');
    return page ?? noPage();
  }
}
