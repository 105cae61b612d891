export type { Answer } from './answer';
export { AnswerPromise } from './answer-promise';
export type { Resources } from './calls';
export { isKontorError, KontorAbortError, KontorConnectionError, KontorError, KontorTimeoutError } from './errors';
export { etagOf, type Version } from './etag';
export { Kontor } from './kontor';
export type * from './models';
export type { KontorOptions, RequestOptions, TryEvent } from './options';
export { PagePromise } from './page-promise';
