import { Controller, Get, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { IdempotentInSteps } from '../../../kernel/idempotent.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/parameters.js';
import { Returns } from '../../../kernel/returns.js';
import { WebhookStatsQuery } from '../webhooks.dto.js';
import {
  WebhookDeliveryDetailView,
  WebhookDeliveryQuery,
  WebhookDeliveryView,
  WebhookStatsView,
} from './deliveries.dto.js';
import { DeliveriesQueries } from './deliveries.queries.js';
import { DeliveriesService } from './deliveries.service.js';
import { TestDelivery } from './test-delivery.js';

@ApiTags('Webhooks')
@Controller()
export class WebhookDeliveriesController {
  constructor(
    private readonly deliveries: DeliveriesService,
    private readonly queries: DeliveriesQueries,
    private readonly tests: TestDelivery,
  ) {}

  /** Lists what a webhook was sent, or is to be sent, newest first unless `sort` says otherwise. */
  @Get('webhooks/:id/deliveries')
  @Can('webhooks:read')
  @Returns(pageOf(WebhookDeliveryView))
  listDeliveries(@RecordId() id: string, @Query() query: WebhookDeliveryQuery): Promise<Page<WebhookDeliveryView>> {
    return this.queries.list(id, query);
  }

  /** Counts how a webhook fared of late: attempts, how many succeeded, how long they took. Tests do not count. */
  @Get('webhooks/:id/stats')
  @Can('webhooks:read')
  @Returns(WebhookStatsView)
  stats(@RecordId() id: string, @Query() query: WebhookStatsQuery): Promise<WebhookStatsView> {
    return this.queries.stats(id, query);
  }

  /** Sends a webhook the event `webhook.test` at once and says how it went, also while it is disabled. It is not tried again. */
  @Post('webhooks/:id/test')
  @Can('webhooks:update')
  @IdempotentInSteps()
  @Returns(WebhookDeliveryDetailView)
  async test(@Me() actor: Actor, @RecordId() id: string): Promise<WebhookDeliveryDetailView> {
    return this.queries.get(actor, await this.tests.send(id));
  }

  /** Gives one delivery with the body and every attempt: what was sent, what was answered, how long it took. Only to those who may see the event. */
  @Get('webhook-deliveries/:id')
  @Can('webhooks:read')
  @Returns(WebhookDeliveryDetailView)
  getDelivery(@Me() actor: Actor, @RecordId() id: string): Promise<WebhookDeliveryDetailView> {
    return this.queries.get(actor, id);
  }

  /** Sends a delivery once more, soon: the same id and bytes, signed anew. Its schedule stays as it is. */
  @Post('webhook-deliveries/:id/resend')
  @Can('webhooks:update')
  @Returns(WebhookDeliveryDetailView, { status: HttpStatus.ACCEPTED })
  resendDelivery(@Me() actor: Actor, @RecordId() id: string): Promise<WebhookDeliveryDetailView> {
    return this.deliveries.resend(actor, id);
  }
}
