import { Body, Controller, HttpCode, HttpStatus, Options, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExcludeEndpoint, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../../../kernel/access.js';
import { NotIdempotent } from '../../../kernel/idempotent.js';
import { Returns } from '../../../kernel/returns.js';
import { answerAs } from '../../../platform/http/index.js';
import { linkParameters } from '../link-parameters.js';
import { OpenForms, type OpenForm } from '../open-forms.js';
import { SubmissionAnswer } from './submissions.dto.js';
import { SubmissionsService } from './submissions.service.js';

const EXAMPLE = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  message: 'We need a calculating machine by spring.',
  utm_source: 'newsletter',
};
const MAX_AGE = '600';

@ApiTags('Forms')
@Controller('forms')
export class SubmissionsController {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly forms: OpenForms,
  ) {}

  /**
   * Submits a form, as JSON or urlencoded. The answer is the same whatever becomes of it, also for a key that does not
   * exist: spammers learn nothing. Browsers without JavaScript are sent on to a page of thanks (303).
   */
  @Post(':key/submissions')
  @Public()
  @NotIdempotent()
  @Returns(SubmissionAnswer, { status: HttpStatus.ACCEPTED })
  @ApiParam({
    name: 'key',
    description: 'The public key of the form.',
    schema: { type: 'string', minLength: 1, maxLength: 100 },
    example: '8fKq2Zr6TnV1xYpB4mWc9sLd',
  })
  @ApiConsumes('application/json', 'application/x-www-form-urlencoded')
  @ApiBody({
    description: 'The answers by field name; whatever else is sent is kept beside them.',
    schema: { type: 'object', additionalProperties: true, example: EXAMPLE },
  })
  @ApiResponse({
    status: HttpStatus.SEE_OTHER,
    description: 'For callers that would rather have HTML: the page of thanks.',
  })
  async submit(
    @Param('key') key: string,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SubmissionAnswer> {
    const sender = { ipAddress: request.ip ?? null, userAgent: request.headers['user-agent']?.slice(0, 500) ?? null };
    const form = await this.submissions.take(key, { ...linkParameters(request), ...body }, sender);
    share(form, request, response);
    response.setHeader('Cache-Control', 'no-store');
    if (request.accepts(['json', 'html']) === 'html') {
      answerAs(response, HttpStatus.SEE_OTHER);
      response.setHeader('Location', form?.redirectUrl ?? `/forms/${encodeURIComponent(key)}/thanks`);
    }
    return { ok: true };
  }

  @Options(':key/submissions')
  @Public()
  @ApiExcludeEndpoint()
  @HttpCode(HttpStatus.NO_CONTENT)
  async preflight(
    @Param('key') key: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const shared = share(await this.forms.find(key), request, response);
    if (!shared) return;
    response.setHeader('Access-Control-Allow-Methods', 'POST');
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type');
    response.setHeader('Access-Control-Max-Age', MAX_AGE);
  }
}

/** Lets scripts of listed origins read the answer, never with credentials. */
function share(form: OpenForm | undefined, { headers: { origin } }: Request, response: Response): boolean {
  response.vary('Origin');
  if (origin === undefined || !form?.allowedOrigins.includes(origin)) return false;
  response.setHeader('Access-Control-Allow-Origin', origin);
  return true;
}
