import { Controller, Get, HttpStatus, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../../../kernel/access.js';
import { answerAs } from '../../../platform/http/index.js';
import { linkParameters } from '../link-parameters.js';
import { OpenForms, type OpenForm } from '../open-forms.js';
import { FillToken } from '../submissions/fill-token.js';
import { formPage, gonePage, thanksPage } from './form-page.js';
import { STYLE_HASH } from './page-style.js';

/** The pages on which people fill in forms, for those who have no page of their own. */
@ApiExcludeController()
@Controller('forms')
export class FormPagesController {
  constructor(
    private readonly forms: OpenForms,
    private readonly tokens: FillToken,
  ) {}

  @Get(':key')
  @Public()
  async show(
    @Param('key') key: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const form = await this.openForm(key, response);
    if (!form) return gonePage();
    const referrer = request.headers.referer;
    return formPage(form, this.tokens.make(form.id), {
      ...(referrer && { referrer: referrer.slice(0, 500) }),
      ...linkParameters(request),
    });
  }

  @Get(':key/thanks')
  @Public()
  async thank(@Param('key') key: string, @Res({ passthrough: true }) response: Response): Promise<string> {
    const form = await this.openForm(key, response);
    return form ? thanksPage(form) : gonePage();
  }

  private async openForm(key: string, response: Response): Promise<OpenForm | undefined> {
    const found = await this.forms.find(key);
    const form = found?.enabled ? found : undefined;
    if (!form) answerAs(response, HttpStatus.NOT_FOUND);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Security-Policy', policyOf(form));
    // It knows no list of origins, and would forbid what the policy allows.
    response.removeHeader('X-Frame-Options');
    return form;
  }
}

// Browsers hold form-action against redirects too: the page of thanks elsewhere has to be named.
function policyOf(form: OpenForm | undefined): string {
  const framers = form && form.allowedOrigins.length > 0 ? ["'self'", ...form.allowedOrigins] : ["'none'"];
  const targets = form?.redirectUrl ? ["'self'", new URL(form.redirectUrl).origin] : ["'self'"];
  return [
    `default-src 'none'`,
    `style-src ${STYLE_HASH}`,
    `form-action ${form ? targets.join(' ') : "'none'"}`,
    `frame-ancestors ${framers.join(' ')}`,
    `base-uri 'none'`,
  ].join('; ');
}
