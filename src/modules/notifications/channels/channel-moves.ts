import { Injectable } from '@nestjs/common';
import { Refusal } from '../../../kernel/errors.js';
import { ChannelChanges } from './channel-changes.js';
import { notificationChannelUpdated } from './channels.events.js';

/** Chats that got another number while we were not looking. */
@Injectable()
export class ChannelMoves {
  constructor(private readonly changes: ChannelChanges) {}

  /** Only where nobody has given the channel another chat meanwhile. */
  async follow(id: string, from: string, to: string): Promise<void> {
    try {
      await this.changes.change(id, notificationChannelUpdated, (channel) => {
        if (channel.config.chatId === from) channel.config = { ...channel.config, chatId: to };
      });
    } catch (error) {
      // Deleted meanwhile: there is nothing to follow.
      if (!(error instanceof Refusal)) throw error;
    }
  }
}
