import { Injectable } from '@nestjs/common';
import { Scheduled } from '../../../platform/schedule/index.js';
import { WebhookUpkeep } from './webhook-upkeep.js';

/** When upkeep is done. */
@Injectable()
export class WebhookSchedule {
  constructor(private readonly upkeep: WebhookUpkeep) {}

  @Scheduled({
    name: 'webhooks.disable-failing',
    cron: '*/10 * * * *',
    description: 'Disables endpoints that have failed for five days without one success.',
  })
  async disableFailing(): Promise<object> {
    return { disabled: await this.upkeep.disableFailing() };
  }

  @Scheduled({
    name: 'webhook-bodies.prune',
    cron: '57 3 * * *',
    description: 'Deletes what webhooks were sent and what they answered after 30 days.',
  })
  async pruneBodies(): Promise<object> {
    return { deleted: await this.upkeep.pruneBodies() };
  }

  @Scheduled({
    name: 'webhook-deliveries.prune',
    cron: '2 4 * * *',
    description: 'Deletes deliveries to webhooks after 90 days; what still waits is kept.',
  })
  async pruneDeliveries(): Promise<object> {
    return { deleted: await this.upkeep.pruneDeliveries() };
  }
}
