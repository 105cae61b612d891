import { PartialType } from '@nestjs/swagger';
import { Email, Emails, Flag, Matching, Nested, Nullable, Optional, Text, Timestamp } from '../../../kernel/fields.js';

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
   * The address of the webhook. Whoever knows it may write: it is kept encrypted and never shown again.
   * @example https://discord.com/api/webhooks/123456789012345678/not-a-real-token-but-as-long-as-one
   */
  @Matching(DISCORD_WEBHOOK) webhookUrl: string;
}

/** An incoming webhook of a Slack app. */
export class SlackConfig {
  /**
   * The address of the webhook. Whoever knows it may write: it is kept encrypted and never shown again.
   * @example https://hooks.slack.com/services/T0000/B0000/NotARealTokenButAsLong
   */
  @Matching(SLACK_WEBHOOK) webhookUrl: string;
}

/** A bot of Telegram (made with @BotFather) and the chat it writes to. */
export class TelegramConfig {
  /**
   * The token of the bot, kept encrypted and never shown again.
   * @example 123456789:not-a-real-token-but-as-long-as-one
   */
  @Matching(BOT_TOKEN) botToken: string;
  /**
   * The chat: its number, or the name of a public channel.
   * @example "-1001234567890"
   */
  @Matching(CHAT_ID) chatId: string;
}

/** Mail to a few people. */
export class EmailConfig {
  /**
   * Who gets it, 1 to 20 addresses.
   * @example ["sales@example.com"]
   */
  @Emails(1, 20) to: string[];
  /**
   * Where answers go; to the sender when null.
   * @example desk@example.com
   */
  @Optional() @Nullable() @Email() replyTo?: string | null;
}

/** Absent members stay. */
export class TelegramConfigUpdate extends PartialType(TelegramConfig, { skipNullProperties: false }) {}
/** Absent members stay. */
export class EmailConfigUpdate extends PartialType(EmailConfig, { skipNullProperties: false }) {}

/** What may be told of a secret. */
export class SecretView {
  /**
   * Whether there is one.
   * @example true
   */
  @Flag() isSet: boolean;
  /**
   * Its last four characters.
   * @example "s0ne"
   */
  @Nullable() @Text(4, 4) last4: string | null;
  /**
   * When it was given.
   * @example 2026-11-21T09:30:00.000Z
   */
  @Nullable() @Timestamp() updatedAt: string | null;
}

/** A webhook of Discord or Slack, without its address. */
export class WebhookConfigView {
  /** The address of the webhook, which is never shown. */
  @Nested(() => SecretView) webhookUrl: SecretView;
}

/** A bot of Telegram, without its token. */
export class TelegramConfigView {
  /** The token of the bot, which is never shown. */
  @Nested(() => SecretView) botToken: SecretView;
  /**
   * The chat it writes to.
   * @example "-1001234567890"
   */
  @Text(1, 64) chatId: string;
}

/** Mail to a few people. */
export class EmailConfigView {
  /**
   * Who gets it.
   * @example ["sales@example.com"]
   */
  @Emails(1, 20) to: string[];
  /**
   * Where answers go; to the sender when null.
   * @example desk@example.com
   */
  @Nullable() @Email() replyTo: string | null;
}
