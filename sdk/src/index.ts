export type { Answer } from './answer.js';
export { AnswerPromise } from './answer-promise.js';
export { createKontor, KontorClient } from './client.js';
export type { CustomChanges, CustomFieldTypes, CustomValues, NewCustomValues } from './custom-fields.js';
export type { ErrorCode } from './generated/error-codes.js';
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
} from './errors.js';
export type { Changed, EventFeed, EventName, EventOf, KontorEvent, UnknownEvent } from './events.js';
export type { EventData } from './generated/event-data.js';
export type { Feed, FeedOptions } from './feed.js';
export { etagOf, type Version } from './etag.js';
export { Kontor } from './kontor.js';
export type * from './generated/models.js';
export type * from './generated/resources.js';
export type { CustomFilters, DateInput, OneOrMany } from './inputs.js';
export type { Logger, LogLevel } from './log.js';
export type {
  HttpMethod,
  IdempotencyOption,
  IfMatchOption,
  IfNoneMatchOption,
  KontorOptions,
  PageOptions,
  RawOptions,
  RequestOptions,
  TokenSource,
  TryEvent,
} from './options.js';
export { PagePromise } from './page-promise.js';
export { KontorTokens, type KontorTokensOptions } from './tokens.js';
export {
  verifyWebhook,
  WebhookVerificationError,
  type VerifyWebhookOptions,
  type WebhookErrorCode,
  type WebhookHeaders,
} from './webhooks.js';
