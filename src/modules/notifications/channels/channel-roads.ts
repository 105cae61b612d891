import { Injectable } from '@nestjs/common';
import { Vault } from '../../../platform/crypto/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { DeliveryQueue } from '../deliveries/delivery-queue.js';
import { groupOf, secretPlace } from './channel-secret.js';
import type { NotificationChannel } from './notification-channel.entity.js';

/** The secret of a channel, and the road to its service. */
@Injectable()
export class ChannelRoads {
  constructor(
    private readonly vault: Vault,
    private readonly jobs: Jobs,
    private readonly queue: DeliveryQueue,
  ) {}

  put(channel: NotificationChannel, secret: string | undefined): void {
    if (secret === undefined) return;
    channel.secret = this.vault.seal(secret, secretPlace(channel.id));
    channel.secretLast4 = secret.slice(-4);
    channel.secretUpdatedAt = new Date();
  }

  /** One message at a time, and none waits for what was wrong before. */
  async open(id: string): Promise<void> {
    await this.jobs.limit(groupOf(id), { maxConcurrency: 1 });
    await this.jobs.resume(groupOf(id));
  }

  /** What waits will not be sent any more, and says so. */
  close(id: string, code: string): Promise<void> {
    return this.queue.giveUp(id, code);
  }
}
