import { OmitType, PartialType } from '@nestjs/swagger';
import {
  Choice,
  ChoicesParameter,
  Flag,
  FlagParameter,
  FreeObject,
  Id,
  Integer,
  Nested,
  NestedList,
  Nullable,
  Optional,
  ShapeOf,
  Text,
  Texts,
  TextsParameter,
  Timestamp,
} from '../../../kernel/fields.js';
import { PageQuery } from '../../../kernel/page.js';
import { TimestampFilter } from '../../../platform/query/index.js';
import {
  DiscordConfig,
  EmailConfig,
  EmailConfigUpdate,
  EmailConfigView,
  SlackConfig,
  TelegramConfig,
  TelegramConfigUpdate,
  TelegramConfigView,
  WebhookConfigView,
} from './configs/channel-configs.dto.js';
import {
  CHANNEL_TYPES,
  CHANNEL_DISABLED_REASONS,
  type ChannelType,
  type ChannelDisabledReason,
} from './notification-channel.entity.js';

export class NotificationChannelCreate {
  /**
   * Internal name of the channel
   * @example "Sales on Discord"
   */
  @Text(1, 255) name: string;
  /**
   * Service that delivers the messages; cannot be changed
   * @example discord
   */
  @Choice('NotificationChannelType', CHANNEL_TYPES) type: ChannelType;
  /**
   * Configuration of the service
   * @example {"webhookUrl": "https://discord.com/api/webhooks/123456789012345678/not-a-real-token-but-as-long-as-one"}
   */
  @ShapeOf(DiscordConfig, SlackConfig, TelegramConfig, EmailConfig) config:
    DiscordConfig | SlackConfig | TelegramConfig | EmailConfig;
  /**
   * Event types to notify about, 1 to 50 names; `lead.*` for all lead events, `*` for all events
   * @example ["lead.created"]
   */
  @Texts(1, 100, 50) events: string[];
  /**
   * Filter on the record of the event; needs events of one record type only. `$me` is the user who created the channel.
   * @example {"field": "score", "op": "gte", "value": 50}
   */
  @Optional() @Nullable() @FreeObject() filter?: Record<string, unknown> | null;
  /**
   * Message template with merge tags such as `{{object.name}}`; null for a default text. `GET
   * /notification-channels/merge-tags` lists the tags.
   * @example "New lead: {{object.name}} ({{object.company}}), {{object.url}}"
   */
  @Optional() @Nullable() @Text(1, 2000) template?: string | null;
  /**
   * Whether notifications are sent; default true
   * @example true
   */
  @Optional() @Flag() enabled?: boolean;
}

/** Absent fields stay unchanged. */
export class NotificationChannelUpdate extends PartialType(
  OmitType(NotificationChannelCreate, ['type', 'config'] as const),
  { skipNullProperties: false },
) {
  /**
   * Configuration to change; omitted members are unchanged, so a secret is needed only to replace it
   * @example {"webhookUrl": "https://discord.com/api/webhooks/123456789012345678/not-a-real-token-but-as-long-as-one"}
   */
  @Optional() @ShapeOf(DiscordConfig, SlackConfig, TelegramConfigUpdate, EmailConfigUpdate) config?:
    Partial<DiscordConfig> | Partial<SlackConfig> | TelegramConfigUpdate | EmailConfigUpdate;
}

export class NotificationChannelView {
  /**
   * Id (UUIDv7, sortable by creation time)
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * Internal name of the channel
   * @example "Sales on Discord"
   */
  @Text(1, 255) name: string;
  /**
   * Service that delivers the messages
   * @example discord
   */
  @Choice('NotificationChannelType', CHANNEL_TYPES) type: ChannelType;
  /**
   * Configuration of the service, without secrets
   * @example {"webhookUrl": {"isSet": true, "last4": "-one", "updatedAt": "2026-11-21T09:30:00.000Z"}}
   */
  @ShapeOf(WebhookConfigView, TelegramConfigView, EmailConfigView) config:
    WebhookConfigView | TelegramConfigView | EmailConfigView;
  /**
   * Event types to notify about
   * @example ["lead.created"]
   */
  @Texts(1, 100, 50) events: string[];
  /**
   * Filter on the record of the event; only matching events cause a notification
   * @example null
   */
  @Nullable() @FreeObject() filter: Record<string, unknown> | null;
  /**
   * Message template with merge tags; null for a default text
   * @example null
   */
  @Nullable() @Text(1, 2000) template: string | null;
  /**
   * Whether notifications are sent
   * @example true
   */
  @Flag() enabled: boolean;
  /**
   * Reason why the channel is disabled: by a user, permanently rejected by the service, or no message delivered for a
   * day
   * @example null
   */
  @Nullable()
  @Choice('NotificationDisabledReason', CHANNEL_DISABLED_REASONS)
  disabledReason: ChannelDisabledReason | null;
  /**
   * Time of the last delivered message
   * @example null
   */
  @Nullable() @Timestamp() lastSentAt: string | null;
  /**
   * Time since which no message is delivered; null if there is no problem
   * @example null
   */
  @Nullable() @Timestamp() failingSince: string | null;
  /**
   * Last error since the channel was enabled
   * @example null
   */
  @Nullable() @Text(1, 500) lastError: string | null;
  /**
   * Time of the last error
   * @example null
   */
  @Nullable() @Timestamp() lastErrorAt: string | null;
  /**
   * Id of the user who created the channel
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
   * Version number, also in the ETag of the channel
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

const CHANNEL_SORTS = ['createdAt', '-createdAt', 'name', '-name'] as const;

export class NotificationChannelQuery extends PageQuery {
  /** Sort order; `-` before a field means descending. Default: newest first. */
  @Optional() @ChoicesParameter('NotificationChannelSort', CHANNEL_SORTS, 2) sort?: string[];
  /** Services; repeat to match any of several */
  @Optional() @ChoicesParameter('NotificationChannelType', CHANNEL_TYPES) type?: ChannelType[];
  /**
   * True for enabled channels only, false for disabled channels only
   * @example true
   */
  @Optional() @FlagParameter() enabled?: boolean;
  /** Reasons for disabling; repeat to match any of several */
  @Optional()
  @ChoicesParameter('NotificationDisabledReason', CHANNEL_DISABLED_REASONS)
  disabledReason?: ChannelDisabledReason[];
  /**
   * Entries of `events`, as stored in the channel; repeat to match any of several
   * @example ["lead.created"]
   */
  @Optional() @TextsParameter(100) events?: string[];
  /** Creation time */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
  /**
   * Whether to return deleted channels instead of active channels
   * @example false
   */
  @Optional() @FlagParameter() deleted?: boolean;
}

export class MergeTagView {
  /**
   * Merge tag, as written in a template
   * @example "{{object.name}}"
   */
  @Text(1, 60) tag: string;
  /**
   * Text that replaces the tag in the message
   * @example "Name, title or subject of the record"
   */
  @Text(1, 200) description: string;
}

export class MergeTagsView {
  /** All merge tags */
  @NestedList(() => MergeTagView, 1, 100) data: MergeTagView[];
}
