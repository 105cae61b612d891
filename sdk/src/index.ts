export type { Answer } from './answer';
export { AnswerPromise } from './answer-promise';
export type { OptionsOf, Resources } from './calls';
export type { ErrorCode } from './generated/error-codes';
export {
  isKontorError,
  KontorAbortError,
  KontorAuthenticationError,
  KontorConflictError,
  KontorConnectionError,
  KontorError,
  KontorNotFoundError,
  KontorPermissionError,
  KontorRateLimitError,
  KontorServerError,
  KontorTimeoutError,
  KontorValidationError,
  type ClientErrorCode,
} from './errors';
export type { Changed, EventName, EventOf, KontorEvent, UnknownEvent } from './events';
export type { EventData } from './event-data';
export type { FeedOptions } from './feed';
export { etagOf, type Version } from './etag';
export { Kontor } from './kontor';
export type * from './models';
export type * from './generated/parameters';
export type { Logger, LogLevel } from './log';
export type { HttpMethod, KontorOptions, RawOptions, RequestOptions, TokenSource, TryEvent } from './options';
export { PagePromise } from './page-promise';
export { KontorTokens, type KontorTokensOptions } from './tokens';
export {
  verifyWebhook,
  WebhookVerificationError,
  type VerifyWebhookOptions,
  type WebhookErrorCode,
  type WebhookHeaders,
} from './webhooks';
