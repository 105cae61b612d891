import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, FreshPassword, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { NotIdempotent } from '../../kernel/idempotent.js';
import { PageQuery, pageOf, type Page } from '../../kernel/page.js';
import { IfMatch, RecordId } from '../../kernel/parameters.js';
import { Returns, ReturnsNothing } from '../../kernel/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../platform/audit/index.js';
import { ApiKeyCreate, ApiKeyQuery, ApiKeyRotation, ApiKeyUpdate, ApiKeyView, NewApiKeyView } from './api-keys.dto.js';
import { ApiKeysQueries } from './api-keys.queries.js';
import { ApiKeysService } from './api-keys.service.js';

@ApiTags('API keys')
@Controller('api-keys')
export class ApiKeysController {
  constructor(
    private readonly keys: ApiKeysService,
    private readonly queries: ApiKeysQueries,
    private readonly changes: HistoryQueries,
  ) {}

  /** Lists one's own API keys, newest first; with `api-keys:manage` everybody's. */
  @Get()
  @Can('api-keys:read')
  @Returns(pageOf(ApiKeyView))
  list(@Me() actor: Actor, @Query() query: ApiKeyQuery): Promise<Page<ApiKeyView>> {
    return this.queries.list(actor, query);
  }

  /** Makes an API key. The key is in this answer and never shown again. */
  @Post()
  @Can('api-keys:create')
  @FreshPassword()
  @NotIdempotent()
  @Returns(NewApiKeyView, { status: HttpStatus.CREATED, location: 'api-keys' })
  create(@Me() actor: Actor, @Body() body: ApiKeyCreate): Promise<NewApiKeyView> {
    return this.keys.create(actor, body);
  }

  /** Gets one API key, without its secret. */
  @Get(':id')
  @Can('api-keys:read')
  @Returns(ApiKeyView)
  get(@Me() actor: Actor, @RecordId() id: string): Promise<ApiKeyView> {
    return this.queries.get(actor, id);
  }

  /** Lists what was changed of an API key, newest first, with who did it. */
  @Get(':id/history')
  @Can('api-keys:read')
  @Returns(pageOf(HistoryEntryView))
  async history(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<HistoryEntryView>> {
    return this.changes.of('api-keys', (await this.queries.get(actor, id)).id, query);
  }

  /** Changes the name, scopes, expiry or rate limit of an API key; takes effect at once. */
  @Patch(':id')
  @Can('api-keys:update')
  @Returns(ApiKeyView)
  update(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: ApiKeyUpdate,
    @IfMatch() version?: number,
  ): Promise<ApiKeyView> {
    return this.keys.update(actor, id, body, version);
  }

  /** Gives an API key a new secret, shown once. The one before works on for `overlapHours`, 24 by default. */
  @Post(':id/rotate')
  @Can('api-keys:update')
  @FreshPassword()
  @NotIdempotent()
  @Returns(NewApiKeyView)
  rotate(@Me() actor: Actor, @RecordId() id: string, @Body() body: ApiKeyRotation): Promise<NewApiKeyView> {
    return this.keys.rotate(actor, id, body);
  }

  /** Revokes an API key for good. */
  @Delete(':id')
  @Can('api-keys:delete')
  @ReturnsNothing()
  remove(@Me() actor: Actor, @RecordId() id: string): Promise<void> {
    return this.keys.revoke(actor, id);
  }
}
