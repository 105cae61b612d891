import {
  applyDecorators,
  Body,
  Controller,
  HttpCode,
  HttpStatus,
  Options,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiExcludeEndpoint, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../../../kernel/access.js';
import {
  ConflictError,
  UnprocessableError,
  notFound,
  UnavailableError,
  type DomainError,
} from '../../../kernel/errors.js';
import { OperationId, Returns, SdkName } from '../../../kernel/routes/returns.js';
import { answerAs } from '../../../platform/http/index.js';
import { linkParameters } from '../fields/link-parameters.js';
import { OpenForms, type OpenForm } from '../open-forms.js';
import { formPage, gonePage } from '../pages/form-page.js';
import { asPage } from '../pages/page-headers.js';
import { FillToken } from './fill-token.js';
import type { Mistake, SubmissionDecision } from './outcome.js';
import type { Sender } from './submission-row.js';
import { parted, readSubmission } from './submission.js';
import { SubmissionAnswer } from './submissions.dto.js';
import { SubmissionsService } from './submissions.service.js';

const EXAMPLE = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  message: 'We need a calculating machine by spring.',
  utm_source: 'newsletter',
};
const MAX_AGE = '600';

const SubmissionDocs = (): MethodDecorator =>
  applyDecorators(
    ApiParam({
      name: 'key',
      description: 'Public key of the form',
      schema: { type: 'string', minLength: 1, maxLength: 100 },
      example: '8fKq2Zr6TnV1xYpB4mWc9sLd',
    }),
    ApiConsumes('application/json', 'application/x-www-form-urlencoded'),
    ApiBody({
      description: 'Values by field name; unknown fields are stored in the submission',
      schema: { type: 'object', additionalProperties: true, example: EXAMPLE },
    }),
    ApiResponse({
      status: HttpStatus.SEE_OTHER,
      description: 'Redirect to the confirmation page, for clients that prefer HTML',
    }),
    ApiResponse({ status: HttpStatus.CONFLICT, description: 'The form is closed (`form-closed`)' }),
  );

@ApiTags('Forms')
@Controller('forms')
export class SubmissionsController {
  constructor(
    private readonly submissions: SubmissionsService,
    private readonly forms: OpenForms,
    private readonly tokens: FillToken,
  ) {}

  /**
   * Submit a lead form. Accepts JSON and URL-encoded data. Invalid values are rejected with pointers. A suspicious
   * submission, or one over a limit, is held for review, with the same response as an accepted one. Browsers without
   * JavaScript are redirected to a confirmation page (303), or see the form again with the values and the error.
   */
  @OperationId('submitLeadForm')
  @SdkName('submit')
  @Post(':key/submissions')
  @Public()
  @Returns(SubmissionAnswer, { status: HttpStatus.ACCEPTED })
  @SubmissionDocs()
  async submit(
    @Param('key') key: string,
    @Body() body: Record<string, unknown>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SubmissionAnswer> {
    const form = await this.forms.find(key);
    share(form, request, response);
    response.setHeader('Cache-Control', 'no-store');
    const wantsPage = request.accepts(['json', 'html']) === 'html';
    const input = { ...linkParameters(request), ...body };
    const taken = await this.submissions.submit(key, input, senderOf(request)).catch((error: unknown) => {
      if (form && wantsPage) return undefined;
      throw error;
    });
    if (!form) return missing(wantsPage, response);
    const rejection = taken ? rejectionOf(taken.decision) : unsent();
    if (rejection && !wantsPage) throw rejection;
    if (rejection) return this.again(form, rejection, taken?.decision?.mistakes ?? [], input, response) as never;
    if (wantsPage) redirect(form, response);
    return { ok: true };
  }

  /**
   * Shows the form again with the answers and the reason. Keeps the token, so that a quick correction does not count as
   * filled in by a bot.
   */
  private again(
    form: OpenForm,
    rejection: DomainError,
    mistakes: readonly Mistake[],
    input: Readonly<Record<string, unknown>>,
    response: Response,
  ): string {
    const { payload, token } = readSubmission(input);
    const { origin, answers } = parted(payload);
    const status =
      rejection instanceof UnprocessableError
        ? HttpStatus.UNPROCESSABLE_ENTITY
        : rejection instanceof ConflictError
          ? HttpStatus.CONFLICT
          : HttpStatus.SERVICE_UNAVAILABLE;
    answerAs(response, status);
    asPage(form, response);
    return formPage(form, token ?? this.tokens.create(form.id), origin, {
      reason: rejection.message,
      answers,
      mistakes,
    });
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

const senderOf = ({ ip, headers }: Request): Sender => ({
  ipAddress: ip ?? null,
  userAgent: headers['user-agent']?.slice(0, 500) ?? null,
});

function redirect({ redirectUrl, publicKey }: OpenForm, response: Response): void {
  answerAs(response, HttpStatus.SEE_OTHER);
  response.setHeader('Location', redirectUrl ?? `/forms/${encodeURIComponent(publicKey)}/thanks`);
}

function missing(wantsPage: boolean, response: Response): never {
  if (!wantsPage) throw notFound('form');
  answerAs(response, HttpStatus.NOT_FOUND);
  asPage(undefined, response);
  return gonePage() as never;
}

/** The error for the sender; undefined if the sender gets the answer of an accepted submission. */
function rejectionOf(decision: SubmissionDecision | undefined): DomainError | undefined {
  if (decision?.outcome === 'disabled')
    return new ConflictError('form-closed', 'This form is closed. Your message was not sent.');
  if (decision?.outcome !== 'invalid') return undefined;
  const errors = (decision.mistakes ?? []).map(({ field, code, detail }) => ({ pointer: `#/${field}`, code, detail }));
  return new UnprocessableError('invalid-body', 'Your message was not sent. Please correct the marked fields.', {
    errors,
  });
}

const unsent = (): DomainError =>
  new UnavailableError(
    'form-unavailable',
    'Your message could not be sent at the moment. Please try again in a minute.',
    { retryAfter: 60 },
  );

/** CORS: allows scripts of the listed origins to read the response, without credentials. */
function share(form: OpenForm | undefined, { headers: { origin } }: Request, response: Response): boolean {
  response.vary('Origin');
  if (origin === undefined || !form?.allowedOrigins.includes(origin)) return false;
  response.setHeader('Access-Control-Allow-Origin', origin);
  return true;
}
