/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { EventSelector } from './EventSelector';
import type { RecordFilter } from './RecordFilter';
export type WebhookUpdate = {
  /**
   * Internal name of the webhook
   */
  name?: string;
  /**
   * Description
   */
  description?: string | null;
  /**
   * URL that events are sent to: `https` on a public host (`http` is allowed outside production), without user name or password
   */
  url?: string;
  /**
   * Event types to send, 1 to 50 entries: `*`, all of a resource such as `lead.*`, or exact types such as `lead.created`
   */
  events?: Array<EventSelector>;
  /**
   * Filter on the record of the event, in the syntax of `POST /leads/search`; needs events of one record type only
   */
  filter?: RecordFilter | null;
  /**
   * Additional request headers, at most 20. Values are never returned; null removes a header.
   */
  headers?: Record<string, string | null>;
  /**
   * Whether events are sent; default true. Events during a disabled period are stored as `skipped`.
   */
  enabled?: boolean;
  /**
   * Maximum number of simultaneous requests; default 4
   */
  maxConcurrency?: number;
  /**
   * Whether events are sent strictly one after another, so that a failing event delays the following events; default false
   */
  isOrdered?: boolean;
};

