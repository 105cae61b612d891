import { Injectable } from '@nestjs/common';
import { RetrySchedule } from '../sending/retry-schedule.js';
import { WebhookSender, type Sent } from '../sending/sender.js';
import { DeliveryReads, type DueDelivery } from './delivery-reads.js';
import { verdictOn, type DeliveryStatus, type FailureReason, type Trigger } from './verdict.js';

/** What becomes of a delivery: `change` is null where only the attempt is noted. */
export interface DeliveryReport {
  readonly deliveryId: string;
  readonly webhookId: string;
  readonly trigger: Trigger;
  readonly number: number;
  readonly sent: Sent | null;
  readonly change: {
    readonly status: DeliveryStatus;
    readonly reason: FailureReason | null;
    readonly delaySeconds: number | null;
  } | null;
  readonly isGone: boolean;
  readonly pauseSeconds: number | undefined;
}

/** One attempt at one delivery: looks what is to be done, does it, says what it means. Writes nothing. */
@Injectable()
export class DeliveryAttempts {
  constructor(
    private readonly reads: DeliveryReads,
    private readonly sender: WebhookSender,
    private readonly schedule: RetrySchedule,
  ) {}

  /** By schedule; `attempt` counts those, from 1. Undefined where there is nothing left to do. */
  async scheduled(deliveryId: string, attempt: number): Promise<DeliveryReport | undefined> {
    const due = await this.reads.due(deliveryId);
    if (due?.status !== 'pending') return undefined;
    if (due.isDeleted) return unsent(due, 'cancelled', null);
    if (!due.isEnabled) return unsent(due, 'skipped', null);
    const { body } = due;
    if (body === null) return unsent(due, 'failed', 'expunged');
    const number = due.attemptCount + 1;
    const sent = await this.sender.send({ ...due, body, number });
    const { status, reason, delaySeconds = null, isGone, pauseSeconds } = verdictOn(sent, this.schedule.after(attempt));
    return { ...of(due, 'scheduled'), number, sent, change: { status, reason, delaySeconds }, isGone, pauseSeconds };
  }

  /** Because somebody asked for it. When it fails, the delivery stays what it was. */
  async manual(deliveryId: string): Promise<DeliveryReport | undefined> {
    const due = await this.reads.due(deliveryId);
    if (!due || due.isDeleted || !due.isEnabled || due.body === null) return undefined;
    const number = due.attemptCount + 1;
    const sent = await this.sender.send({ ...due, body: due.body, number });
    const { status, isGone } = verdictOn(sent, undefined);
    const change = status === 'succeeded' ? { status, reason: null, delaySeconds: null } : null;
    return { ...of(due, 'manual'), number, sent, change, isGone, pauseSeconds: undefined };
  }
}

const of = ({ deliveryId, webhookId }: DueDelivery, trigger: Trigger) => ({ deliveryId, webhookId, trigger });

const unsent = (due: DueDelivery, status: DeliveryStatus, reason: FailureReason | null): DeliveryReport => ({
  ...of(due, 'scheduled'),
  number: 0,
  sent: null,
  change: { status, reason, delaySeconds: null },
  isGone: false,
  pauseSeconds: undefined,
});
