import { OmitType, PartialType } from '@nestjs/swagger';
import {
  Choice,
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
  Text,
  Texts,
  TextsParameter,
  Timestamp,
} from '../../kernel/fields.js';
import { PageQuery } from '../../kernel/page.js';
import { TimestampFilter } from '../../platform/query/index.js';
import { HeaderMap } from './headers/header-map.js';
import { DISABLED_REASONS, type DisabledReason } from './webhook.entity.js';

/** What a webhook is made from. */
export class WebhookCreate {
  /**
   * What your team calls the endpoint.
   * @example "Data warehouse"
   */
  @Text(1, 255) name: string;
  /**
   * What it is for.
   * @example "Copies new leads into the warehouse."
   */
  @Optional() @Text(0, 1000) description?: string;
  /**
   * Where events are sent: `https` on a public host (`http` too outside production), without user name or password in it.
   * @example https://hooks.example.com/kontor
   */
  @Text(1, 2000) url: string;
  /**
   * What it is told, 1 to 50: `*`, all of a kind such as `lead.*`, or exact types such as `lead.created`.
   * @example ["lead.created"]
   */
  @Texts(1, 100) events: string[];
  /**
   * Only events whose record meets this filter, in the language of `POST /leads/search`. All events must be about one kind of record then.
   * @example {"field": "source", "op": "eq", "value": "website"}
   */
  @Optional() @Nullable() @FreeObject() filter?: Record<string, unknown> | null;
  /**
   * Headers that are sent along, at most 20. Their values are never shown again; null removes one.
   * @example {"authorization": "Bearer 0123456789abcdef"}
   */
  @Optional() @HeaderMap() headers?: Record<string, string | null>;
  /**
   * Whether it is told anything; true when left out. What it misses while it is not is kept as `skipped`.
   * @example true
   */
  @Optional() @Flag() enabled?: boolean;
  /**
   * How many requests it gets at once; 4 when left out.
   * @example 4
   */
  @Optional() @Integer(1, 20) maxConcurrency?: number;
  /**
   * Whether events are sent strictly one after the other: one that fails holds up those behind it. False when left out.
   * @example false
   */
  @Optional() @Flag() isOrdered?: boolean;
  /**
   * Your own secret instead of a made one: at least 24 visible ASCII characters, or `whsec_` and 24 to 64 bytes in base64.
   * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
   */
  @Optional() @Text(24, 255) secret?: string;
}

/** Absent fields stay. The secret has a call of its own. */
export class WebhookUpdate extends PartialType(OmitType(WebhookCreate, ['secret']), { skipNullProperties: false }) {}

/** A secret that is stored: never the secret itself. */
export class WebhookSecretHint {
  /**
   * Whether there is one.
   * @example true
   */
  @Flag() isSet: boolean;
  /**
   * Its last four characters.
   * @example LaSw
   */
  @Text(0, 4) last4: string;
  /**
   * When it was set.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
}

/** A header that is sent along; its value is not shown. */
export class WebhookHeaderHint extends WebhookSecretHint {
  /**
   * Its name, in lower case.
   * @example authorization
   */
  @Text(1, 100) name: string;
}

export class WebhookView {
  /**
   * UUIDv7: ids sort by the time of making.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * What your team calls the endpoint.
   * @example "Data warehouse"
   */
  @Text(1, 255) name: string;
  /**
   * What it is for.
   * @example "Copies new leads into the warehouse."
   */
  @Text(0, 1000) description: string;
  /**
   * Where events are sent.
   * @example https://hooks.example.com/kontor
   */
  @Text(1, 2000) url: string;
  /**
   * What it is told.
   * @example ["lead.created"]
   */
  @Texts(1, 100) events: string[];
  /**
   * Only events whose record meets this filter.
   * @example {"field": "source", "op": "eq", "value": "website"}
   */
  @Nullable() @FreeObject() filter: Record<string, unknown> | null;
  /** The headers that are sent along, by name. */
  @NestedList(() => WebhookHeaderHint, 0, 20) headers: WebhookHeaderHint[];
  /** The secret that signs. */
  @Nested(() => WebhookSecretHint) secret: WebhookSecretHint;
  /**
   * Until when the secret before it signs as well; null when it does not.
   * @example null
   */
  @Nullable() @Timestamp() previousSecretExpiresAt: string | null;
  /**
   * Whether it is told anything.
   * @example true
   */
  @Flag() enabled: boolean;
  /**
   * Why it is not: by hand, because it failed for days, or because it answered 410.
   * @example null
   */
  @Nullable() @Choice('WebhookDisabledReason', DISABLED_REASONS) disabledReason: DisabledReason | null;
  /**
   * Since when it is not.
   * @example null
   */
  @Nullable() @Timestamp() disabledAt: string | null;
  /**
   * How many requests it gets at once.
   * @example 4
   */
  @Integer(1, 20) maxConcurrency: number;
  /**
   * Whether events are sent strictly one after the other.
   * @example false
   */
  @Flag() isOrdered: boolean;
  /**
   * How many attempts failed since the last one that succeeded.
   * @example 0
   */
  @Integer(0, 2147483647) failureCount: number;
  /**
   * Since when every attempt fails.
   * @example null
   */
  @Nullable() @Timestamp() failingSince: string | null;
  /**
   * What it last answered.
   * @example 200
   */
  @Nullable() @Integer(100, 999) lastStatusCode: number | null;
  /**
   * When it was last sent something, to a few seconds.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Nullable() @Timestamp() lastTriggeredAt: string | null;
  /**
   * Who made it.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Nullable() @Id() createdById: string | null;
  /**
   * Whether who made it still works here. It is told what they may see: nothing once they have left, until it is handed over to somebody else.
   * @example true
   */
  @Flag() isMakerActive: boolean;
  /**
   * When it was made.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() createdAt: string;
  /**
   * When it was last changed.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Timestamp() updatedAt: string;
  /**
   * When it was deleted; null while it lives.
   * @example null
   */
  @Nullable() @Timestamp() deletedAt: string | null;
  /**
   * Counts the changes; the ETag of the webhook.
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

/** A webhook as it is shown once, with its secret. */
export class NewWebhookView extends OmitType(WebhookView, ['secret']) {
  /**
   * Verifies the signatures, with any Standard Webhooks library. It is shown in this answer and never again.
   * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
   */
  @Text(24, 255) secret: string;
}

const WEBHOOK_SORTS = ['createdAt', '-createdAt'] as const;

export class WebhookQuery extends PageQuery {
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @ChoicesParameter('WebhookSort', WEBHOOK_SORTS, 1) sort?: string[];
  /**
   * Only webhooks that are told something, or only those that are not.
   * @example true
   */
  @Optional() @FlagParameter() enabled?: boolean;
  /**
   * Webhooks that list any of these in their events, as written there.
   * @example ["lead.created"]
   */
  @Optional() @TextsParameter(100) events?: string[];
  /** Disabled for any of these reasons. */
  @Optional() @ChoicesParameter('WebhookDisabledReason', DISABLED_REASONS) disabledReason?: DisabledReason[];
  /** By the time of making. */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
  /**
   * Deleted webhooks instead of living ones.
   * @example false
   */
  @Optional() @FlagParameter() deleted?: boolean;
}

/** How a secret is replaced. */
export class WebhookSecretRotation {
  /**
   * Days in which both secrets sign, 0 to 7; 1 when left out. 0 ends all older ones at once.
   * @example 1
   */
  @Optional() @Integer(0, 7) overlapDays?: number;
  /**
   * Your own secret instead of a made one.
   * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
   */
  @Optional() @Text(24, 255) secret?: string;
}

export class WebhookStatsQuery {
  /**
   * How many hours back, 1 to 720; 24 when left out.
   * @example 24
   */
  @Optional() @IntegerParameter(1, 720, 24) hours?: number;
}
