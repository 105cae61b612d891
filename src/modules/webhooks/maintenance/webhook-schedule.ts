import { Injectable } from '@nestjs/common';
import { Scheduled } from '../../../platform/schedule/index.js';
import { WebhookMaintenance } from './webhook-maintenance.js';

@Injectable()
export class WebhookSchedule {
  constructor(private readonly maintenance: WebhookMaintenance) {}

  @Scheduled({
    name: 'webhooks.disable-failing',
    cron: '*/10 * * * *',
    description: 'Disables webhooks that failed for five days without a success.',
  })
  async disableFailing(): Promise<object> {
    return { disabled: await this.maintenance.disableFailing() };
  }

  @Scheduled({
    name: 'webhook-bodies.prune',
    cron: '57 3 * * *',
    description: 'Deletes request and response bodies of webhook deliveries after 30 days.',
  })
  async pruneBodies(): Promise<object> {
    return { deleted: await this.maintenance.pruneBodies() };
  }

  @Scheduled({
    name: 'webhook-deliveries.prune',
    cron: '2 4 * * *',
    description: 'Deletes webhook deliveries after 90 days, except pending deliveries.',
  })
  async pruneDeliveries(): Promise<object> {
    return { deleted: await this.maintenance.pruneDeliveries() };
  }
}
