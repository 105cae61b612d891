import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Can, Me } from '../../kernel/access.js';
import type { Actor } from '../../kernel/actor.js';
import { PageQuery, pageOf, type Page } from '../../kernel/page.js';
import { Returns } from '../../kernel/returns.js';
import { HistoryEntryView, HistoryQueries } from '../../platform/audit/index.js';
import { SettingPut, SettingView } from './settings.dto.js';
import { SettingsService } from './settings.service.js';

const Key = ApiParam({
  name: 'key',
  schema: { type: 'string', maxLength: 255 },
  description: 'The name of the setting.',
  example: 'default_currency',
});

@ApiTags('Settings')
@Controller('settings')
export class SettingsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly changes: HistoryQueries,
  ) {}

  /** Lists all settings by name, on one page. Secrets say only whether they are set. */
  @Get()
  @Can('settings:read')
  @Returns(pageOf(SettingView))
  list(): Promise<Page<SettingView>> {
    return this.settings.list();
  }

  /** Gets one setting. */
  @Get(':key')
  @Key
  @Can('settings:read')
  @Returns(SettingView)
  get(@Param('key') key: string): Promise<SettingView> {
    return this.settings.get(key);
  }

  /** Lists how a setting was changed, newest first, with who did it. Of a secret only that it was. */
  @Get(':key/history')
  @Key
  @Can('settings:read')
  @Returns(pageOf(HistoryEntryView))
  async history(@Param('key') key: string, @Query() query: PageQuery): Promise<Page<HistoryEntryView>> {
    return this.changes.of('settings', (await this.settings.get(key)).key, query);
  }

  /** Sets a setting; null goes back to the default. */
  @Put(':key')
  @Key
  @Can('settings:manage')
  @Returns(SettingView)
  update(@Me() actor: Actor, @Param('key') key: string, @Body() body: SettingPut): Promise<SettingView> {
    return this.settings.put(actor, key, body.value);
  }
}
