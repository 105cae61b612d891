import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, FreshPassword, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { NotIdempotent } from '../../kernel/idempotent.js';
import { PageQuery, pageOf, type Page } from '../../kernel/page.js';
import { IfMatch, RecordId } from '../../kernel/parameters.js';
import { Returns, ReturnsNothing } from '../../kernel/returns.js';
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
    private readonly changes: HistoryQueries,
  ) {}

  /** Lists webhooks, newest first unless `sort` says otherwise. */
  @Get()
  @Can('webhooks:read')
  @Returns(pageOf(WebhookView))
  list(@Query() query: WebhookQuery): Promise<Page<WebhookView>> {
    return this.queries.list(query);
  }

  /** Makes a webhook, of events that the caller may see. Its secret is in this answer and never shown again. */
  @Post()
  @Can('webhooks:create')
  @FreshPassword()
  @NotIdempotent()
  @Returns(NewWebhookView, { status: HttpStatus.CREATED, location: 'webhooks' })
  create(@Me() actor: Actor, @Body() body: WebhookCreate): Promise<NewWebhookView> {
    return this.webhooks.create(actor, body);
  }

  /** Gives one webhook, without its secrets. */
  @Get(':id')
  @Can('webhooks:read')
  @Returns(WebhookView)
  get(@RecordId() id: string): Promise<WebhookView> {
    return this.queries.get(id);
  }

  /** Lists what was changed of a webhook and its secrets, newest first, with who did it. No secret is shown. */
  @Get(':id/history')
  @Can('webhooks:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.of('webhooks', (await this.queries.get(id, { deleted: 'any' })).id, query, ['webhook-secrets']);
  }

  /** Changes a webhook: absent fields stay, headers are merged. With `If-Match` a stale copy is refused. */
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

  /** Deletes a webhook; it can be restored. What waits to be sent is cancelled. */
  @Delete(':id')
  @Can('webhooks:delete')
  @ReturnsNothing()
  remove(@RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.webhooks.remove(id, version);
  }

  /** Restores a deleted webhook, enabled or disabled as it was. */
  @Post(':id/restore')
  @Can('webhooks:update')
  @Returns(WebhookView)
  restore(@Me() actor: Actor, @RecordId() id: string): Promise<WebhookView> {
    return this.webhooks.restore(actor, id);
  }

  /** Lets a webhook be told again, whatever it was disabled for. What it missed can be sent with `recover`. */
  @Post(':id/enable')
  @Can('webhooks:update')
  @Returns(WebhookView)
  enable(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<WebhookView> {
    return this.webhooks.enable(actor, id, version);
  }

  /** Lets a webhook be told nothing for now. What waits and what happens meanwhile is kept as `skipped`. */
  @Post(':id/disable')
  @Can('webhooks:update')
  @Returns(WebhookView)
  disable(@RecordId() id: string, @IfMatch() version?: number): Promise<WebhookView> {
    return this.webhooks.disable(id, version);
  }

  /** Gives a webhook a new secret, shown once. The one before signs beside it for `overlapDays`, 1 by default. */
  @Post(':id/rotate-secret')
  @Can('webhooks:update')
  @FreshPassword()
  @NotIdempotent()
  @Returns(NewWebhookView)
  rotateSecret(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: WebhookSecretRotation,
  ): Promise<NewWebhookView> {
    return this.webhooks.rotateSecret(actor, id, body);
  }
}
