import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { IdempotentInSteps } from '../../../kernel/routes/idempotent.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/routes/parameters.js';
import { OperationId, Returns, SdkName } from '../../../kernel/routes/returns.js';
import { NotificationDeliveryQuery, NotificationDeliveryView } from './deliveries.dto.js';
import { NotificationDeliveriesQueries } from './deliveries.queries.js';
import { NotificationDeliveriesService } from './deliveries.service.js';

@ApiTags('Notification channels')
@Controller()
export class DeliveriesController {
  constructor(
    private readonly deliveries: NotificationDeliveriesService,
    private readonly queries: NotificationDeliveriesQueries,
  ) {}

  /** Send a test message. Sends the message at once, even if the channel is disabled, and returns the result. */
  @Post('notification-channels/:id/test')
  @Can('notification-channels:update')
  @IdempotentInSteps()
  @Returns(NotificationDeliveryView)
  test(@Me() actor: Actor, @RecordId() id: string): Promise<NotificationDeliveryView> {
    return this.deliveries.test(actor, id);
  }

  /** List the deliveries of a notification channel. Newest first, including failed and skipped deliveries. */
  @OperationId('listNotificationDeliveries')
  @SdkName('listDeliveries')
  @Get('notification-channels/:id/deliveries')
  @Can('notification-channels:read')
  @Returns(pageOf(NotificationDeliveryView))
  listDeliveries(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: NotificationDeliveryQuery,
  ): Promise<Page<NotificationDeliveryView>> {
    return this.queries.list(actor, id, query);
  }

  /** Get a notification delivery. */
  @OperationId('getNotificationDelivery')
  @SdkName('getDelivery')
  @Get('notification-deliveries/:id')
  @Can('notification-channels:read')
  @Returns(NotificationDeliveryView)
  getDelivery(@Me() actor: Actor, @RecordId() id: string): Promise<NotificationDeliveryView> {
    return this.queries.get(actor, id);
  }

  /** Resend a notification delivery. Sends the message on its own, not in a digest, with a new series of attempts. */
  @OperationId('resendNotificationDelivery')
  @SdkName('resendDelivery')
  @Post('notification-deliveries/:id/resend')
  @Can('notification-channels:update')
  @Returns(NotificationDeliveryView)
  resendDelivery(@Me() actor: Actor, @RecordId() id: string): Promise<NotificationDeliveryView> {
    return this.deliveries.resend(actor, id);
  }
}
