import { Injectable } from '@nestjs/common';
import { messageOf } from '../../messages/default-text.js';
import type { Message } from '../../messages/message.js';
import { Services } from '../../services/services.js';
import { Digests } from './digests.js';
import { OpenDeliveries, type OpenDelivery } from './open-deliveries.js';
import { postponed, resultOf, unsent, type DeliveryResult } from './delivery-result.js';
import { NotificationTiming } from './notification-timing.js';

/** Performs one attempt to send a delivery. */
@Injectable()
export class NotificationSender {
  constructor(
    private readonly open: OpenDeliveries,
    private readonly digests: Digests,
    private readonly services: Services,
    private readonly timing: NotificationTiming,
  ) {}

  /** Returns undefined if the delivery is not pending, because a job may run twice. */
  async attempt(id: string, attempt: number): Promise<DeliveryResult | undefined> {
    const delivery = await this.open.find(id);
    if (!delivery || delivery.status !== 'pending') return undefined;
    if (!delivery.isOpen) return unsent(delivery, 'skipped', 'channel-disabled');
    if (delivery.ageSeconds > this.timing.expiresAfter) return unsent(delivery, 'failed', 'stale');
    if (delivery.pausedSeconds > 0)
      return { ...postponed(delivery, delivery.pausedSeconds), pauseSeconds: delivery.pausedSeconds };
    const mode = await this.digests.modeOf(delivery);
    // Pauses the whole channel, because its other jobs have to wait too.
    if (mode.kind === 'wait') return { ...postponed(delivery, mode.seconds), pauseSeconds: mode.seconds };
    const message =
      mode.kind === 'digest' ? mode.message : messageOf(await this.open.notificationOf(delivery), delivery.template);
    return this.send(delivery, message, { attempt, collapsed: mode.kind === 'digest' ? mode.total : null });
  }

  async send(
    delivery: OpenDelivery,
    message: Message,
    { attempt, collapsed }: { readonly attempt: number; readonly collapsed: number | null },
  ): Promise<DeliveryResult> {
    const to = await this.open.recipientOf(delivery);
    if (!to) return unsent(delivery, 'skipped', 'no-admin-email');
    const started = performance.now();
    const end = await this.services.send(to, { message, key: `${delivery.id}.${delivery.round}` });
    const about = {
      id: delivery.id,
      channelId: delivery.channelId,
      collapsed,
      durationMs: Math.round(performance.now() - started),
    };
    return resultOf(end, about, this.timing.schedule[attempt]);
  }
}
