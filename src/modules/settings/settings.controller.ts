import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../kernel/access.js';
import { BodyExample } from '../../kernel/routes/body-example.js';
import type { Actor } from '../../kernel/actor.js';
import { WHOLE_LIST, PageQuery, pageOf, type Page } from '../../kernel/page.js';
import { OperationId, Returns } from '../../kernel/routes/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../platform/audit/index.js';
import { SETTING_KEYS, SettingPut, SettingView } from './settings.dto.js';
import { SettingsService } from './settings.service.js';

const Key = ApiParam({
  name: 'key',
  enum: SETTING_KEYS,
  enumName: 'SettingKey',
  description: 'Name of the setting',
  example: 'default_currency',
});

@ApiTags('Settings')
@Controller('settings')
export class SettingsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly changes: HistoryQueries,
  ) {}

  /** List settings. All on one page, sorted by name. For secrets, only whether a value is set. */
  @Get()
  @Can('settings:read')
  @Returns(pageOf(SettingView, WHOLE_LIST))
  list(): Promise<Page<SettingView>> {
    return this.settings.list();
  }

  /** Get a setting. */
  @Get(':key')
  @Key
  @Can('settings:read')
  @Returns(SettingView)
  get(@Param('key') key: string): Promise<SettingView> {
    return this.settings.get(key);
  }

  /**
   * List the changes of a setting. Newest first, with the user who made each change. Values of secrets are not shown.
   */
  @Get(':key/history')
  @Key
  @Can('settings:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@Param('key') key: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.list('settings', (await this.settings.get(key)).key, query);
  }

  /**
   * Set a setting. Null resets the setting to its default. A URL with another origin deletes the secret that belongs to
   * the old URL.
   */
  @OperationId('setSetting')
  @BodyExample({ value: 'EUR' })
  @Put(':key')
  @Key
  @Can('settings:manage')
  @Returns(SettingView)
  update(@Me() actor: Actor, @Param('key') key: string, @Body() body: SettingPut): Promise<SettingView> {
    return this.settings.put(actor, key, body.value, body.secret);
  }
}
