import { Global, Module } from '@nestjs/common';
import { DefaultCountry, DefaultCurrency } from '../../platform/records/index.js';
import { GeneratedSecrets } from './generated-secrets.js';
import { SettingValues } from './setting-values.js';
import { Settings } from './settings.js';
import { SettingsController } from './settings.controller.js';
import { SettingsService } from './settings.service.js';
import { StoredSettings } from './stored-settings.js';

/** Global, because other modules inject the defaults when they write records. */
@Global()
@Module({
  controllers: [SettingsController],
  providers: [
    GeneratedSecrets,
    Settings,
    SettingsService,
    SettingValues,
    StoredSettings,
    {
      provide: DefaultCountry,
      inject: [Settings],
      useFactory: (settings: Settings): DefaultCountry => ({ get: () => settings.get('default_country') }),
    },
    {
      provide: DefaultCurrency,
      inject: [Settings],
      useFactory: (settings: Settings): DefaultCurrency => ({ get: () => settings.get('default_currency') }),
    },
  ],
  exports: [GeneratedSecrets, Settings, DefaultCountry, DefaultCurrency],
})
export class SettingsModule {}
