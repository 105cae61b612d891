import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { Actor } from '../../../../kernel/actor.js';
import { newId } from '../../../../kernel/entity.js';
import { notFound } from '../../../../kernel/errors.js';
import { Database, QueryRunner } from '../../../../platform/database/index.js';
import { messageOf } from '../../messages/default-text.js';
import { OpenDeliveries, type OpenDelivery } from './open-deliveries.js';
import type { DeliveryResult } from './delivery-result.js';
import { NotificationSender } from './notification-sender.js';
import { NotificationResults } from './notification-results.js';

type ChannelRow = Pick<OpenDelivery, 'type' | 'config' | 'secret' | 'template' | 'pausedSeconds'>;

const EVENT = 'notification_channel.test';
/** Sample lead, so that the merge tags of a template have values. */
const TEST_NOTIFICATION = {
  name: 'Ada Lovelace',
  company: 'Analytical Engines',
  email: 'ada@example.com',
  phone: '+44 20 7946 0000',
  source: 'website',
  status: 'new',
  score: 60,
};

/** Sends a message about a sample lead and waits for the result. */
@Injectable()
export class TestSending {
  constructor(
    private readonly database: Database,
    private readonly queryRunner: QueryRunner,
    private readonly open: OpenDeliveries,
    private readonly sending: NotificationSender,
    private readonly results: NotificationResults,
  ) {}

  /** Returns the id of the delivery. */
  async send(actor: Actor, channelId: string): Promise<string> {
    const delivery = await this.deliveryTo(actor, channelId);
    const result = delivery.pausedSeconds > 0 ? paused(delivery) : await this.try(delivery);
    await this.database.write(async () => {
      await this.queryRunner.rows(
        sql`insert into notification_deliveries (id, channel_id, event, trigger)
          values (${delivery.id}, ${channelId}, ${EVENT}, 'test')`,
      );
      await this.results.commit([result]);
    });
    return delivery.id;
  }

  private async deliveryTo(actor: Actor, channelId: string): Promise<OpenDelivery> {
    const channel = await this.queryRunner.row<ChannelRow>(sql`
      select type, config, secret, template, coalesce(greatest(extract(epoch from paused_until - now()), 0), 0)::float8
        as "pausedSeconds"
      from notification_channels where id = ${channelId} and deleted_at is null`);
    if (!channel) throw notFound('notification-channel');
    const occurredAt = new Date().toISOString();
    return {
      ...channel,
      id: newId(),
      channelId,
      trigger: 'test',
      status: 'pending',
      round: 1,
      ageSeconds: 0,
      isOpen: true,
      event: EVENT,
      resourceType: 'notification-channels',
      resourceId: channelId,
      occurredAt,
      payload: { object: TEST_NOTIFICATION },
      actor: { name: actor.name, email: actor.email },
    };
  }

  /** Never retries: the user sees the result and can repeat the test. */
  private async try(delivery: OpenDelivery): Promise<DeliveryResult> {
    const message = messageOf(await this.open.notificationOf(delivery), delivery.template);
    const result = await this.sending.send(delivery, message, { attempt: Number.MAX_SAFE_INTEGER, collapsed: null });
    return { ...result, status: result.status === 'pending' ? 'failed' : result.status, again: null };
  }
}

const paused = ({ id, channelId, pausedSeconds }: OpenDelivery): DeliveryResult => ({
  id,
  channelId,
  status: 'failed',
  code: 'rate-limited',
  detail: `The service accepts no messages for ${Math.ceil(pausedSeconds)} s`,
  messageId: null,
  durationMs: null,
  tried: 0,
  again: null,
  collapsed: null,
  outcome: null,
  pauseSeconds: null,
});
