import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, RequireRecentAuth, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { SecretResponse } from '../../kernel/routes/idempotent.js';
import { PageQuery, pageOf, type Page } from '../../kernel/page.js';
import { IfMatch, RecordId } from '../../kernel/routes/parameters.js';
import { Returns, ReturnsNothing } from '../../kernel/routes/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../platform/audit/index.js';
import {
  NewWebhookView,
  WebhookCreate,
  WebhookQuery,
  WebhookSecretRotation,
  WebhookUpdate,
  WebhookView,
} from './webhooks.dto.js';
import { WebhooksQueries } from './webhooks.queries.js';
import { WebhooksService } from './webhooks.service.js';

@ApiTags('Webhooks')
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly queries: WebhooksQueries,
    private readonly updater: HistoryQueries,
  ) {}

  /** List webhooks. Default order: newest first. */
  @Get()
  @Can('webhooks:read')
  @Returns(pageOf(WebhookView))
  list(@Query() query: WebhookQuery): Promise<Page<WebhookView>> {
    return this.queries.list(query);
  }

  /**
   * Create a webhook. The caller needs the permission to see the selected events. The response contains the secret,
   * which is not shown again.
   */
  @Post()
  @Can('webhooks:create')
  @RequireRecentAuth()
  @SecretResponse()
  @Returns(NewWebhookView, { status: HttpStatus.CREATED, location: 'webhooks' })
  create(@Me() actor: Actor, @Body() body: WebhookCreate): Promise<NewWebhookView> {
    return this.webhooks.create(actor, body);
  }

  /** Get a webhook. Secrets are not included. */
  @Get(':id')
  @Can('webhooks:read')
  @Returns(WebhookView)
  get(@RecordId() id: string): Promise<WebhookView> {
    return this.queries.get(id);
  }

  /**
   * List the changes of a webhook. Newest first, with the user who made each change. Includes changes of secrets,
   * without their values.
   */
  @Get(':id/history')
  @Can('webhooks:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.updater.list('webhooks', (await this.queries.get(id, { deleted: 'any' })).id, query, [
      'webhook-secrets',
    ]);
  }

  /**
   * Update a webhook. Omitted fields are unchanged; headers are merged. A `url` with another origin deletes all headers
   * that are not set in the same request. With `If-Match`, an outdated version is rejected.
   */
  @Patch(':id')
  @Can('webhooks:update')
  @Returns(WebhookView)
  update(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: WebhookUpdate,
    @IfMatch() version?: number,
  ): Promise<WebhookView> {
    return this.webhooks.update(actor, id, body, version);
  }

  /** Delete a webhook. Pending deliveries are cancelled. The webhook can be restored. */
  @Delete(':id')
  @Can('webhooks:delete')
  @ReturnsNothing()
  remove(@RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.webhooks.remove(id, version);
  }

  /** Restore a deleted webhook. The webhook is enabled or disabled as before. */
  @Post(':id/restore')
  @Can('webhooks:update')
  @Returns(WebhookView)
  restore(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<WebhookView> {
    return this.webhooks.restore(actor, id, version);
  }

  /** Enable a webhook. Use `recover` to resend the events that were skipped. */
  @Post(':id/enable')
  @Can('webhooks:update')
  @Returns(WebhookView)
  enable(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<WebhookView> {
    return this.webhooks.enable(actor, id, version);
  }

  /** Disable a webhook. Pending deliveries and new events are stored as `skipped`. */
  @Post(':id/disable')
  @Can('webhooks:update')
  @Returns(WebhookView)
  disable(@RecordId() id: string, @IfMatch() version?: number): Promise<WebhookView> {
    return this.webhooks.disable(id, version);
  }

  /**
   * Rotate the signing secret of a webhook. The response contains the new secret, which is not shown again. The
   * previous secret also signs for `overlapDays`, default 1.
   */
  @Post(':id/rotate-secret')
  @Can('webhooks:update')
  @RequireRecentAuth()
  @SecretResponse()
  @Returns(NewWebhookView)
  rotateSecret(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: WebhookSecretRotation,
    @IfMatch() version?: number,
  ): Promise<NewWebhookView> {
    return this.webhooks.rotateSecret(actor, id, body, version);
  }
}
