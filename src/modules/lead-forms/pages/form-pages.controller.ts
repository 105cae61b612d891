import { Controller, Get, HttpStatus, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../../../kernel/access.js';
import { answerAs } from '../../../platform/http/index.js';
import { linkParameters } from '../fields/link-parameters.js';
import { OpenForms, type OpenForm } from '../open-forms.js';
import { FillToken } from '../submissions/fill-token.js';
import { formPage, gonePage, thanksPage } from './form-page.js';
import { asPage } from './page-headers.js';

/** HTML pages of forms, for companies that do not embed a form in their own site. */
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
    return formPage(form, this.tokens.create(form.id), {
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
    asPage(form, response);
    return form;
  }
}
