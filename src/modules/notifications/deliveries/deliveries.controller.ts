import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { IdempotentInSteps } from '../../../kernel/idempotent.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/parameters.js';
import { Returns } from '../../../kernel/returns.js';
import { NotificationDeliveryQuery, NotificationDeliveryView } from './deliveries.dto.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { DeliveriesService } from './deliveries.service.js';

@ApiTags('Notifications')
@Controller()
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly queries: DeliveriesQueries,
  ) {}

  /** Sends a test message at once, enabled or not, and gives what became of it. */
  @Post('notification-channels/:id/test')
  @Can('notification-channels:update')
  @IdempotentInSteps()
  @Returns(NotificationDeliveryView)
  testChannel(@Me() actor: Actor, @RecordId() id: string): Promise<NotificationDeliveryView> {
    return this.deliveries.test(actor, id);
  }

  /** Lists what was sent through a notification channel and what was not, newest first. */
  @Get('notification-channels/:id/deliveries')
  @Can('notification-channels:read')
  @Returns(pageOf(NotificationDeliveryView))
  listDeliveries(
    @RecordId() id: string,
    @Query() query: NotificationDeliveryQuery,
  ): Promise<Page<NotificationDeliveryView>> {
    return this.queries.list(id, query);
  }

  /** Gives one delivery. */
  @Get('notification-deliveries/:id')
  @Can('notification-channels:read')
  @Returns(NotificationDeliveryView)
  getDelivery(@RecordId() id: string): Promise<NotificationDeliveryView> {
    return this.queries.get(id);
  }

  /** Sends a delivery again, alone, with all its attempts. */
  @Post('notification-deliveries/:id/resend')
  @Can('notification-channels:update')
  @Returns(NotificationDeliveryView)
  resendDelivery(@Me() actor: Actor, @RecordId() id: string): Promise<NotificationDeliveryView> {
    return this.deliveries.resend(actor, id);
  }
}
