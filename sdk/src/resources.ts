export { createKontor, type KontorClient } from './client.js';
export * from './generated/operations.js';
export { isKontorError, KontorError, type ClientErrorCode } from './errors.js';
export type { Resource } from './operation.js';
export type { KontorOptions, RequestOptions } from './options.js';
