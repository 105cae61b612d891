import { Injectable } from '@nestjs/common';
import type { SendAttempt, OutgoingMessage, Recipient, Service } from './send-attempt.js';
import { Discord } from './discord.js';
import { EmailTransport } from './email-transport.js';
import { Slack } from './slack.js';
import { Telegram } from './telegram.js';

/** Selects the service by the channel type. */
@Injectable()
export class Services {
  private readonly byType: Readonly<Record<Recipient['type'], Service>>;

  constructor(discord: Discord, telegram: Telegram, slack: Slack, email: EmailTransport) {
    this.byType = { discord, telegram, slack, email };
  }

  send(to: Recipient, outgoing: OutgoingMessage): Promise<SendAttempt> {
    return this.byType[to.type].send(to, outgoing);
  }
}
