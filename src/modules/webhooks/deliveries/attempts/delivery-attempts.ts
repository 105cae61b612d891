import { Injectable } from '@nestjs/common';
import { RetrySchedule } from '../../sending/retry-schedule.js';
import { WebhookSender, type Sent } from '../../sending/webhook-sender.js';
import { DeliveryReads, type DueDelivery } from './delivery-reads.js';
import {
  outcomeOf,
  type WebhookDeliveryStatusName,
  type FailureReason,
  type DeliveryTrigger,
} from './delivery-outcome.js';

/** Result of an attempt. `change` is null if the attempt does not change the delivery. */
export interface DeliveryReport {
  readonly deliveryId: string;
  readonly webhookId: string;
  readonly trigger: DeliveryTrigger;
  readonly number: number;
  readonly sent: Sent | null;
  readonly change: {
    readonly status: WebhookDeliveryStatusName;
    readonly reason: FailureReason | null;
    readonly delaySeconds: number | null;
  } | null;
  readonly isGone: boolean;
  readonly pauseSeconds: number | undefined;
}

/** Performs one attempt of a delivery and returns the outcome. Does not write to the database. */
@Injectable()
export class DeliveryAttempts {
  constructor(
    private readonly reads: DeliveryReads,
    private readonly sender: WebhookSender,
    private readonly schedule: RetrySchedule,
  ) {}

  /**
   * Performs a scheduled attempt. `attempt` counts scheduled attempts from 1. Undefined if the delivery is not pending.
   */
  async scheduled(deliveryId: string, attempt: number): Promise<DeliveryReport | undefined> {
    const due = await this.reads.due(deliveryId);
    if (due?.status !== 'pending') return undefined;
    if (due.isDeleted) return unsent(due, 'cancelled', null);
    if (!due.isEnabled) return unsent(due, 'skipped', null);
    const { body } = due;
    if (body === null) return unsent(due, 'failed', 'expunged');
    const number = due.attemptCount + 1;
    const sent = await this.sender.send({ ...due, body, number });
    const { status, reason, delaySeconds = null, isGone, pauseSeconds } = outcomeOf(sent, this.schedule.after(attempt));
    return { ...of(due, 'scheduled'), number, sent, change: { status, reason, delaySeconds }, isGone, pauseSeconds };
  }

  /** Performs an attempt that a user requested. A failure does not change the status of the delivery. */
  async manual(deliveryId: string): Promise<DeliveryReport | undefined> {
    const due = await this.reads.due(deliveryId);
    if (!due || due.isDeleted || !due.isEnabled || due.body === null) return undefined;
    const number = due.attemptCount + 1;
    const sent = await this.sender.send({ ...due, body: due.body, number });
    const { status, isGone } = outcomeOf(sent, undefined);
    const change = status === 'succeeded' ? { status, reason: null, delaySeconds: null } : null;
    return { ...of(due, 'manual'), number, sent, change, isGone, pauseSeconds: undefined };
  }
}

const of = ({ deliveryId, webhookId }: DueDelivery, trigger: DeliveryTrigger) => ({ deliveryId, webhookId, trigger });

const unsent = (due: DueDelivery, status: WebhookDeliveryStatusName, reason: FailureReason | null): DeliveryReport => ({
  ...of(due, 'scheduled'),
  number: 0,
  sent: null,
  change: { status, reason, delaySeconds: null },
  isGone: false,
  pauseSeconds: undefined,
});
