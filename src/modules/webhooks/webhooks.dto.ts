import { OmitType, PartialType } from '@nestjs/swagger';
import {
  Choice,
  ClearableText,
  ChoicesParameter,
  Flag,
  FlagParameter,
  FreeObject,
  Id,
  Integer,
  IntegerParameter,
  Nested,
  NestedList,
  Nullable,
  Optional,
  ExactText,
  Text,
  Texts,
  TextsParameter,
  Timestamp,
} from '../../kernel/fields.js';
import { PageQuery } from '../../kernel/page.js';
import { TimestampFilter } from '../../platform/query/index.js';
import { HeaderMap } from './headers/header-map.js';
import { WEBHOOK_DISABLED_REASONS, type WebhookDisabledReasonName } from './webhook.entity.js';

export class WebhookCreate {
  /**
   * Internal name of the webhook
   * @example "Data warehouse"
   */
  @Text(1, 255) name: string;
  /**
   * Description
   * @example "Copies new leads into the warehouse."
   */
  @ClearableText(1000) description?: string;
  /**
   * URL that events are sent to: `https` on a public host (`http` is allowed outside production), without user name or
   * password
   * @example https://hooks.example.com/kontor
   */
  @Text(1, 2000) url: string;
  /**
   * Event types to send, 1 to 50 entries: `*`, all of a resource such as `lead.*`, or exact types such as
   * `lead.created`
   * @example ["lead.created"]
   */
  @Texts(1, 100) events: string[];
  /**
   * Filter on the record of the event, in the syntax of `POST /leads/search`; needs events of one record type only
   * @example {"field": "source", "op": "eq", "value": "website"}
   */
  @Optional() @Nullable() @FreeObject() filter?: Record<string, unknown> | null;
  /**
   * Additional request headers, at most 20. Values are never returned; null removes a header.
   * @example {"authorization": "Bearer 0123456789abcdef"}
   */
  @Optional() @HeaderMap() headers?: Record<string, string | null>;
  /**
   * Whether events are sent; default true. Events during a disabled period are stored as `skipped`.
   * @example true
   */
  @Optional() @Flag() enabled?: boolean;
  /**
   * Maximum number of simultaneous requests; default 4
   * @example 4
   */
  @Optional() @Integer(1, 20) maxConcurrency?: number;
  /**
   * Whether events are sent strictly one after another, so that a failing event delays the following events; default
   * false
   * @example false
   */
  @Optional() @Flag() isOrdered?: boolean;
  /**
   * Your own signing secret instead of a generated one: at least 24 visible ASCII characters, or `whsec_` and 24 to 64
   * bytes in base64
   * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
   */
  @Optional() @ExactText(24, 255) secret?: string;
}

/** Absent fields stay unchanged. */
export class WebhookUpdate extends PartialType(OmitType(WebhookCreate, ['secret']), { skipNullProperties: false }) {}

/** A stored secret, without the secret itself. */
export class WebhookSecretHint {
  /**
   * Whether a value is set
   * @example true
   */
  @Flag() isSet: boolean;
  /**
   * Last four characters
   * @example LaSw
   */
  @Text(0, 4) last4: string;
  /**
   * Time when the value was set
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
}

/** A header of the requests, without its value. */
export class WebhookHeaderHint extends WebhookSecretHint {
  /**
   * Header name in lower case
   * @example authorization
   */
  @Text(1, 100) name: string;
}

export class WebhookView {
  /**
   * Id (UUIDv7, sortable by creation time)
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Internal name of the webhook
   * @example "Data warehouse"
   */
  @Text(1, 255) name: string;
  /**
   * Description
   * @example "Copies new leads into the warehouse."
   */
  @Text(0, 1000) description: string;
  /**
   * URL that events are sent to
   * @example https://hooks.example.com/kontor
   */
  @Text(1, 2000) url: string;
  /**
   * Event types that are sent
   * @example ["lead.created"]
   */
  @Texts(1, 100) events: string[];
  /**
   * Filter on the record of the event; only matching events are sent
   * @example {"field": "source", "op": "eq", "value": "website"}
   */
  @Nullable() @FreeObject() filter: Record<string, unknown> | null;
  /** Additional request headers, by name */
  @NestedList(() => WebhookHeaderHint, 0, 20) headers: WebhookHeaderHint[];
  /** State of the signing secret */
  @Nested(() => WebhookSecretHint) secret: WebhookSecretHint;
  /**
   * Time until which the previous secret also signs; null if there is none
   * @example null
   */
  @Nullable() @Timestamp() previousSecretExpiresAt: string | null;
  /**
   * Whether events are sent
   * @example true
   */
  @Flag() enabled: boolean;
  /**
   * Reason why the webhook is disabled: by a user, after days of failures, or after an answer 410
   * @example null
   */
  @Nullable()
  @Choice('WebhookDisabledReason', WEBHOOK_DISABLED_REASONS)
  disabledReason: WebhookDisabledReasonName | null;
  /**
   * Time since which the webhook is disabled
   * @example null
   */
  @Nullable() @Timestamp() disabledAt: string | null;
  /**
   * Maximum number of simultaneous requests
   * @example 4
   */
  @Integer(1, 20) maxConcurrency: number;
  /**
   * Whether events are sent strictly one after another
   * @example false
   */
  @Flag() isOrdered: boolean;
  /**
   * Number of failed attempts since the last success
   * @example 0
   */
  @Integer(0, 2147483647) failureCount: number;
  /**
   * Time since which all attempts fail
   * @example null
   */
  @Nullable() @Timestamp() failingSince: string | null;
  /**
   * HTTP status of the last response
   * @example 200
   */
  @Nullable() @Integer(100, 999) lastStatusCode: number | null;
  /**
   * Time of the last request, precise to a few seconds
   * @example 2026-11-21T09:30:00.000Z
   */
  @Nullable() @Timestamp() lastTriggeredAt: string | null;
  /**
   * Id of the user who created the webhook
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() createdById: string | null;
  /**
   * Whether the creator is still active. Only events that the creator may see are sent; none after the creator leaves,
   * until the owner changes.
   * @example true
   */
  @Flag() isCreatorActive: boolean;
  /**
   * Creation time
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * Time of the last change
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * Deletion time; null if the record is not deleted
   * @example null
   */
  @Nullable() @Timestamp() deletedAt: string | null;
  /**
   * Version number, also in the ETag of the webhook
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

/** A webhook with its secret, which is shown once. */
export class NewWebhookView extends OmitType(WebhookView, ['secret']) {
  /**
   * Signing secret, for any Standard Webhooks library; returned only once
   * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
   */
  @ExactText(24, 255) secret: string;
}

const WEBHOOK_SORTS = ['createdAt', '-createdAt'] as const;

export class WebhookQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @ChoicesParameter('WebhookSort', WEBHOOK_SORTS, 1) sort?: string[];
  /**
   * True for enabled webhooks only, false for disabled webhooks only
   * @example true
   */
  @Optional() @FlagParameter() enabled?: boolean;
  /**
   * Entries of `events`, as stored in the webhook; repeat to match any of several
   * @example ["lead.created"]
   */
  @Optional() @TextsParameter(100) events?: string[];
  /** Reasons for disabling; repeat to match any of several */
  @Optional()
  @ChoicesParameter('WebhookDisabledReason', WEBHOOK_DISABLED_REASONS)
  disabledReason?: WebhookDisabledReasonName[];
  /** Creation time */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
  /**
   * Whether to return deleted webhooks instead of active webhooks
   * @example false
   */
  @Optional() @FlagParameter() deleted?: boolean;
}

export class WebhookSecretRotation {
  /**
   * Days in which both secrets sign, 0 to 7; default 1. With 0, all older secrets end at once.
   * @example 1
   */
  @Optional() @Integer(0, 7) overlapDays?: number;
  /**
   * Your own signing secret instead of a generated one
   * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
   */
  @Optional() @ExactText(24, 255) secret?: string;
}

export class WebhookStatsQuery {
  /**
   * Number of hours to count back, 1 to 720; default 24
   * @example 24
   */
  @Optional() @IntegerParameter(1, 720, 24) hours?: number;
}
