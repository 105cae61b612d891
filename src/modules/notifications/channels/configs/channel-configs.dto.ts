import { PartialType } from '@nestjs/swagger';
import {
  Email,
  Emails,
  Flag,
  Matching,
  Nested,
  Nullable,
  Optional,
  Text,
  Timestamp,
} from '../../../../kernel/fields.js';

/** Hosts and paths are checked too: a channel cannot be made to call anything else. */
export const DISCORD_WEBHOOK =
  /^https:\/\/((canary|ptb)\.)?discord(app)?\.com\/api\/(v\d{1,2}\/)?webhooks\/\d{5,25}\/[\w-]{20,120}$/;
export const SLACK_WEBHOOK =
  /^https:\/\/hooks\.slack\.com\/services\/[A-Za-z0-9]{1,30}\/[A-Za-z0-9]{1,30}\/[A-Za-z0-9]{10,60}$/;
export const BOT_TOKEN = /^\d{5,15}:[\w-]{20,80}$/;
export const CHAT_ID = /^(-?\d{1,20}|@[A-Za-z]\w{3,63})$/;

/** A webhook of a Discord channel (channel settings, Integrations, Webhooks). */
export class DiscordConfig {
  /**
   * URL of the Discord or Slack webhook; stored encrypted and never returned, because it allows anyone to post
   * @example https://discord.com/api/webhooks/123456789012345678/not-a-real-token-but-as-long-as-one
   */
  @Matching(DISCORD_WEBHOOK) webhookUrl: string;
}

/** An incoming webhook of a Slack app. */
export class SlackConfig {
  /**
   * URL of the Discord or Slack webhook; stored encrypted and never returned, because it allows anyone to post
   * @example https://hooks.slack.com/services/T0000/B0000/NotARealTokenButAsLong
   */
  @Matching(SLACK_WEBHOOK) webhookUrl: string;
}

/** A Telegram bot (created with @BotFather) and its chat. */
export class TelegramConfig {
  /**
   * Bot token; stored encrypted and never returned
   * @example 123456789:not-a-real-token-but-as-long-as-one
   */
  @Matching(BOT_TOKEN) botToken: string;
  /**
   * Id of the chat, or name of a public channel
   * @example "-1001234567890"
   */
  @Matching(CHAT_ID) chatId: string;
}

export class EmailConfig {
  /**
   * Recipient addresses, 1 to 20
   * @example ["sales@example.com"]
   */
  @Emails(1, 20) to: string[];
  /**
   * Reply-to address; null for the sender's address
   * @example desk@example.com
   */
  @Optional() @Nullable() @Email() replyTo?: string | null;
}

/** Absent members stay unchanged. */
export class TelegramConfigUpdate extends PartialType(TelegramConfig, { skipNullProperties: false }) {}
/** Absent members stay unchanged. */
export class EmailConfigUpdate extends PartialType(EmailConfig, { skipNullProperties: false }) {}

export class SecretView {
  /**
   * Whether a value is set
   * @example true
   */
  @Flag() isSet: boolean;
  /**
   * Last four characters of the secret
   * @example "s0ne"
   */
  @Nullable() @Text(4, 4) last4: string | null;
  /**
   * Time when the value was set
   * @example 2026-11-21T09:30:00.000Z
   */
  @Nullable() @Timestamp() updatedAt: string | null;
}

/** A Discord or Slack webhook without its address. */
export class WebhookConfigView {
  /** State of the webhook URL, which is never returned */
  @Nested(() => SecretView) webhookUrl: SecretView;
}

/** A Telegram bot without its token. */
export class TelegramConfigView {
  /** State of the bot token, which is never returned */
  @Nested(() => SecretView) botToken: SecretView;
  /**
   * Id of the chat, or name of a public channel
   * @example "-1001234567890"
   */
  @Text(1, 64) chatId: string;
}

export class EmailConfigView {
  /**
   * Recipient addresses
   * @example ["sales@example.com"]
   */
  @Emails(1, 20) to: string[];
  /**
   * Reply-to address; null for the sender's address
   * @example desk@example.com
   */
  @Nullable() @Email() replyTo: string | null;
}
