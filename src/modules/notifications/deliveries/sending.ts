import { Injectable } from '@nestjs/common';
import { messageOf } from '../messages/default-text.js';
import type { Message } from '../messages/message.js';
import { Services } from '../services/services.js';
import { Bursts } from './bursts.js';
import { OpenDeliveries, type OpenDelivery } from './open-deliveries.js';
import { postponed, resultOf, unsent, type Result } from './result.js';
import { NotificationTiming } from './timing.js';

/** One attempt to send one delivery. */
@Injectable()
export class Sending {
  constructor(
    private readonly open: OpenDeliveries,
    private readonly bursts: Bursts,
    private readonly services: Services,
    private readonly timing: NotificationTiming,
  ) {}

  /** Undefined where it is settled already: the same job may run twice. */
  async attempt(id: string, attempt: number): Promise<Result | undefined> {
    const delivery = await this.open.find(id);
    if (!delivery || delivery.status !== 'pending') return undefined;
    if (!delivery.isOpen) return unsent(delivery, 'skipped', 'channel-disabled');
    if (delivery.ageSeconds > this.timing.staleAfter) return unsent(delivery, 'failed', 'stale');
    if (delivery.pausedSeconds > 0)
      return { ...postponed(delivery, delivery.pausedSeconds), pauseSeconds: delivery.pausedSeconds };
    const turn = await this.bursts.turnOf(delivery);
    // The whole channel rests: its other jobs would only find out the same.
    if (turn.kind === 'wait') return { ...postponed(delivery, turn.seconds), pauseSeconds: turn.seconds };
    const message =
      turn.kind === 'digest' ? turn.message : messageOf(await this.open.tellingOf(delivery), delivery.template);
    return this.send(delivery, message, { attempt, collapsed: turn.kind === 'digest' ? turn.total : null });
  }

  async send(
    delivery: OpenDelivery,
    message: Message,
    { attempt, collapsed }: { readonly attempt: number; readonly collapsed: number | null },
  ): Promise<Result> {
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
