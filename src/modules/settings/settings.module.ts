import { Module } from '@nestjs/common';
import { GeneratedSecrets } from './generated-secrets.js';
import { SettingValues } from './setting-values.js';
import { Settings } from './settings.js';
import { SettingsController } from './settings.controller.js';
import { SettingsService } from './settings.service.js';
import { StoredSettings } from './stored-settings.js';

@Module({
  controllers: [SettingsController],
  providers: [GeneratedSecrets, Settings, SettingsService, SettingValues, StoredSettings],
  exports: [GeneratedSecrets, Settings],
})
export class SettingsModule {}
