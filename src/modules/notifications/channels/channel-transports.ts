import { Injectable } from '@nestjs/common';
import { SecretCipher } from '../../../platform/crypto/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { NotificationDeliveryQueue } from '../deliveries/notification-delivery-queue.js';
import { channelGroupOf, secretCipherContext } from './configs/channel-secret.js';
import type { NotificationChannel } from './notification-channel.entity.js';

/** Stores the secret of a channel and controls its job group. */
@Injectable()
export class ChannelTransports {
  constructor(
    private readonly cipher: SecretCipher,
    private readonly jobs: Jobs,
    private readonly queue: NotificationDeliveryQueue,
  ) {}

  put(channel: NotificationChannel, secret: string | undefined): void {
    if (secret === undefined) return;
    channel.secret = this.cipher.encrypt(secret, secretCipherContext(channel.id));
    channel.secretLast4 = secret.slice(-4);
    channel.secretUpdatedAt = new Date();
  }

  /** Allows one message at a time and ends an earlier pause. */
  async open(id: string): Promise<void> {
    await this.jobs.limit(channelGroupOf(id), { maxConcurrency: 1 });
    await this.jobs.resume(channelGroupOf(id));
  }

  /** Skips the pending messages with `code` as the reason. */
  close(id: string, code: string): Promise<void> {
    return this.queue.giveUp(id, code);
  }
}
