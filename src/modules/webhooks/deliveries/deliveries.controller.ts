import { Controller, Get, HttpStatus, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../../kernel/access.js';
import type { Actor } from '../../../kernel/actor.js';
import { IdempotentInSteps } from '../../../kernel/routes/idempotent.js';
import { pageOf, type Page } from '../../../kernel/page.js';
import { RecordId } from '../../../kernel/routes/parameters.js';
import { Returns } from '../../../kernel/routes/returns.js';
import { WebhookStatsQuery } from '../webhooks.dto.js';
import {
  WebhookDeliveryDetailView,
  WebhookDeliveryQuery,
  WebhookDeliveryView,
  WebhookStatsView,
} from './deliveries.dto.js';
import { WebhookDeliveriesQueries } from './deliveries.queries.js';
import { WebhookDeliveriesService } from './deliveries.service.js';
import { TestDelivery } from './test-delivery.js';

@ApiTags('Webhooks')
@Controller()
export class WebhookDeliveriesController {
  constructor(
    private readonly deliveries: WebhookDeliveriesService,
    private readonly queries: WebhookDeliveriesQueries,
    private readonly tests: TestDelivery,
  ) {}

  /** List the deliveries of a webhook. Default order: newest first. Includes pending deliveries. */
  @Get('webhooks/:id/deliveries')
  @Can('webhooks:read')
  @Returns(pageOf(WebhookDeliveryView))
  listDeliveries(@RecordId() id: string, @Query() query: WebhookDeliveryQuery): Promise<Page<WebhookDeliveryView>> {
    return this.queries.list(id, query);
  }

  /**
   * Get delivery statistics of a webhook. Returns the number of attempts, the success rate and durations. Tests are not
   * counted.
   */
  @Get('webhooks/:id/stats')
  @Can('webhooks:read')
  @Returns(WebhookStatsView)
  stats(@RecordId() id: string, @Query() query: WebhookStatsQuery): Promise<WebhookStatsView> {
    return this.queries.stats(id, query);
  }

  /**
   * Send a test event to a webhook. Sends `webhook.test` at once, even if the webhook is disabled, and returns the
   * result. A failed test is not retried.
   */
  @Post('webhooks/:id/test')
  @Can('webhooks:update')
  @IdempotentInSteps()
  @Returns(WebhookDeliveryDetailView)
  async test(@Me() actor: Actor, @RecordId() id: string): Promise<WebhookDeliveryDetailView> {
    return this.queries.get(actor, await this.tests.send(id));
  }

  /**
   * Get a webhook delivery. Includes the request body and all attempts with response and duration. Only for callers who
   * may see the event.
   */
  @Get('webhook-deliveries/:id')
  @Can('webhooks:read')
  @Returns(WebhookDeliveryDetailView)
  getDelivery(@Me() actor: Actor, @RecordId() id: string): Promise<WebhookDeliveryDetailView> {
    return this.queries.get(actor, id);
  }

  /**
   * Resend a webhook delivery. Sends the same id and body with a new signature. The schedule of automatic attempts does
   * not change.
   */
  @Post('webhook-deliveries/:id/resend')
  @Can('webhooks:update')
  @Returns(WebhookDeliveryDetailView, { status: HttpStatus.ACCEPTED })
  resendDelivery(@Me() actor: Actor, @RecordId() id: string): Promise<WebhookDeliveryDetailView> {
    return this.deliveries.resend(actor, id);
  }
}
