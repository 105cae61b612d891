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
} from './channel-configs.dto.js';
import {
  CHANNEL_TYPES,
  DISABLED_REASONS,
  type ChannelType,
  type DisabledReason,
} from './notification-channel.entity.js';

/** What a channel is made from. */
export class NotificationChannelCreate {
  /**
   * What your team calls the channel.
   * @example "Sales on Discord"
   */
  @Text(1, 255) name: string;
  /**
   * By which service it goes. It cannot be changed later.
   * @example discord
   */
  @Choice('NotificationChannelType', CHANNEL_TYPES) type: ChannelType;
  /**
   * Where it goes, in the shape of the service.
   * @example {"webhookUrl": "https://discord.com/api/webhooks/123456789012345678/not-a-real-token-but-as-long-as-one"}
   */
  @ShapeOf(DiscordConfig, SlackConfig, TelegramConfig, EmailConfig) config:
    DiscordConfig | SlackConfig | TelegramConfig | EmailConfig;
  /**
   * What is told, 1 to 50 names of events; `lead.*` is everything about leads, `*` is everything.
   * @example ["lead.created"]
   */
  @Texts(1, 100, 50) events: string[];
  /**
   * Only for records that it fits; all events must be about one kind of record then. `$me` is who made the channel.
   * @example {"field": "score", "op": "gte", "value": 50}
   */
  @Optional() @Nullable() @FreeObject() filter?: Record<string, unknown> | null;
  /**
   * The text, with merge tags such as `{{object.name}}`; a text that fits the event when null. The tags are listed at `GET /notification-channels/merge-tags`.
   * @example "New lead: {{object.name}} ({{object.company}}), {{object.url}}"
   */
  @Optional() @Nullable() @Text(1, 2000) template?: string | null;
  /**
   * Whether it is told anything; true when left out.
   * @example true
   */
  @Optional() @Flag() enabled?: boolean;
}

/** Absent fields stay. */
export class NotificationChannelUpdate extends PartialType(
  OmitType(NotificationChannelCreate, ['type', 'config'] as const),
  { skipNullProperties: false },
) {
  /**
   * Where it goes: absent members stay, so a secret is given only to replace it.
   * @example {"webhookUrl": "https://discord.com/api/webhooks/123456789012345678/not-a-real-token-but-as-long-as-one"}
   */
  @Optional() @ShapeOf(DiscordConfig, SlackConfig, TelegramConfigUpdate, EmailConfigUpdate) config?:
    Partial<DiscordConfig> | Partial<SlackConfig> | TelegramConfigUpdate | EmailConfigUpdate;
}

/** A way by which a team hears of what happens. */
export class NotificationChannelView {
  /**
   * UUIDv7: ids sort by the time of making.
   * @example 0193a1c2-7b1e-7c3d-9a51-2f6f1f0e4b7a
   */
  @Id() id: string;
  /**
   * What your team calls the channel.
   * @example "Sales on Discord"
   */
  @Text(1, 255) name: string;
  /**
   * By which service it goes.
   * @example discord
   */
  @Choice('NotificationChannelType', CHANNEL_TYPES) type: ChannelType;
  /**
   * Where it goes, without what is secret.
   * @example {"webhookUrl": {"isSet": true, "last4": "-one", "updatedAt": "2026-11-21T09:30:00.000Z"}}
   */
  @ShapeOf(WebhookConfigView, TelegramConfigView, EmailConfigView) config:
    WebhookConfigView | TelegramConfigView | EmailConfigView;
  /**
   * What is told.
   * @example ["lead.created"]
   */
  @Texts(1, 100, 50) events: string[];
  /**
   * Only for records that it fits.
   * @example null
   */
  @Nullable() @FreeObject() filter: Record<string, unknown> | null;
  /**
   * The text with merge tags; a text that fits the event when null.
   * @example null
   */
  @Nullable() @Text(1, 2000) template: string | null;
  /**
   * Whether it is told anything.
   * @example true
   */
  @Flag() enabled: boolean;
  /**
   * Why it is not: by a person, because the service refused it for good, or because nothing arrived for a day.
   * @example null
   */
  @Nullable() @Choice('NotificationDisabledReason', DISABLED_REASONS) disabledReason: DisabledReason | null;
  /**
   * When a message last arrived.
   * @example null
   */
  @Nullable() @Timestamp() lastSentAt: string | null;
  /**
   * Since when nothing arrives; null while all is well.
   * @example null
   */
  @Nullable() @Timestamp() failingSince: string | null;
  /**
   * What went wrong last since it was last enabled.
   * @example null
   */
  @Nullable() @Text(1, 500) lastError: string | null;
  /**
   * When that was.
   * @example null
   */
  @Nullable() @Timestamp() lastErrorAt: string | null;
  /**
   * Who made the channel.
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
   * Counts the changes; the ETag of the channel.
   * @example 1
   */
  @Integer(1, 2147483647) version: number;
}

const CHANNEL_SORTS = ['createdAt', '-createdAt', 'name', '-name'] as const;

export class NotificationChannelQuery extends PageQuery {
  /** The order; `-` before a field means descending. Newest first when left out. */
  @Optional() @ChoicesParameter('NotificationChannelSort', CHANNEL_SORTS, 2) sort?: string[];
  /** Channels of any of these services. */
  @Optional() @ChoicesParameter('NotificationChannelType', CHANNEL_TYPES) type?: ChannelType[];
  /**
   * Only channels that are told things, or only those that are not.
   * @example true
   */
  @Optional() @FlagParameter() enabled?: boolean;
  /** Channels that are disabled for any of these reasons. */
  @Optional() @ChoicesParameter('NotificationDisabledReason', DISABLED_REASONS) disabledReason?: DisabledReason[];
  /**
   * Channels that list any of these, as they stand in `events`.
   * @example ["lead.created"]
   */
  @Optional() @TextsParameter(100) events?: string[];
  /** By the time of making. */
  @Optional() @Nested(() => TimestampFilter) createdAt?: TimestampFilter;
  /**
   * Deleted channels instead of living ones.
   * @example false
   */
  @Optional() @FlagParameter() deleted?: boolean;
}

/** One merge tag. */
export class MergeTagView {
  /**
   * As it stands in a template.
   * @example "{{object.name}}"
   */
  @Text(1, 60) tag: string;
  /**
   * What stands there in the message.
   * @example "The name of the record."
   */
  @Text(1, 200) description: string;
}

export class MergeTagsView {
  /** Every tag there is. */
  @NestedList(() => MergeTagView, 1, 100) data: MergeTagView[];
}
