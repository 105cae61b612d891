export type { Answer } from './answer';
export { AnswerPromise } from './answer-promise';
export type { Resources } from './calls';
export { isKontorError, KontorAbortError, KontorConnectionError, KontorError, KontorTimeoutError } from './errors';
export type { Changed, EventName, EventOf, KontorEvent, UnknownEvent } from './events';
export type { EventData } from './event-data';
export type { FeedOptions } from './feed';
export { etagOf, type Version } from './etag';
export { Kontor } from './kontor';
export type * from './models';
export type { KontorOptions, RequestOptions, TokenSource, TryEvent } from './options';
export { PagePromise } from './page-promise';
export { KontorTokens, type KontorTokensOptions } from './tokens';
export {
  verifyWebhook,
  WebhookVerificationError,
  type VerifyWebhookOptions,
  type WebhookErrorCode,
  type WebhookHeaders,
} from './webhooks';
