/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
import type { RecordFilter } from './RecordFilter';
import type { WebhookDisabledReason } from './WebhookDisabledReason';
import type { WebhookHeaderHint } from './WebhookHeaderHint';
import type { WebhookSecretHint } from './WebhookSecretHint';
export type WebhookView = {
  /**
   * Id (UUIDv7, sortable by creation time)
   */
  id: string;
  /**
   * Internal name of the webhook
   */
  name: string;
  /**
   * Description
   */
  description: string;
  /**
   * URL that events are sent to
   */
  url: string;
  /**
   * Event types that are sent
   */
  events: Array<string>;
  /**
   * Filter on the record of the event; only matching events are sent
   */
  filter: RecordFilter | null;
  /**
   * Additional request headers, by name
   */
  headers: Array<WebhookHeaderHint>;
  /**
   * State of the signing secret
   */
  secret: WebhookSecretHint;
  /**
   * Time until which the previous secret also signs; null if there is none
   */
  previousSecretExpiresAt: string | null;
  /**
   * Whether events are sent
   */
  enabled: boolean;
  /**
   * Reason why the webhook is disabled: by a user, after days of failures, or after an answer 410
   */
  disabledReason: WebhookDisabledReason | null;
  /**
   * Time since which the webhook is disabled
   */
  disabledAt: string | null;
  /**
   * Maximum number of simultaneous requests
   */
  maxConcurrency: number;
  /**
   * Whether events are sent strictly one after another
   */
  isOrdered: boolean;
  /**
   * Number of failed attempts since the last success
   */
  failureCount: number;
  /**
   * Time since which all attempts fail
   */
  failingSince: string | null;
  /**
   * HTTP status of the last response
   */
  lastStatusCode: number | null;
  /**
   * Time of the last request, precise to a few seconds
   */
  lastTriggeredAt: string | null;
  /**
   * Id of the user who created the webhook
   */
  createdById: string | null;
  /**
   * Whether the creator is still active. Only events that the creator may see are sent; none after the creator leaves, until the owner changes.
   */
  isCreatorActive: boolean;
  /**
   * Creation time
   */
  createdAt: string;
  /**
   * Time of the last change
   */
  updatedAt: string;
  /**
   * Deletion time; null if the record is not deleted
   */
  deletedAt: string | null;
  /**
   * Version number, also in the ETag of the webhook
   */
  version: number;
};

