import { Body, Controller, Delete, Get, HttpStatus, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Can, RequireRecentAuth, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { SecretResponse } from '../../kernel/routes/idempotent.js';
import { PageQuery, pageOf, type Page } from '../../kernel/page.js';
import { IfMatch, RecordId } from '../../kernel/routes/parameters.js';
import { OperationId, Returns, ReturnsNothing } from '../../kernel/routes/returns.js';
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

  /** List API keys. Newest first. Returns your own keys; with `api-keys:manage`, the keys of all users. */
  @Get()
  @Can('api-keys:read')
  @Returns(pageOf(ApiKeyView))
  list(@Me() actor: Actor, @Query() query: ApiKeyQuery): Promise<Page<ApiKeyView>> {
    return this.queries.list(actor, query);
  }

  /** Create an API key. The response contains the key, which is not shown again. */
  @Post()
  @Can('api-keys:create')
  @RequireRecentAuth()
  @SecretResponse()
  @Returns(NewApiKeyView, { status: HttpStatus.CREATED, location: 'api-keys' })
  create(@Me() actor: Actor, @Body() body: ApiKeyCreate): Promise<NewApiKeyView> {
    return this.keys.create(actor, body);
  }

  /** Get an API key. The secret is not included. */
  @Get(':id')
  @Can('api-keys:read')
  @Returns(ApiKeyView)
  get(@Me() actor: Actor, @RecordId() id: string): Promise<ApiKeyView> {
    return this.queries.get(actor, id);
  }

  /** List the changes of an API key. Newest first, with the user who made each change. */
  @Get(':id/history')
  @Can('api-keys:read')
  @Returns(pageOf(HistoryEntryView))
  async history(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Query() query: PageQuery,
  ): Promise<Page<HistoryEntryView>> {
    return this.changes.list('api-keys', (await this.queries.get(actor, id)).id, query);
  }

  /** Update an API key. Changes name, scopes, expiry or rate limit, effective at once. */
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

  /**
   * Rotate the secret of an API key. The response contains the new key, which is not shown again. The previous secret
   * stays valid for `overlapHours`, default 24.
   */
  @Post(':id/rotate')
  @Can('api-keys:update')
  @RequireRecentAuth()
  @SecretResponse()
  @Returns(NewApiKeyView)
  rotate(
    @Me() actor: Actor,
    @RecordId() id: string,
    @Body() body: ApiKeyRotation,
    @IfMatch() version?: number,
  ): Promise<NewApiKeyView> {
    return this.keys.rotate(actor, id, body, version);
  }

  /** Revoke an API key. Cannot be undone. */
  @OperationId('revokeApiKey')
  @Delete(':id')
  @Can('api-keys:delete')
  @ReturnsNothing()
  remove(@Me() actor: Actor, @RecordId() id: string, @IfMatch() version?: number): Promise<void> {
    return this.keys.revoke(actor, id, version);
  }
}
