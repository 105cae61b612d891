import { Injectable } from '@nestjs/common';
import type { Attempt, Letter, Recipient, Service } from './attempt.js';
import { Discord } from './discord.js';
import { EmailService } from './email.js';
import { Slack } from './slack.js';
import { Telegram } from './telegram.js';

/** Every service by the type of its channels. */
@Injectable()
export class Services {
  private readonly byType: Readonly<Record<Recipient['type'], Service>>;

  constructor(discord: Discord, telegram: Telegram, slack: Slack, email: EmailService) {
    this.byType = { discord, telegram, slack, email };
  }

  send(to: Recipient, letter: Letter): Promise<Attempt> {
    return this.byType[to.type].send(to, letter);
  }
}
