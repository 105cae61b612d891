import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/errors.js';
import { ChannelUpdater } from './channel-updater.js';
import { notificationChannelUpdated } from './channels.events.js';

/** Updates the chat id of a channel after the service reported a new id. */
@Injectable()
export class ChannelAddressChanges {
  constructor(private readonly updater: ChannelUpdater) {}

  /** Does nothing if the channel has another chat id by now. */
  async follow(id: string, from: string, to: string): Promise<void> {
    try {
      await this.updater.change(id, notificationChannelUpdated, (channel) => {
        if (channel.config.chatId === from) channel.config = { ...channel.config, chatId: to };
      });
    } catch (error) {
      // The channel was deleted in the meantime.
      if (!(error instanceof DomainError)) throw error;
    }
  }
}
