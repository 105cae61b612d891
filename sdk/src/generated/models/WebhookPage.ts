/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { PageInfo } from './PageInfo';
import type { PageTotal } from './PageTotal';
import type { WebhookView } from './WebhookView';
export type WebhookPage = {
  /**
   * Records of this page, in the requested order
   */
  data: Array<WebhookView>;
  /**
   * Cursors of the neighbouring pages
   */
  pageInfo: PageInfo;
  /**
   * Number of matching records; only if `count` was requested
   */
  total?: PageTotal;
};

